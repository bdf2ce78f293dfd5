import { Component, computed, effect, inject, input, model, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto, NoteLineDto } from '../../../../api/types.gen';
import { query, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { isWritten, partsOf } from '../note-text';
import type { Whose } from '../whose';
import { OwnRecords } from './own-records';
import { noteIn } from './records.rules';

/** Windows that hold two records side by side; the same in joint-records.css. */
export const ROOM_FOR_TWO = '(width >= 80rem)';

/**
 * Beside a joint note: one partner's own record of the same time, on its own ground and to be read only, so that what was
 * moved there is seen. It is chosen here and written on its own page.
 */
@Component({
  selector: 'kept-beside-record',
  imports: [ProblemNotice, RouterLink],
  templateUrl: './beside-record.html',
})
export class BesideRecord {
  readonly note = input.required<NoteDto>();
  readonly whose = input.required<Whose>();
  /** Whose record is shown; null for none. */
  readonly shown = model<string | null>(null);
  private readonly login = inject(Login);
  private readonly records = inject(OwnRecords);
  private readonly page = read<{ items: NoteLineDto[] }>(() =>
    this.shown() ? '/notes' + query({ besideId: this.note().id, mistakes: 'hidden', limit: 100 }) : undefined,
  );
  private readonly line = computed(() => {
    const record = { isPrivate: false, clientId: this.shown() };
    return noteIn(this.page.value()?.items ?? [], record, { openId: '', readerId: this.login.me()?.id });
  });
  private readonly own = read<NoteDto>(() => {
    const line = this.line();
    return line ? `/notes/${line.id}` : undefined;
  });
  protected readonly problem = computed(() => this.page.problem() ?? this.own.problem());
  protected readonly partner = computed(() =>
    this.whose()
      .partners()
      .find(({ clientId }) => clientId === this.shown()),
  );
  protected readonly other = computed(
    () =>
      this.whose()
        .partners()
        .find(({ clientId }) => clientId !== this.shown())?.name ?? '',
  );
  protected readonly open = computed(() => {
    const note = this.own.value();
    // While the next one loads, what is shown is still the one before.
    if (!note || note.clientId !== this.shown()) return null;
    return { id: note.id, isDraft: note.status === 'draft', parts: partsOf(note).filter(isWritten) };
  });
  protected readonly isEmpty = computed(() => this.page.value() !== undefined && this.line() === null);

  constructor() {
    effect(() => {
      if (this.records.changes() > 0) untracked(() => this.reload());
    });
  }

  protected reload(): void {
    this.page.reload();
    this.own.reload();
  }
}
