import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FoundNoteDto } from '../../../api/types.gen';
import { fieldsOf } from '../../../../../server/src/notes/note-forms.definition';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { dated } from '../../kit/clock';
import { wallDay } from '../../core/wall-clock';
import { MarkedText } from '../../kit/marked-text/marked-text';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { KINDS } from '../note/note-text';
import {
  addendumPlace,
  hitKey,
  isWorthAsking,
  NoteSearch,
  writtenAt,
  type FoundPage,
  type SearchedIn,
} from './note-search';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 250;

const ADDED_WORDS: Record<string, string> = {
  text: $localize`Addendum`,
  reason: $localize`Why it was added`,
};

/** One's own notes that hold what is typed, newest first, each with the lines around the words. */
@Component({
  selector: 'kept-note-hits',
  imports: [MarkedText, ProblemNotice, RouterLink, Row, RowNav, Skeleton],
  templateUrl: './note-hits.html',
})
export class NoteHits {
  readonly words = input.required<string>();
  readonly clientId = input<string | null>(null);
  readonly coupleId = input<string | null>(null);
  private readonly searching = inject(NoteSearch);
  private readonly login = inject(Login);

  protected readonly page = signal<FoundPage | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly asking = signal(false);
  protected readonly worth = computed(() => isWorthAsking(this.words()));
  /** What the answer on screen is of: whoever opens a note from it sees these words. */
  protected readonly answered = signal('');
  private readonly within = computed<SearchedIn>(() => {
    const [clientId, coupleId] = [this.clientId(), this.coupleId()];
    return { ...(clientId ? { clientId } : {}), ...(coupleId ? { coupleId } : {}) };
  });
  private turn = 0;

  protected readonly lines = computed(() => (this.page()?.items ?? []).map((found) => this.lineOf(found)));
  protected readonly said = computed(() => {
    const page = this.page();
    if (!page || !this.worth()) return '';
    const count = page.items.length;
    if (count === 0) return page.next ? '' : $localize`None of your notes holds all of these words.`;
    if (page.next) return $localize`The newest ${count}:count: notes with these words.`;
    return count === 1 ? $localize`1 note with these words.` : $localize`${count}:count: notes with these words.`;
  });

  constructor() {
    effect((onCleanup) => {
      const [words, within, worth] = [this.words(), this.within(), this.worth()];
      // An answer that is still on its way is to another question.
      this.turn += 1;
      const timer = setTimeout(() => untracked(() => void (worth ? this.ask(words, within) : this.clear())), PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected again(): void {
    void this.ask(this.words(), this.within());
  }

  protected async more(): Promise<void> {
    const page = this.page();
    if (!page?.next || this.asking()) return;
    await this.ask(this.words(), this.within(), page);
  }

  private clear(): void {
    this.page.set(null);
    this.problem.set(null);
    this.asking.set(false);
  }

  private async ask(words: string, within: SearchedIn, before: FoundPage | null = null): Promise<void> {
    const turn = ++this.turn;
    this.asking.set(true);
    this.problem.set(null);
    try {
      const page = await this.searching.ask(words, within, before?.next ? { cursor: before.next } : {});
      if (turn !== this.turn) return;
      this.page.set({ items: [...(before?.items ?? []), ...page.items], next: page.next });
      this.answered.set(words);
    } catch (thrown) {
      if (turn === this.turn) this.problem.set(problemOf(thrown));
    } finally {
      if (turn === this.turn) this.asking.set(false);
    }
  }

  private lineOf(found: FoundNoteDto) {
    const { id, who, kind, status, pieces } = found;
    const zone = this.login.me()?.clinic.timeZone ?? 'UTC';
    const at = writtenAt(found);
    const line = { id, key: hitKey(found), status, at, day: dated(wallDay(at, zone)), pieces };
    if (found.addendum) {
      const added = $localize`${who}:who:, ${KINDS[kind]}:kind: of ${dated(wallDay(found.happenedAt, zone))}:day:`;
      return {
        ...line,
        heading: added,
        section: ADDED_WORDS[found.section] ?? '',
        place: addendumPlace(found.addendum),
      };
    }
    const section = fieldsOf(found.format).find(({ key }) => key === found.section)?.label ?? '';
    return { ...line, heading: `${who}, ${KINDS[kind]}`, section, place: undefined };
  }
}
