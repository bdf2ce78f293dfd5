import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { WorksheetDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextField } from '../../kit/text-field/text-field';
import { Assign } from '../assign/assign';
import { AUDIENCE_WORDS } from './audience-words';

/** Every worksheet there is to give, one of them opened beside the list. */
@Component({
  selector: 'kept-library',
  imports: [Assign, ProblemNotice, RouterLink, Skeleton, TextField],
  templateUrl: './library.html',
})
export class Library {
  /** From the address: key of the worksheet shown; for whom, if somebody was on screen before. */
  readonly show = input<string>();
  readonly clientId = input<string>();
  readonly coupleId = input<string>();

  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly dialog = viewChild.required(Assign);

  protected readonly words = signal('');
  protected readonly list = read<{ items: WorksheetDto[] }>(
    () => `/worksheets${query({ limit: 100, q: this.words().trim() })}`,
  );
  protected readonly picked = computed(() => {
    const items = this.list.value()?.items ?? [];
    return items.find(({ key }) => key === this.show()) ?? items[0] ?? null;
  });
  protected readonly mayAssign = computed(() => this.login.can('assignments:assign'));
  protected readonly audience = AUDIENCE_WORDS;

  protected openAssign(worksheet: WorksheetDto): void {
    this.dialog().open(worksheet.id);
  }

  protected given(): void {
    const clientId = this.clientId();
    if (clientId) void this.router.navigate(['/clients', clientId, 'homework']);
  }
}
