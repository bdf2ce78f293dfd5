import { inject, Service, signal, type WritableSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import type { FoundNoteDto } from '../../../api/types.gen';
import { hitsIn, markedIn, soughtIn, type Sought } from '../../../../../server/src/notes/note-words.rules';
import { Api } from '../../core/api';
import type { Piece } from '../../kit/marked-text/marked-text';

export interface FoundPage {
  items: FoundNoteDto[];
  next: string | null;
}

/** Whose notes are searched; all of one's own without either. */
export interface SearchedIn {
  clientId?: string;
  coupleId?: string;
}

/** Words of one's own notes. They go as a body and into the history's state: an address is kept in logs and lists. */
@Service()
export class NoteSearch {
  private readonly api = inject(Api);

  ask(words: string, within: SearchedIn, more: { limit?: number; cursor?: string } = {}): Promise<FoundPage> {
    return this.api.post<FoundPage>('/notes/search', { words, ...within, ...more });
  }
}

/** The words that the history keeps beside an address, and again after every arrival. Call it where `inject()` may be called. */
export function wordsInHistory(heard: (words: string | null) => void): void {
  const read = (): void => {
    const { words } = (history.state ?? {}) as { words?: unknown };
    heard(typeof words === 'string' ? words : null);
  };
  read();
  inject(Router)
    .events.pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(),
    )
    .subscribe(read);
}

/** What a hit goes by: a note and what was added to it may both hold the words. */
export const hitKey = ({ id, addendum }: FoundNoteDto): string => addendum?.id ?? id;

/** When what was found was written down: of a note, when the session was. */
export const writtenAt = ({ happenedAt, addendum }: FoundNoteDto): string => addendum?.createdAt ?? happenedAt;

/** The place of an addendum on the page of its note, as an address names it. */
export const addendumPlace = ({ id }: { id: string }): string => `addendum-${id}`;

/** Whether there is anything to look for in what is typed. */
export const isWorthAsking = (typed: string): boolean => soughtIn(typed) !== null;

/** What the page that was left was searching for: its hits are shown here. */
export class Shown {
  private constructor(
    readonly words: string,
    private readonly sought: Sought,
  ) {}

  static of(words: string | null): Shown | null {
    const sought = words === null ? null : soughtIn(words);
    return sought && new Shown(words!, sought);
  }

  piecesOf(text: string): Piece[] {
    return markedIn(text, this.sought);
  }

  /** Where the first of them stands in a text. */
  placeIn(text: string): { at: number; length: number } | null {
    return hitsIn(text, this.sought)[0] ?? null;
  }
}

/** What was searched for before this page, null once it is put away. Call it where `inject()` may be called. */
export function shownHere(): WritableSignal<Shown | null> {
  const shown = signal<Shown | null>(null);
  wordsInHistory((words) => shown.set(Shown.of(words)));
  return shown;
}
