import { Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { ListeningDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { keptWords } from '../kept-words';
import { pageTurn } from '../page-turn';

/** Writing for oneself and the therapist first; then the very words as the other will read them; then, perhaps, offering. */
@Component({
  selector: 'kept-piece-write',
  imports: [ProblemNotice, Skeleton, StatusLine, TextArea, Visibility],
  templateUrl: './piece-write.html',
  host: { class: 'room-page' },
})
export class PieceWrite {
  readonly coupleId = input.required<string>();
  /** Null: a new one. */
  readonly pieceId = input.required<string | null>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly turned = pageTurn();
  private gone = false;
  private readonly stored = read<ListeningDto>(() => {
    const id = this.pieceId();
    return id === null ? undefined : `/listening/${id}`;
  });
  private readonly kept = keptWords(
    () => 'piece',
    () => '',
  );
  protected readonly draft = signal<Draft<string> | null>(null);
  protected readonly text = computed(() =>
    this.pieceId() === null ? this.kept.words() : (this.draft()?.text() ?? ''),
  );
  protected readonly isReady = computed(() => this.pieceId() === null || this.draft() !== null);
  protected readonly loadProblem = computed(() => this.stored.problem());
  protected readonly previewing = signal(false);
  protected readonly sending = signal(false);
  protected readonly wrong = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly seenWhileKept = $localize`you and your care team, until you offer it.`;

  constructor() {
    effect(() => {
      const piece = this.stored.value();
      if (piece && untracked(this.draft) === null) untracked(() => void this.open(piece));
    });
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  protected write(text: string): void {
    if (this.pieceId() === null) this.kept.words.set(text);
    else if (text !== this.text()) this.draft()?.change(text);
  }

  protected turn(toPreview: boolean): void {
    if (toPreview && !this.isWritten()) return;
    this.previewing.set(toPreview);
    this.turned();
  }

  protected async keep(): Promise<void> {
    if (!this.isWritten()) return;
    await this.attempt(() => this.save());
  }

  protected async offer(): Promise<void> {
    await this.attempt(async () => {
      const id = await this.save();
      await this.api.post(`/listening/${id}/offer`);
    });
  }

  protected async putAway(): Promise<void> {
    const id = this.pieceId();
    await this.attempt(() => (id === null ? this.kept.forget() : this.api.post(`/listening/${id}/withdraw`)));
  }

  protected retry(): void {
    this.stored.reload();
  }

  private isWritten(): boolean {
    const missing = this.text().trim() === '';
    this.wrong.set(missing ? $localize`Write a few words first.` : null);
    return !missing;
  }

  /** The id under which the server has every word of it. */
  private async save(): Promise<string> {
    const id = this.pieceId();
    if (id !== null) {
      if (!(await this.draft()?.flush())) throw new Error('not saved');
      return id;
    }
    const made = await this.api.post<ListeningDto>(`/couples/${this.coupleId()}/listening`, { text: this.text() });
    await this.kept.forget();
    return made.id;
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await act();
      this.left.emit();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  private async open(piece: ListeningDto): Promise<void> {
    const source = {
      path: `/listening/${piece.id}`,
      textOf: ({ text }: ListeningDto): string => text,
      bodyOf: (text: string): object => ({ text }),
    };
    const draft = await this.drafts.open<string, ListeningDto>(source, piece);
    if (this.gone) return void this.drafts.close(draft);
    this.draft.set(draft);
  }
}
