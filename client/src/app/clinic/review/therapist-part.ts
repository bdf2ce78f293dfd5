import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import type { TherapistPartDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { AnswerForm } from '../../kit/answer-form/answer-form';
import { AnswerView } from '../../kit/answer-form/answer-view';
import type { Answers, FieldDefinition } from '../../kit/answer-form/field-definition';
import { StatusLine } from '../../kit/status-line/status-line';
import { flat, ownQuestions, withAnswer } from './therapist-part.rules';

/** What a sheet asks of the therapist herself. Saved as it is written; read by the care team, and in no portal. */
@Component({
  selector: 'kept-therapist-part',
  imports: [AnswerForm, AnswerView, ProblemNotice, StatusLine],
  templateUrl: './therapist-part.html',
})
export class TherapistPart {
  readonly assignmentId = input.required<string>();
  /** What the client was asked, and sent. */
  readonly asked = input.required<readonly FieldDefinition[]>();
  readonly sent = input.required<Answers>();
  readonly writable = input(false);

  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  protected readonly part = read<TherapistPartDto>(() =>
    this.login.can('therapist-part:read') ? `/assignments/${this.assignmentId()}/therapist-part` : undefined,
  );
  protected readonly draft = signal<Draft<Answers> | null>(null);
  protected readonly questions = computed(() =>
    ownQuestions(this.part.value()?.fields ?? [], this.asked(), this.sent()),
  );
  private readonly answers = computed<Answers>(() => this.draft()?.text() ?? this.part.value()?.answers ?? {});
  protected readonly shown = computed(() => flat(this.questions(), this.answers()));
  protected readonly theirs = computed(() => flat(this.questions(), this.draft()?.conflict()?.theirs ?? {}));

  constructor() {
    let closed = false;
    effect(() => {
      const body = this.part.value();
      if (!body || body.fields.length === 0 || !this.writable()) return;
      untracked(() => {
        if (!this.draft()) void this.open(body).then((draft) => (closed ? void this.drafts.close(draft) : undefined));
      });
    });
    inject(DestroyRef).onDestroy(() => {
      closed = true;
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  private async open(body: TherapistPartDto): Promise<Draft<Answers>> {
    const source = {
      path: `/assignments/${this.assignmentId()}/therapist-part`,
      textOf: ({ answers }: TherapistPartDto): Answers => answers,
      bodyOf: (answers: Answers) => ({ answers }),
    };
    const draft = await this.drafts.open(source, body);
    this.draft.set(draft);
    return draft;
  }

  protected write({ key, value }: { key: string; value: unknown }): void {
    const question = this.questions().find((each) => each.key === key);
    if (question) this.draft()?.change(withAnswer(question, this.answers(), value));
  }
}
