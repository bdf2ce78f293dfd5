import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { WorksheetDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { AnswerForm } from '../../kit/answer-form/answer-form';
import type { Answers } from '../../kit/answer-form/field-definition';
import { BlankField } from '../../kit/answer-form/blank-field';
import { Skeleton } from '../../kit/skeleton/skeleton';

/** A worksheet as a client meets it: to try out, where nothing is kept, and to print on paper. */
@Component({
  selector: 'kept-preview',
  imports: [AnswerForm, BlankField, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './preview.html',
})
export class Preview {
  /** Id of the worksheet. */
  readonly id = input.required<string>();

  protected readonly sheet = read<WorksheetDto>(() => `/worksheets/${this.id()}`);
  protected readonly answers = signal<Answers>({});
  /** What a client is asked: the therapist's own questions are not. */
  protected readonly sections = computed(() =>
    (this.sheet.value()?.sections ?? [])
      .map((section) => ({
        ...section,
        fields: section.fields
          .filter(({ by }) => by !== 'therapist')
          .map((field) => ({ ...field, columns: field.columns?.filter(({ by }) => by !== 'therapist') ?? null })),
      }))
      .filter(({ fields }) => fields.length > 0),
  );

  constructor() {
    const title = inject(Title);
    effect(() => {
      const sheet = this.sheet.value();
      if (sheet) title.setTitle(`${sheet.title} · Kept`);
    });
  }

  protected print(): void {
    globalThis.print();
  }
}
