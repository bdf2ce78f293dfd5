import { Component, computed, input, output } from '@angular/core';
import { same } from '../../core/same';
import { AnswerView } from '../../kit/answer-form/answer-view';
import type { Answers, FieldDefinition } from '../../kit/answer-form/field-definition';

/** Two versions of one draft, from two places: each question that differs, and a choice. Neither is lost unseen. */
@Component({
  selector: 'kept-both-drafts',
  imports: [AnswerView],
  templateUrl: './both-drafts.html',
})
export class BothDrafts {
  readonly fields = input.required<readonly FieldDefinition[]>();
  readonly mine = input.required<Answers>();
  readonly theirs = input.required<Answers>();
  readonly keepMine = output();
  readonly takeTheirs = output();

  protected readonly differing = computed(() =>
    this.fields().filter(({ key }) => !same(this.mine()[key] ?? null, this.theirs()[key] ?? null)),
  );
}
