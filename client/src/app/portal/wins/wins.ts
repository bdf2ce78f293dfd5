import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryDto, SharedWinDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { longDay } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextField } from '../../kit/text-field/text-field';
import { Visibility } from '../../kit/visibility/visibility';
import { ownCouple } from '../own-couple';
import { ideasOf } from './ideas';
import { monthOf, monthWords, stepMonth } from './months';

/** Lines shown at once; the rest is looked back on by month. */
const LATEST = 3;

/** Small things that went well, one line each. Nothing is counted, and nobody asks for the next one. */
@Component({
  selector: 'kept-wins',
  imports: [Checkbox, ProblemNotice, RouterLink, Skeleton, TextField, Visibility],
  templateUrl: './wins.html',
})
export class Wins {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly id = computed(() => this.login.me()?.clientId ?? '');
  private readonly field = viewChild.required<TextField, ElementRef<HTMLElement>>(TextField, { read: ElementRef });
  protected readonly couple = ownCouple();
  protected readonly latest = read<{ items: EntryDto[] }>(() =>
    this.id() ? `/clients/${this.id()}/journal?kind=win&limit=${LATEST}` : undefined,
  );
  protected readonly month = signal<string | null>(null);
  protected readonly back = read<{ items: EntryDto[] }>(() => {
    const month = this.month();
    return month === null ? undefined : `/clients/${this.id()}/journal${query({ kind: 'win', month, limit: 100 })}`;
  });
  private readonly shared = read<{ items: SharedWinDto[] }>(() => this.couple.path('shared-wins'));
  protected readonly theirs = computed(() => (this.shared.value()?.items ?? []).filter(({ mine }) => !mine));
  protected readonly shown = computed(
    () => (this.month() === null ? this.latest.value() : this.back.value())?.items ?? null,
  );
  protected readonly thisMonth = monthOf(new Intl.DateTimeFormat('en-CA').format(new Date()));
  private readonly turn = signal(0);
  protected readonly ideas = computed(() => ideasOf(this.turn()));

  protected readonly text = signal('');
  protected readonly alone = signal(false);
  protected readonly empty = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly said = signal('');
  protected readonly seenBy = computed(() =>
    this.alone() ? $localize`you alone.` : $localize`you and your care team. A partner sees it only if you share it.`,
  );
  protected readonly longDay = longDay;
  protected readonly monthWords = monthWords;
  protected readonly missing = $localize`Write a few words first.`;

  protected when({ happenedOn, sharedAs, alone }: EntryDto): string {
    const day = longDay(happenedOn);
    if (sharedAs) return $localize`${day}:day:, shared with your partner`;
    return alone ? $localize`${day}:day:, only for you` : day;
  }

  protected async add(): Promise<void> {
    const text = this.text().trim();
    this.empty.set(text === '');
    if (text === '') return this.field().nativeElement.querySelector('input')?.focus();
    await this.act($localize`Kept.`, async () => {
      await this.api.post(`/clients/${this.id()}/journal`, { win: { text }, alone: this.alone() });
      this.text.set('');
    });
  }

  protected share({ id }: EntryDto): Promise<void> {
    return this.act($localize`Shared. You can take it back at any time.`, () => this.api.post(`/journal/${id}/share`));
  }

  protected takeBack({ sharedAs }: EntryDto): Promise<void> {
    return this.act($localize`Taken back. What was read before stays read.`, () =>
      this.api.post(`/shared-wins/${sharedAs}/withdraw`),
    );
  }

  protected remove({ id, version }: EntryDto): Promise<void> {
    return this.act($localize`Taken out.`, () => this.api.delete(`/journal/${id}`, { ifMatch: version }));
  }

  protected lookBack(by: -1 | 1): void {
    const at = this.month();
    this.month.set(at === null ? this.thisMonth : stepMonth(at, by));
  }

  protected otherIdeas(): void {
    this.turn.update((turn) => turn + 1);
  }

  private async act(done: string, what: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await what();
      this.said.set(done);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
    this.latest.reload();
    this.back.reload();
  }
}
