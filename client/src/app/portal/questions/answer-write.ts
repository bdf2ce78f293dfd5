import { Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { AskedDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { type FormLine, TwoVersions } from '../two-versions';
import { askedStanding, levelWord } from './question.words';

interface Words {
  readonly facts: string;
  readonly outline: string;
  readonly full: string;
  readonly ready: boolean;
}

/**
 * Writing for a question that was passed on. It saves itself; the therapist reads along, and nobody else. Other words take
 * back the word that they can be used.
 */
@Component({
  selector: 'kept-answer-write',
  imports: [Checkbox, ProblemNotice, Skeleton, StatusLine, TextArea, TwoVersions, Visibility],
  templateUrl: './answer-write.html',
  host: { class: 'room-page' },
})
export class AnswerWrite {
  readonly askedId = input.required<string>();
  readonly left = output();
  private readonly drafts = inject(Drafts);
  private gone = false;
  private readonly loaded = read<AskedDto>(() => `/asked/${this.askedId()}`);
  protected readonly asked = computed(() => this.loaded.value());
  protected readonly problem = computed(() => this.loaded.problem());
  protected readonly draft = signal<Draft<Words> | null>(null);
  protected readonly text = computed<Words>(() => this.draft()?.text() ?? EMPTY);
  protected readonly title = $localize`A question for you`;
  protected readonly askedStanding = askedStanding;
  protected readonly levelWord = levelWord;
  protected readonly linesOf = linesOf;
  protected readonly seenBy = $localize`you and your care team. Your partner does not see that you write, or whether.`;

  constructor() {
    effect(() => {
      const asked = this.asked();
      if (asked?.state === 'asked' && untracked(this.draft) === null) untracked(() => void this.open(asked));
    });
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  protected write(part: Partial<Words>): void {
    const draft = this.draft();
    const now = { ...this.text(), ready: false, ...part };
    if (draft && JSON.stringify(now) !== JSON.stringify({ ...this.text(), ready: now.ready })) draft.change(now);
  }

  protected allow(ready: boolean): void {
    this.draft()?.change({ ...this.text(), ready: ready && this.text().facts.trim() !== '' });
  }

  protected async leave(): Promise<void> {
    await this.draft()?.flush();
    this.left.emit();
  }

  protected retry(): void {
    this.loaded.reload();
  }

  private async open(asked: AskedDto): Promise<void> {
    const source = { path: `/asked/${asked.id}`, textOf: wordsOf, bodyOf: (text: Words): object => ({ ...text }) };
    const draft = await this.drafts.open<Words, AskedDto>(source, asked);
    if (this.gone) return void this.drafts.close(draft);
    this.draft.set(draft);
  }
}

const EMPTY: Words = { facts: '', outline: '', full: '', ready: false };

const wordsOf = ({ answer }: AskedDto): Words =>
  answer ? { facts: answer.facts, outline: answer.outline, full: answer.full, ready: answer.ready } : EMPTY;

const linesOf = ({ facts, outline, full, ready }: Words): readonly FormLine[] => [
  [$localize`The facts`, facts],
  [$localize`How it came about`, outline],
  [$localize`What else was asked`, full],
  [$localize`These words can be used in a session`, ready ? $localize`Yes` : $localize`No`],
];
