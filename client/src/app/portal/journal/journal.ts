import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { Login } from '../../core/login';
import { readPages } from '../../core/pages/pages';
import { ShowMore } from '../../core/pages/show-more';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { longDay } from '../../kit/clock';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';

const AT_ONCE = 20;

/** Gut checks: noticed, thought, did, and later how it turned out. It asks for no partner, and judges nothing. */
@Component({
  selector: 'kept-journal',
  imports: [Checkbox, ErrorSummary, ProblemNotice, RouterLink, ShowMore, Skeleton, TextArea, Visibility],
  templateUrl: './journal.html',
})
export class Journal {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly id = computed(() => this.login.me()?.clientId ?? '');
  protected readonly list = readPages<EntryDto>(
    () => (this.id() ? `/clients/${this.id()}/journal?kind=gut_check` : undefined),
    AT_ONCE,
  );

  protected readonly writing = signal(false);
  protected readonly noticed = signal('');
  protected readonly thought = signal('');
  protected readonly did = signal('');
  protected readonly alone = signal(false);
  /** The entry whose "later" is being written. */
  protected readonly later = signal<EntryDto | null>(null);
  protected readonly laterText = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly said = signal('');
  protected readonly words = new FieldWords({ noticed: $localize`Say in a few words what you noticed.` }, 'gut');
  protected readonly seenBy = computed(() =>
    this.alone() ? $localize`you alone.` : $localize`you and your care team. A partner never sees it.`,
  );

  protected when({ happenedOn, alone }: EntryDto): string {
    const day = longDay(happenedOn);
    return alone ? $localize`${day}:day:, only for you` : day;
  }

  protected async save(): Promise<void> {
    const noticed = this.noticed().trim();
    if (!this.words.mark(noticed === '' ? ['noticed'] : [])) return;
    const gutCheck = { noticed, thought: this.thought().trim() || null, did: this.did().trim() || null };
    const done = await this.act($localize`Kept.`, () =>
      this.api.post(`/clients/${this.id()}/journal`, { gutCheck, alone: this.alone() }),
    );
    if (!done) return;
    for (const part of [this.noticed, this.thought, this.did]) part.set('');
    this.writing.set(false);
  }

  protected beginLater(entry: EntryDto): void {
    this.later.set(entry);
    this.laterText.set(entry.gutCheck?.later ?? '');
  }

  protected async saveLater(): Promise<void> {
    const entry = this.later();
    if (!entry?.gutCheck) return;
    const gutCheck = { ...entry.gutCheck, later: this.laterText().trim() || null };
    const done = await this.act($localize`Kept.`, () =>
      this.api.patch(`/journal/${entry.id}`, { gutCheck }, { ifMatch: entry.version }),
    );
    if (done) this.later.set(null);
  }

  protected async remove({ id, version }: EntryDto): Promise<void> {
    await this.act($localize`Taken out.`, () => this.api.delete(`/journal/${id}`, { ifMatch: version }));
  }

  private async act(done: string, what: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await what();
      this.said.set(done);
      this.list.reload();
      return true;
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
