import { Location } from '@angular/common';
import { afterNextRender, Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import type { CaseloadRowDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { PeoplePicker, type PickablePerson } from '../../kit/people-picker/people-picker';
import { isWorthAsking, wordsInHistory } from './note-search';
import { NoteHits } from './note-hits';

/** What the page keeps in the history beside its address, so that Back and a reload find it again. */
interface Kept {
  words?: string;
  person?: PickablePerson | null;
}

/** One's own notes by their words. What is typed stands in no address. */
@Component({
  selector: 'kept-search',
  imports: [NoteHits, PeoplePicker],
  templateUrl: './search.html',
})
export class Search {
  private readonly location = inject(Location);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly kept = (history.state ?? {}) as Kept;
  protected readonly typed = signal('');
  protected readonly person = signal<string | null>(this.kept.person?.id ?? null);
  protected readonly name = signal(this.kept.person?.name ?? '');
  private readonly asked = computed(() => (this.person() === null ? this.name().trim() : ''));
  private readonly found = read<{ items: CaseloadRowDto[] }>(() =>
    this.asked().length > 1 ? '/clients' + query({ q: this.asked(), limit: 8 }) : undefined,
  );
  protected readonly people = computed<PickablePerson[]>(() => {
    const found = (this.found.value()?.items ?? []).map(({ id, displayName }) => ({ id, name: displayName }));
    const { person } = this.kept;
    return found.length === 0 && person && this.person() === person.id ? [person] : found;
  });
  protected readonly worth = computed(() => isWorthAsking(this.typed()));

  constructor() {
    // The palette may come here from here, with other words.
    wordsInHistory((words) => words !== null && this.typed.set(words));
    effect(() => {
      const id = this.person();
      const state: Kept = { words: this.typed(), person: id === null ? null : { id, name: this.name() } };
      this.location.replaceState('/search', '', { ...(history.state as object), ...state });
    });
    afterNextRender(() => {
      if (this.typed() === '') this.field().nativeElement.focus();
    });
  }
}
