import { computed, DestroyRef, inject, signal, type Signal } from '@angular/core';
import type { AssignmentDetailDto, ResponseDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { rowsOf, type Answers } from '../../kit/answer-form/field-definition';
import { withNew, without } from '../../kit/answer-form/rows.rules';
import { isAnswered } from '../../kit/answer-form/show-if';
import { textsOf } from '../coach/coach-text.rules';
import type { SharedHint } from '../coach/share-hints';
import { canBeShared, readerOf, type Reader } from './readers.rules';
import { pagesOf, type Asked } from './runner.rules';

/** What is saved: the answers, and where their author stopped. */
interface Written {
  readonly answers: Answers;
  readonly visibility: Readonly<Record<string, unknown>>;
  readonly forSession: readonly string[];
  readonly at: string | null;
}

const BLANK: Written = { answers: {}, visibility: {}, forSession: [], at: null };

const textOf = ({ answers, visibility, forSession, at }: ResponseDto): Written => ({
  answers,
  visibility,
  forSession,
  at,
});

/**
 * A sheet in the hands of its author: what it asks, what is written on it so far, and who may read that. Every change
 * is a draft on its way to the server. Make it where `inject()` may be called.
 */
export class OpenSheet {
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);

  /** Null while the sheet is out of their hands: sent, or closed. */
  readonly draft = signal<Draft<Written> | null>(null);
  readonly written = computed<Written>(() => this.draft()?.text() ?? BLANK);
  readonly sections = computed(() => this.assignment()?.worksheet.sections ?? []);
  readonly fields = computed(() => this.sections().flatMap(({ fields }): readonly Asked[] => fields));
  readonly pages = computed(() => pagesOf(this.fields(), this.written().answers));
  readonly begun = computed(() => Object.values(this.written().answers).some(isAnswered));
  /** What the coach reads: only an apology has one. */
  readonly letter = computed(() =>
    this.assignment()?.worksheetKey === 'apology' ? textsOf(this.fields(), this.written().answers) : null,
  );
  readonly gated = computed(() => this.assignment()?.worksheet.gated ?? false);
  readonly canBeShared = computed(() => {
    const assignment = this.assignment();
    return assignment !== null && canBeShared(assignment);
  });
  /** Field key to who may read it; null = never a partner. Empty for a sheet of which nothing can be shared. */
  readonly readers = computed<Readonly<Record<string, Reader | null>>>(() => {
    const { visibility } = this.written();
    const fields = this.canBeShared() ? this.fields() : [];
    return Object.fromEntries(fields.map((field) => [field.key, readerOf(field, visibility[field.key], this.gated())]));
  });

  constructor(private readonly assignment: Signal<AssignmentDetailDto | null>) {
    inject(DestroyRef).onDestroy(() => {
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  /** Takes up the draft of this assignment, with whatever an earlier visit could not send. */
  async open({ id }: AssignmentDetailDto): Promise<void> {
    const path = `/assignments/${id}/response`;
    const body = await this.api.get<ResponseDto>(path);
    this.draft.set(await this.drafts.open({ path, textOf, bodyOf: (text: Written) => ({ ...text }) }, body));
  }

  write(answers: Answers): void {
    this.change({ answers });
  }

  letRead({ key }: Asked, reader: Reader): void {
    this.change({ visibility: { ...this.written().visibility, [key]: reader } });
  }

  /** Where its author is, so that any device can go on from there. */
  leaveOffAt(key: string): void {
    if (this.draft() && this.written().at !== key) this.change({ at: key });
  }

  keepForSession(fields: readonly Asked[]): void {
    this.change({ forSession: [...new Set([...this.written().forSession, ...fields.map(({ key }) => key)])] });
  }

  /** An answer was given after all: no longer kept for the session. */
  answeredAfterAll({ key }: Asked): void {
    const { answers, forSession } = this.written();
    if (isAnswered(answers[key]) && forSession.includes(key))
      this.change({ forSession: forSession.filter((kept) => kept !== key) });
  }

  /** Adds an empty row and gives its id. */
  addRow({ key }: Asked): string {
    const rowId = crypto.randomUUID();
    const { answers } = this.written();
    this.write({ ...answers, [key]: withNew(rowsOf(answers[key]), rowId) });
    return rowId;
  }

  removeRow({ key }: Asked, rowId: string): void {
    const { answers } = this.written();
    this.write({ ...answers, [key]: without(rowsOf(answers[key]), rowId) });
  }

  /** Gives it to the therapist. Null: its last words could not be saved, and its draft says why. */
  async send(hints: readonly SharedHint[] | null): Promise<AssignmentDetailDto | null> {
    const [assignment, draft] = [this.assignment(), this.draft()];
    if (!assignment || !draft) return null;
    // Nothing was ever written: an empty sheet can be sent as well, it says "not now".
    if (draft.savedAt() === null && !draft.unsent()) this.change({});
    if (!(await draft.flush())) return null;
    const path = `/assignments/${assignment.id}/submit`;
    const sent = await this.api.post<AssignmentDetailDto>(path, { hints }, { ifMatch: draft.version() });
    await this.drafts.close(draft);
    this.draft.set(null);
    return sent;
  }

  private change(part: Partial<Written>): void {
    this.draft()?.change({ ...this.written(), ...part });
  }
}
