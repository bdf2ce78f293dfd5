import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { QuestionDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { TextArea } from '../../kit/text-area/text-area';
import { levelWord, LEVELS, standing, tagWord, TAGS } from './question.words';

/** One question of one's own. An answer stays folded: nobody meets it by scrolling past. */
@Component({
  selector: 'kept-question-card',
  imports: [ProblemNotice, RadioGroup, TextArea],
  templateUrl: './question-card.html',
})
export class QuestionCard {
  readonly question = input.required<QuestionDto>();
  readonly changed = output();
  private readonly api = inject(Api);
  protected readonly tags = TAGS;
  protected readonly levels = LEVELS;
  protected readonly words = computed(() => standing(this.question()));
  protected readonly wanted = computed(() => `${tagWord(this.question().tag)}. ${levelWord(this.question().detail)}.`);
  protected readonly may = computed(() => new Set(this.question().acts));
  protected readonly doing = signal<'change' | 'withdraw' | null>(null);
  protected readonly text = signal('');
  protected readonly tag = signal<string | null>(null);
  protected readonly detail = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected startChanging(): void {
    const { text, tag, detail } = this.question();
    this.text.set(text);
    this.tag.set(tag);
    this.detail.set(detail);
    this.doing.set('change');
  }

  protected saveChange(): Promise<void> {
    const { id, text, version } = this.question();
    const words = this.text().trim();
    const reworded = this.may().has('reword') && words !== '' && words !== text ? { text: words } : {};
    const body = { tag: this.tag(), detail: this.detail(), ...reworded };
    return this.attempt(() => this.api.patch(`/questions/${id}`, body, { ifMatch: version }));
  }

  protected takeBack(): Promise<void> {
    return this.attempt(() => this.api.post(`/questions/${this.question().id}/withdraw`));
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await act();
      this.doing.set(null);
      this.changed.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
