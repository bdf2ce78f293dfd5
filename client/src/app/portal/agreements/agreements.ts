import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgreementDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Unfold } from '../../kit/unfold/unfold';
import { ownCouple } from '../own-couple';
import { statePages } from '../state-pages';
import { AgreementCard } from './agreement-card';
import { isOver } from './agreement.words';
import { AgreementWrite } from './agreement-write';

/** Which of its pages is open. */
interface Place {
  at: 'list' | 'write';
  /** The agreement that other words are put beside; null for a new one. */
  id: string | null;
}

const LIST: Place = { at: 'list', id: null };

/** What these two are open about for a while: what is in force, what is asked, and what is over. */
@Component({
  selector: 'kept-agreements',
  imports: [AgreementCard, AgreementWrite, ProblemNotice, RouterLink, Skeleton, Unfold],
  templateUrl: './agreements.html',
})
export class Agreements {
  protected readonly pages = statePages('agreements', LIST);
  protected readonly couple = ownCouple();
  protected readonly list = read<{ items: AgreementDto[] }>(() => this.couple.path('agreements?limit=50'));
  protected readonly showsOver = signal(false);
  private readonly items = computed(() => this.list.value()?.items ?? []);
  protected readonly beside = computed(() => this.items().find(({ id }) => id === this.pages.place().id) ?? null);
  protected readonly over = computed(() => this.items().filter(isOver));
  protected readonly standing = computed(() =>
    this.items()
      .filter((it) => !isOver(it))
      // What waits for an answer of one's own comes first.
      .toSorted((a, b) => Number(b.acts.includes('agree')) - Number(a.acts.includes('agree'))),
  );
  protected readonly problem = computed(() => this.couple.home.problem() ?? this.list.problem());

  protected backToList(): void {
    this.list.reload();
    this.pages.goTo(LIST);
  }

  protected retry(): void {
    this.couple.home.reload();
    this.list.reload();
  }
}
