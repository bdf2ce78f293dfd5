import { Component, computed, effect, inject, output, signal, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { FoundNoteDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { wallDay } from '../../core/wall-clock';
import { dated } from '../../kit/clock';
import { Palette, type PaletteGroup, type PaletteOption } from '../../kit/palette/palette';
import { addendumPlace, hitKey, isWorthAsking, NoteSearch, writtenAt } from '../search/note-search';
import { FinderActs, type FindFor } from './finder-acts';
import { Recent } from './recent';

interface FoundClient {
  id: string;
  givenName: string;
  familyName: string;
  preferredName?: string | null;
  pronouns?: string | null;
}

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 150;
const PEOPLE = 6;
const NOTES = 5;
const NOTE = 'note:';

/** `Ctrl K`: a person, a place, an act or one's own words by a few letters. Keys of the options are addresses and acts. */
@Component({
  selector: 'kept-finder',
  imports: [Palette],
  template: `<kept-palette [groups]="groups()" [label]="label()" [(query)]="typed" (chosen)="go($event)" />`,
})
export class Finder {
  /** Asks for the screen to be covered. */
  readonly covered = output();
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  private readonly acts = inject(FinderActs);
  private readonly recent = inject(Recent);
  private readonly searching = inject(NoteSearch);
  private readonly palette = viewChild.required(Palette);
  protected readonly typed = signal('');
  /** Whom it is looked for: for an act that wants a person, nothing else is offered. */
  private readonly findFor = signal<FindFor | null>(null);
  private readonly asked = signal('');
  private readonly notes = signal<readonly FoundNoteDto[]>([]);
  private readonly found = read<{ items: FoundClient[] }>(() =>
    this.asked() ? '/clients' + query({ q: this.asked(), limit: PEOPLE }) : undefined,
  );

  protected readonly label = computed(() => this.acts.labelOf(this.findFor()));
  private readonly people = computed<PaletteGroup>(() => {
    if (!this.typed().trim()) {
      const options = this.recent.people().map(({ id, name }) => ({ key: `/clients/${id}`, label: name }));
      return { label: $localize`Seen lately`, options };
    }
    const options = (this.asked() ? (this.found.value()?.items ?? []) : []).map((client) => ({
      key: `/clients/${client.id}`,
      label: `${client.preferredName || client.givenName} ${client.familyName}`,
      note: client.pronouns ?? undefined,
    }));
    return { label: $localize`People on your caseload`, options };
  });
  private readonly inNotes = computed<PaletteGroup>(() => {
    const words = this.typed().trim();
    const isAsked = this.login.can('notes:search') && isWorthAsking(words);
    const all: PaletteOption = { key: 'do:search', label: $localize`All notes with these words` };
    const options = this.notes().map((found) => this.optionOf(found));
    return { label: $localize`In your notes`, options: isAsked ? [...options, all] : [] };
  });

  protected readonly groups = computed<PaletteGroup[]>(() => {
    if (this.findFor()) return [this.people()];
    const start = this.typed().trim().toLowerCase();
    const fitting = (options: readonly PaletteOption[]): PaletteOption[] =>
      options.filter(({ label }) => label.toLowerCase().includes(start));
    return [
      this.people(),
      { label: $localize`Do`, options: fitting(this.acts.acts()) },
      { label: $localize`Go to`, options: fitting(this.acts.places()) },
      this.inNotes(),
    ];
  });

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => untracked(() => this.ask(text)), PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }

  open(): void {
    this.openFor(null);
  }

  private openFor(act: FindFor | null): void {
    this.findFor.set(act);
    this.palette().open();
  }

  private ask(text: string): void {
    this.asked.set(text);
    this.notes.set([]);
    if (this.findFor() || !this.login.can('notes:search') || !isWorthAsking(text)) return;
    // Without an answer the palette still finds people and places; the page of all notes says what failed.
    this.searching.ask(text, {}, { limit: NOTES }).then(
      ({ items }) => this.asked() === text && this.notes.set(items),
      () => undefined,
    );
  }

  private optionOf(found: FoundNoteDto): PaletteOption {
    const day = dated(wallDay(writtenAt(found), this.login.me()?.clinic.timeZone ?? 'UTC'));
    const added = found.addendum ? $localize`, addendum` : '';
    const mistaken = found.status === 'entered_in_error' ? $localize`, entered in error` : '';
    return { key: NOTE + hitKey(found), label: `${found.who}, ${day}${added}${mistaken}`, pieces: found.pieces };
  }

  protected go(key: string): void {
    const act = this.findFor();
    if (act) return void this.router.navigateByUrl(this.acts.addressFor(act, key));
    if (key === 'do:cover') return this.covered.emit();
    if (key === 'do:keys') return this.acts.switchKeys();
    if (key === 'do:note' || key === 'do:assign') return this.openFor(key);
    if (key === 'do:search') return this.withWords(['/search']);
    const found = this.notes().find((one) => NOTE + hitKey(one) === key);
    if (found) return this.withWords(['/notes', found.id], found.addendum ? addendumPlace(found.addendum) : undefined);
    void this.router.navigateByUrl(key);
  }

  /** Also to where one is: with other words. */
  private withWords(to: string[], fragment?: string): void {
    const state = { words: this.typed().trim() };
    void this.router.navigate(to, { state, fragment, onSameUrlNavigation: 'reload' });
  }
}
