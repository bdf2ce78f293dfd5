import { Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import type { AssignmentDetailDto, SubmissionDto } from '../../../api/types.gen';
import { AnswerForm } from '../../kit/answer-form/answer-form';
import { AnswerView } from '../../kit/answer-form/answer-view';
import type { Answers } from '../../kit/answer-form/field-definition';
import { QuestionPage } from '../../kit/question-page/question-page';
import { StatusLine } from '../../kit/status-line/status-line';
import { Visibility } from '../../kit/visibility/visibility';
import { Coach } from '../coach/coach';
import type { OpenSheet } from './open-sheet';
import { partnerWords } from './readers.rules';
import { RowList } from './row-list';
import { faultOf, isFixed, placeOf, type Asked, type Step } from './runner.rules';
import { watching } from './watching';
import { WhoMayRead } from './who-may-read';

/** One question, or one row of its list: the answer, what is wrong with it, what helps, and who will read it. */
@Component({
  selector: 'kept-asked-page',
  imports: [AnswerForm, AnswerView, Coach, QuestionPage, RowList, StatusLine, Visibility, WhoMayRead],
  templateUrl: './asked-page.html',
})
export class AskedPage {
  readonly assignment = input.required<AssignmentDetailDto>();
  readonly sheet = input.required<OpenSheet>();
  readonly field = input.required<Asked>();
  readonly step = input.required<Step>();
  /** What was sent the last time, if the sheet came back. */
  readonly lastSent = input<SubmissionDto | null>(null);
  /** The answer may stay as it is. */
  readonly goOn = output();
  /** To the page of one row. */
  readonly goTo = output<Step>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly therapist = computed(() => this.assignment().assignedByName);
  protected readonly written = computed(() => this.sheet().written());
  protected readonly rowId = computed(() => {
    const step = this.step();
    return step.kind === 'row' ? step.rowId : undefined;
  });
  protected readonly stepKey = computed(() => JSON.stringify(this.step()));
  /** Said once, above the first question of a part. */
  protected readonly intro = computed(() => {
    const section = this.sheet()
      .sections()
      .find(({ fields }) => fields[0]?.key === this.field().key);
    return section && this.step().kind === 'question' ? section : null;
  });
  protected readonly comment = computed(() => this.lastSent()?.review?.fieldComments[this.field().key] ?? null);
  protected readonly caption = computed(() => {
    const { title } = this.assignment();
    const { place, of } = placeOf(this.step(), this.sheet().pages());
    if (isFixed(this.sheet().fields())) return $localize`${title}:title: · Question ${place}:place: of ${of}:count:`;
    const left = of - place;
    return left > 0
      ? $localize`${title}:title: · About ${left}:count: left`
      : $localize`${title}:title: · The last one`;
  });
  protected readonly watched = watching(
    this.field,
    computed(() => this.written().answers),
    computed(() => this.assignment().worksheet.watches),
  );
  /** By field: why the page cannot be turned yet. Gone with the next word or the next page. */
  private readonly fault = linkedSignal<Step, Readonly<Record<string, string>>>({
    source: this.step,
    computation: () => ({}),
  });
  protected readonly errors = computed<Readonly<Record<string, string>>>(() => ({
    ...this.fault(),
    ...this.watched.refused(),
  }));
  protected readonly reader = computed(() => this.sheet().readers()[this.field().key] ?? null);
  protected readonly seenBy = computed(() => {
    const [field, reader, readers] = [this.field(), this.therapist(), this.sheet().readers()];
    if (field.neverShared)
      return $localize`you and ${reader}:therapist:, once you send it. It is never shared with anyone else.`;
    if (this.assignment().together)
      return $localize`you and your partner now; ${reader}:therapist: once you send it. No one else.`;
    const others = field.key in readers ? partnerWords(readers[field.key] ?? null) : $localize`No one else.`;
    return field.sendRowsWhere
      ? $localize`you. What you tick goes to ${reader}:therapist: once you send it. ${others}:others:`
      : $localize`you and ${reader}:therapist:, once you send it. ${others}:others:`;
  });

  protected write(answers: Answers): void {
    this.fault.set({});
    this.sheet().write(answers);
  }

  protected proceed(): void {
    const field = this.field();
    const { answers } = this.written();
    if (Object.keys(this.watched.refused()).length > 0) return this.toFirstError();
    const fault = faultOf(field, answers[field.key], answers);
    if (fault) {
      this.fault.set({ [field.key]: fault });
      return;
    }
    this.sheet().answeredAfterAll(field);
    this.goOn.emit();
  }

  private toFirstError(): void {
    const wrong = this.host.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) return wrong.focus();
    // On the list of rows the words are in one of them: its own page shows where.
    const [field, rowId] = Object.keys(this.watched.refused())[0]?.split('.') ?? [];
    if (field && rowId) this.goTo.emit({ kind: 'row', key: field, rowId });
  }

  protected keepForSession(): void {
    this.sheet().keepForSession([this.field()]);
    this.goOn.emit();
  }

  protected addRow(): void {
    this.fault.set({});
    this.openRow(this.sheet().addRow(this.field()));
  }

  protected openRow(rowId: string): void {
    this.goTo.emit({ kind: 'row', key: this.field().key, rowId });
  }

  protected removeRow(rowId: string): void {
    this.fault.set({});
    this.sheet().removeRow(this.field(), rowId);
  }
}
