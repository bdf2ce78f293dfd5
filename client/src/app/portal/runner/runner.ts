import { Location } from '@angular/common';
import { Component, computed, DestroyRef, ElementRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDetailDto, ResponseDto, SubmissionDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Arrival } from '../../core/arrival';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { AnswerForm } from '../../kit/answer-form/answer-form';
import { AnswerView } from '../../kit/answer-form/answer-view';
import type { Answers } from '../../kit/answer-form/field-definition';
import { rowsOf } from '../../kit/answer-form/field-definition';
import { withNew, without } from '../../kit/answer-form/rows.rules';
import { isAnswered } from '../../kit/answer-form/show-if';
import { ContentNote } from '../../kit/content-note/content-note';
import { QuestionPage } from '../../kit/question-page/question-page';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { Visibility } from '../../kit/visibility/visibility';
import { Coach } from '../coach/coach';
import { textsOf } from '../coach/coach-text.rules';
import { ShareHints, type SharedHint } from '../coach/share-hints';
import { Sharing } from '../sharing/sharing';
import { BothDrafts } from './both-drafts';
import { CheckAndSend } from './check-and-send';
import { canBeShared, partnerWords, readerOf, type Reader } from './readers.rules';
import { RowList } from './row-list';
import {
  after,
  before,
  faultOf,
  isFixed,
  isOpen,
  pagesOf,
  placeOf,
  question,
  type Asked,
  type Step,
} from './runner.rules';
import { Sent } from './sent';
import { watching } from './watching';
import { WhoMayRead } from './who-may-read';

const NO_ONE_ELSE = $localize`No one else.`;

/** What is saved: the answers, and where their author stopped. */
export interface Written {
  readonly answers: Answers;
  readonly visibility: Readonly<Record<string, unknown>>;
  readonly forSession: readonly string[];
  readonly at: string | null;
}

/**
 * One worksheet, one question a page. Every page has the same address and title; the browser's own Back works all the
 * same, since each step is an entry in the history that says nothing. Nothing is required and nothing moves on by itself.
 */
@Component({
  selector: 'kept-runner',
  imports: [
    AnswerForm,
    AnswerView,
    BothDrafts,
    CheckAndSend,
    Coach,
    ContentNote,
    ProblemNotice,
    QuestionPage,
    RouterLink,
    RowList,
    Sent,
    ShareHints,
    Sharing,
    Skeleton,
    StatusLine,
    Visibility,
    WhoMayRead,
  ],
  templateUrl: './runner.html',
})
export class Runner implements OnInit {
  /** Id of the assignment. */
  readonly id = input.required<string>();
  /** Back before the first page. */
  readonly left = output();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly arrival = inject(Arrival);
  private readonly drafts = inject(Drafts);
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  /** Steps taken on this visit: how far the browser's own Back stays inside. */
  private depth = 0;

  protected readonly startLabel = $localize`Start`;
  protected readonly goOnLabel = $localize`Go on`;

