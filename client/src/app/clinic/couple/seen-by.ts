import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { CoupleDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { SharedList } from '../../core/shared/shared-list';
import { Skeleton } from '../../kit/skeleton/skeleton';

/** What one partner can read of the other's, as the server gives it with that partner's own rights. */
@Component({
  selector: 'kept-seen-by',
  imports: [ProblemNotice, RouterLink, SharedList, Skeleton],
  template: `
    @if (couple.problem(); as problem) {
      <kept-problem [problem]="problem" (retry)="couple.reload()" />
    } @else if (couple.value(); as pair) {
      <div class="stack-tight">
        <p class="crumb">
          <a class="back-link" [routerLink]="['/couples', pair.id]">{{ pair.displayName }}</a>
        </p>
        <h1 tabindex="-1" i18n>What {{ reader() }} sees</h1>
      </div>
      <p class="banner" i18n>
        This is what {{ reader() }} can read of what {{ author() }} shared, and all of it. Opening it here does not
        count as read.
      </p>
      <kept-shared-list [coupleId]="pair.id" [reader]="clientId()" />
    } @else {
      <kept-skeleton [lines]="6" />
    }
  `,
})
export class SeenBy {
  /** Ids of the couple and of the partner through whose eyes, from the address. */
  readonly id = input.required<string>();
  readonly clientId = input.required<string>();
  private readonly title = inject(Title);
  protected readonly couple = read<CoupleDto>(() => `/couples/${this.id()}`);
  protected readonly reader = computed(() => this.nameOf(true));
  protected readonly author = computed(() => this.nameOf(false));

  constructor() {
    effect(() => {
      if (this.couple.value()) this.title.setTitle($localize`What ${this.reader()}:name: sees` + ' · Kept');
    });
  }

  private nameOf(isReader: boolean): string {
    const found = this.couple.value()?.partners.find(({ clientId }) => (clientId === this.clientId()) === isReader);
    return found?.callName ?? $localize`the partner`;
  }
}
