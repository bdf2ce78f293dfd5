import { Component, computed, input, output } from '@angular/core';
import { AnswerView } from '../../kit/answer-form/answer-view';
import type { Answers } from '../../kit/answer-form/field-definition';
import { isAnswered, shownFields } from '../../kit/answer-form/show-if';
import { Visibility } from '../../kit/visibility/visibility';
import { partnerWords, type Reader } from './readers.rules';
import { countAnswered, partToSend, type Asked } from './runner.rules';

/** The last look: every question with its answer, who will read it, and a way back to it. */
@Component({
  selector: 'kept-check-and-send',
  imports: [AnswerView, Visibility],
  templateUrl: './check-and-send.html',
})
export class CheckAndSend {
  readonly title = input.required<string>();
  readonly therapist = input.required<string>();
  readonly fields = input.required<readonly Asked[]>();
  readonly answers = input.required<Answers>();
  readonly forSession = input.required<readonly string[]>();
  /** One sheet of two people. */
  readonly together = input(false);
  /** Field key to who may read it; empty when nothing of this sheet can be shared. */
  readonly readers = input<Readonly<Record<string, Reader | null>>>({});
  readonly sending = input(false);
  /** Key of the question to go back to. */
  readonly changeAnswer = output<string>();
  readonly send = output();
  readonly later = output();

  protected readonly asked = computed(() => shownFields(this.fields(), this.answers()) as readonly Asked[]);
  protected readonly answered = computed(() =>
    countAnswered(
      this.asked().filter(({ key }) => !this.forSession().includes(key)),
      this.answers(),
    ),
  );
  protected readonly rows = computed(() =>
    this.asked().map((field) => {
      const part = partToSend(field, this.answers()[field.key]);
      const kept = this.forSession().includes(field.key);
      const count = Array.isArray(this.answers()[field.key]) ? (this.answers()[field.key] as unknown[]).length : 0;
      return {
        field,
        part,
        kept,
        /** Rows that are not sent. */
        stay: field.sendRowsWhere && Array.isArray(part) ? count - part.length : 0,
        who: this.whoReads(field, !kept && isAnswered(part)),
      };
    }),
  );

  private whoReads({ key }: Asked, sent: boolean): string {
    if (!sent) return $localize`no one.`;
    if (key in this.readers())
      return $localize`you and ${this.therapist()}:therapist:. ${partnerWords(this.readers()[key] ?? null)}:others:`;
    return this.together()
      ? $localize`both of you and ${this.therapist()}:therapist:. No one else.`
      : $localize`you and ${this.therapist()}:therapist:. No one else.`;
  }
}
