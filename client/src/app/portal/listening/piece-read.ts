import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { ListeningDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { longDay } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { keptWords } from '../kept-words';
import { standing } from './listening.words';
import { PlainHints } from './plain-hints';

type Turn = ListeningDto['turns'][number];

/** What was offered and what became of it. There is no place to answer before it was said back: the server holds that. */
@Component({
  selector: 'kept-piece-read',
  imports: [PlainHints, ProblemNotice, Skeleton, TextArea, Visibility],
  templateUrl: './piece-read.html',
  host: { class: 'room-page' },
})
export class PieceRead {
  readonly pieceId = input.required<string>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly stored = read<ListeningDto>(() => `/listening/${this.pieceId()}`);
  protected readonly piece = linkedSignal(() => this.stored.value());
  protected readonly loadProblem = computed(() => this.stored.problem());
  protected readonly may = computed(() => new Set(this.piece()?.acts ?? []));
  /** What is being written: said back first, answered after it. */
  protected readonly writes = computed(() => (this.may().has('reflect') ? 'reflections' : 'replies'));
  private readonly kept = keptWords(
    () => `${this.writes()} ${this.pieceId()}`,
    () => '',
  );
  protected readonly text = this.kept.words;
  protected readonly withdrawing = signal(false);
  protected readonly sending = signal(false);
  protected readonly wrong = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly done = signal('');
  protected readonly heading = computed(() => {
    const it = this.piece();
    if (!it) return $localize`Listening first`;
    return it.mine ? $localize`My words` : $localize`From ${it.from}:name:`;
  });
  protected readonly seenBy = $localize`you, your partner and your care team.`;
  protected readonly saidBack = $localize`In my own words`;
  protected readonly saidBackHint = $localize`“You … I heard that … It made you …” Reasons can wait.`;
  protected readonly answered = $localize`My answer`;
  protected readonly answeredHint = $localize`One answer, short. It need not settle anything.`;
  protected readonly standing = standing;
  protected readonly longDay = longDay;

  protected turnWords({ kind, mine, from }: Turn): string {
    const who = mine ? $localize`You` : (from ?? this.piece()?.from ?? '');
    switch (kind) {
      case 'reflection':
        return $localize`${who}:who:, saying it back`;
      case 'reply':
        return $localize`${who}:who:, answering`;
      case 'heard':
        return mine ? $localize`You said: heard.` : $localize`${who}:who: said: heard.`;
      case 'not_yet':
        return mine ? $localize`You said: not yet.` : $localize`${who}:who: said: not yet.`;
    }
  }

  protected async send(): Promise<void> {
    const text = this.text().trim();
    this.wrong.set(text === '' ? $localize`Write a few words first.` : null);
    if (text === '') return;
    const first = this.writes() === 'reflections';
    await this.attempt(this.writes(), { text }, first ? $localize`Said back.` : $localize`Sent.`, () =>
      this.kept.forget(),
    );
  }

  protected close(heard: boolean): Promise<void> {
    return this.attempt('closing', { heard }, heard ? $localize`Heard.` : $localize`Not yet. That is fine.`);
  }

  protected async takeBack(): Promise<void> {
    await this.attempt('withdraw', undefined, '');
    if (this.problem() === null) this.left.emit();
  }

  protected retry(): void {
    this.stored.reload();
  }

  private async attempt(
    what: string,
    body: object | undefined,
    said: string,
    after?: () => Promise<void>,
  ): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    this.done.set('');
    try {
      const piece = await this.api.post<ListeningDto>(`/listening/${this.pieceId()}/${what}`, body);
      // Before the page turns to the next thing to write: these words have arrived.
      await after?.();
      this.piece.set(piece);
      this.done.set(said);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