  protected readonly assignment = signal<AssignmentDetailDto | null>(null);
  protected readonly earlier = signal<readonly SubmissionDto[]>([]);
  protected readonly draft = signal<Draft<Written> | null>(null);
  protected readonly step = signal<Step>({ kind: 'note' });
  protected readonly changing = signal(false);
  protected readonly sending = signal(false);
  protected readonly sharedHints = signal<readonly SharedHint[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = signal<Readonly<Record<string, string>>>({});

  protected readonly written = computed<Written>(
    () => this.draft()?.text() ?? { answers: {}, visibility: {}, forSession: [], at: null },
  );
  protected readonly sections = computed(() => this.assignment()?.worksheet.sections ?? []);
  protected readonly fields = computed(() => this.sections().flatMap(({ fields }): readonly Asked[] => fields));
  /** What the coach reads: only an apology has one. */
  protected readonly letter = computed(() =>
    this.assignment()?.worksheetKey === 'apology' ? textsOf(this.fields(), this.written().answers) : null,
  );
  protected readonly pages = computed(() => pagesOf(this.fields(), this.written().answers));
  protected readonly field = computed(() => {
    const step = this.step();
    return 'key' in step ? (this.fields().find(({ key }) => key === step.key) ?? null) : null;
  });
  protected readonly rowId = computed(() => {
    const step = this.step();
    return step.kind === 'row' ? step.rowId : undefined;
  });
  /** Said once, above the first question of a part. */
  protected readonly intro = computed(() => {
    const section = this.sections().find(({ fields }) => fields[0]?.key === this.field()?.key);
    return section && this.step().kind === 'question' ? section : null;
  });
  protected readonly help = computed(() => {
    const key = this.field()?.key;
    return (
      this.sections()
        .flatMap(({ fields }) => fields)
        .find((field) => field.key === key)?.help ?? null
    );
  });
  protected readonly therapist = computed(() => this.assignment()?.assignedByName ?? '');
  protected readonly isWithTherapist = computed(() => this.assignment()?.status === 'submitted');
  protected readonly isClosed = computed(() => ['reviewed', 'withdrawn'].includes(this.assignment()?.status ?? ''));
  protected readonly lastSent = computed(() => this.earlier()[0] ?? null);
  protected readonly lastReview = computed(() => this.lastSent()?.review ?? null);
  protected readonly commented = computed(() => {
    const comments = this.lastReview()?.fieldComments ?? {};
    return this.fields().filter(({ key }) => key in comments);
  });
  protected readonly comment = computed(() => {
    const key = this.field()?.key;
    return key === undefined ? null : (this.lastReview()?.fieldComments[key] ?? null);
  });
  protected readonly begun = computed(() => Object.values(this.written().answers).some(isAnswered));
  protected readonly stepKey = computed(() => JSON.stringify(this.step()));
  protected readonly caption = computed(() => {
    const title = this.assignment()?.title ?? '';
    const { place, of } = placeOf(this.step(), this.pages());
    if (isFixed(this.fields())) return $localize`${title}:title: · Question ${place}:place: of ${of}:count:`;
    const left = of - place;
    return left > 0
      ? $localize`${title}:title: · About ${left}:count: left`
      : $localize`${title}:title: · The last one`;
  });
  protected readonly watched = watching(
    this.field,
    computed(() => this.written().answers),
    computed(() => this.assignment()?.worksheet.watches ?? []),
  );
  protected readonly errors = computed<Readonly<Record<string, string>>>(() => ({
    ...this.fault(),
    ...this.watched.refused(),
  }));
  protected readonly gated = computed(() => this.assignment()?.worksheet.gated ?? false);
  protected readonly canBeShared = computed(() => {
    const assignment = this.assignment();
    return assignment !== null && canBeShared(assignment);
  });
  /** Field key to who may read it; null = never a partner. Empty for a sheet of which nothing can be shared. */
  protected readonly readers = computed<Readonly<Record<string, Reader | null>>>(() => {
    const { visibility } = this.written();
    const fields = this.canBeShared() ? this.fields() : [];
    return Object.fromEntries(fields.map((field) => [field.key, readerOf(field, visibility[field.key], this.gated())]));
  });
  protected readonly reader = computed(() => this.readers()[this.field()?.key ?? ''] ?? null);
  protected readonly seenBy = computed(() => this.whoReads(this.field()));

  constructor() {
    const stop = this.location.subscribe(({ state }) => this.turnTo(state));
    inject(DestroyRef).onDestroy(() => {
      stop.unsubscribe();
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  ngOnInit(): void {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    const path = `/assignments/${this.id()}`;
    try {
      const [assignment, sent] = await Promise.all([
        this.api.get<AssignmentDetailDto>(path),
        this.api.get<{ items: SubmissionDto[] }>(`${path}/submissions`),
      ]);
      this.earlier.set(sent.items);
      if (['assigned', 'draft', 'returned'].includes(assignment.status)) await this.openDraft(assignment);
      this.assignment.set(assignment);
      const first = this.firstStep(assignment);
      this.remember(first, 'replace');
      this.show(first);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }

  private async openDraft({ id }: AssignmentDetailDto): Promise<void> {
    const path = `/assignments/${id}/response`;
    const body = await this.api.get<ResponseDto>(path);
    const textOf = ({ answers, visibility, forSession, at }: ResponseDto): Written => ({
      answers,
      visibility,
      forSession,
      at,
    });
    this.draft.set(await this.drafts.open({ path, textOf, bodyOf: (text: Written) => ({ ...text }) }, body));
  }

  /** Where this tab was, else the very field it was left at on any device, else the beginning. */
  private firstStep({ status }: AssignmentDetailDto): Step {
    const kept = (this.location.getState() as { step?: Step } | null)?.step;
    if (kept && isOpen(kept, this.pages(), this.written().answers)) return kept;
    if (status === 'returned' && this.lastReview()) return { kind: 'comments' };
    const at = this.written().at;
    const left = at === null ? null : question(at);
    return left && isOpen(left, this.pages(), this.written().answers) ? left : { kind: 'note' };
  }

  protected whoReads(field: Asked | null): string {
    const reader = this.therapist();
    if (field?.neverShared)
      return $localize`you and ${reader}:therapist:, once you send it. It is never shared with anyone else.`;
    if (this.assignment()?.together)
      return $localize`you and your partner now; ${reader}:therapist: once you send it. No one else.`;
    const others = field && field.key in this.readers() ? partnerWords(this.readers()[field.key] ?? null) : NO_ONE_ELSE;
    return field?.sendRowsWhere
      ? $localize`you. What you tick goes to ${reader}:therapist: once you send it. ${others}:others:`
      : $localize`you and ${reader}:therapist:, once you send it. ${others}:others:`;
  }

  protected write(answers: Answers): void {
    this.fault.set({});
    this.change({ answers });
  }

  protected letRead(field: Asked, reader: Reader): void {
    this.change({ visibility: { ...this.written().visibility, [field.key]: reader } });
  }

  private change(part: Partial<Written>): void {
    this.draft()?.change({ ...this.written(), ...part });
  }

  protected begin(): void {
    this.goTo(after({ kind: 'note' }, this.pages()));
  }

  protected goOn(): void {
    const field = this.field();
    const { answers, forSession } = this.written();
    if (field) {
      if (Object.keys(this.watched.refused()).length > 0) return this.toFirstError();
      const fault = faultOf(field, answers[field.key], answers);
      if (fault) {
        this.fault.set({ [field.key]: fault });
        return;
      }
      if (isAnswered(answers[field.key]) && forSession.includes(field.key))
        this.change({ forSession: forSession.filter((key) => key !== field.key) });
    }
    this.turnPage();
  }

  private toFirstError(): void {
    const wrong = this.host.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) return wrong.focus();
    // On the list of rows the words are in one of them: its own page shows where.
    const [field, rowId] = Object.keys(this.watched.refused())[0]?.split('.') ?? [];
    if (field && rowId) this.goTo({ kind: 'row', key: field, rowId });
  }

  protected skip(): void {
    this.turnPage();
  }

  protected keepForSession(field: Asked): void {
    this.change({ forSession: [...new Set([...this.written().forSession, field.key])] });
    this.turnPage();
  }

  /** The whole sheet is left for the session: its author may still send that, so that the therapist knows. */
  protected allInSession(): void {
    this.change({ forSession: this.fields().map(({ key }) => key) });
    this.goTo({ kind: 'check' });
  }

  protected addRow(field: Asked): void {
    const rowId = crypto.randomUUID();
    const { answers } = this.written();
    this.write({ ...answers, [field.key]: withNew(rowsOf(answers[field.key]), rowId) });
    this.goTo({ kind: 'row', key: field.key, rowId });
  }

  protected openRow(field: Asked, rowId: string): void {
    this.goTo({ kind: 'row', key: field.key, rowId });
  }

  protected removeRow(field: Asked, rowId: string): void {
    const { answers } = this.written();
    this.write({ ...answers, [field.key]: without(rowsOf(answers[field.key]), rowId) });
  }

  protected changeAnswer(key: string): void {
    this.changing.set(true);
    this.goTo(question(key));
  }

  /** Nothing asked after a question opened from the last page: straight back to it. */
  private turnPage(): void {
    const step = this.step();
    if (this.changing() && step.kind === 'question') {
      this.changing.set(false);
      return this.goTo({ kind: 'check' });
    }
    this.goTo(after(step, this.pages()));
  }

  protected back(): void {
    if (this.depth > 0) return this.location.back();
    const earlier = before(this.step(), this.pages());
    if (earlier) this.goTo(earlier);
    else this.left.emit();
  }

  protected async finishLater(): Promise<void> {
    await this.draft()?.flush();
    await this.router.navigateByUrl('/me');
  }

  protected async send(): Promise<void> {
    const draft = this.draft();
    if (!draft || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      // Nothing was ever written: an empty sheet can be sent as well, it says "not now".
      if (draft.savedAt() === null && !draft.unsent()) this.change({});
      if (!(await draft.flush())) return;
      const sent = await this.api.post<AssignmentDetailDto>(
        `/assignments/${this.id()}/submit`,
        { hints: this.sharedHints() },
        {
          ifMatch: draft.version(),
        },
      );
      await this.drafts.close(draft);
      this.draft.set(null);
      this.assignment.set(sent);
      // Whoever comes back to this page later starts from what came back, not from the last look.
      this.location.replaceState(this.location.path(), '', { homework: this.id() });
      this.arrival.land();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  protected async takeBack(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await this.api.post<AssignmentDetailDto>(`/assignments/${this.id()}/recall`);
      this.remember({ kind: 'check' }, 'replace');
      await this.load();
    } catch (thrown) {
      const problem = problemOf(thrown);
      await this.load();
      this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  private goTo(step: Step): void {
    this.depth += 1;
    this.remember(step, 'add');
    this.show(step);
  }

  private remember(step: Step, how: 'add' | 'replace'): void {
    const state = { homework: this.id(), step };
    if (how === 'add') this.location.go(this.location.path(), '', state);
    else this.location.replaceState(this.location.path(), '', state);
  }

  /** The browser's own Back and Forward. */
  private turnTo(state: unknown): void {
    const { homework, step } = (state ?? {}) as { homework?: string; step?: Step };
    if (homework !== this.id() || !step) return;
    this.depth = Math.max(0, this.depth - 1);
    this.changing.set(false);
    this.show(isOpen(step, this.pages(), this.written().answers) ? step : { kind: 'note' });
  }

  private show(step: Step): void {
    this.fault.set({});
    this.problem.set(null);
    this.step.set(step);
    if (step.kind === 'question' && this.draft() && this.written().at !== step.key) this.change({ at: step.key });
    // A question page takes the focus to its heading by itself.
    if (step.kind !== 'question' && step.kind !== 'row') this.arrival.land();
    scrollTo({ top: 0 });
  }
}
