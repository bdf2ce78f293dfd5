import { Component, computed, signal } from '@angular/core';
import { AnswerForm } from '../answer-form/answer-form';
import { AnswerView } from '../answer-form/answer-view';
import type { Answers } from '../answer-form/field-definition';
import { shownFields } from '../answer-form/show-if';
import { ContentNote } from '../content-note/content-note';
import { QuestionPage } from '../question-page/question-page';
import { StatusLine } from '../status-line/status-line';
import { Visibility } from '../visibility/visibility';
import { WORKSHEET, WORKSHEET_ANSWERS } from './kit-samples';

/** The form renderer: one question a page, the whole form, and the answers to read. */
@Component({
  selector: 'kept-kit-forms',
  imports: [AnswerForm, AnswerView, ContentNote, QuestionPage, StatusLine, Visibility],
  templateUrl: './kit-forms.html',
})
export class KitForms {
  protected readonly fields = WORKSHEET;
  protected readonly answers = signal<Answers>(WORKSHEET_ANSWERS);
  protected readonly begun = signal(false);
  private readonly at = signal(0);
  protected readonly asked = computed(() => shownFields(this.fields, this.answers()));
  protected readonly question = computed(() => this.asked()[Math.min(this.at(), this.asked().length - 1)]);
  protected readonly caption = computed(() => `Impact letter · Question ${this.at() + 1} of ${this.asked().length}`);
  protected readonly saved = { kind: 'saved', at: '2026-10-14T21:41:00Z' } as const;

  protected goOn(): void {
    this.at.update((at) => (at + 1) % this.asked().length);
  }

  protected goBack(): void {
    this.at.update((at) => Math.max(0, at - 1));
  }
}
