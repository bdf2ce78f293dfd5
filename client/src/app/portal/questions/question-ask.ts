import { Component, inject, input, output, signal } from '@angular/core';
import { Api } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { keptWords } from '../kept-words';
import { LEVELS, TAGS } from './question.words';

/** A new question. What is to become of it, and how much is wanted, begin at the gentle end. */
@Component({
  selector: 'kept-question-ask',
  imports: [ProblemNotice, RadioGroup, TextArea, Visibility],
  templateUrl: './question-ask.html',
  host: { class: 'room-page' },
})
export class QuestionAsk {
  readonly coupleId = input.required<string>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly kept = keptWords(
    () => 'question',
    () => '',
  );
  protected readonly text = this.kept.words;
  protected readonly tag = signal<string | null>('in_session');
  protected readonly detail = signal<string | null>('facts');
  protected readonly tags = TAGS;
  protected readonly levels = LEVELS;
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly words = new FieldWords({ text: $localize`Write your question first.` }, 'question');
  protected readonly seenBy = $localize`you and your care team. Your partner reads it when your therapist passes it on.`;

  protected async keep(): Promise<void> {
    if (!this.words.mark(this.text().trim() === '' ? ['text'] : []) || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const body = { text: this.text().trim(), tag: this.tag(), detail: this.detail() };
      await this.api.post(`/couples/${this.coupleId()}/questions`, body, { idempotencyKey: crypto.randomUUID() });
      await this.kept.forget();
      this.left.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
