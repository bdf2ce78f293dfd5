import { Component, computed, inject, input, model, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto } from '../../../../api/types.gen';
import type { Draft } from '../../../core/draft';
import { problemOf } from '../../../core/problems';
import type { NoteText } from '../note-text';
import type { PrivateNote } from '../private-note';
import type { Whose } from '../whose';
import { ROOM_FOR_TWO } from './beside-record';
import { OwnRecords } from './own-records';
import { isStillThere, passageOf, withAgain, withPassage, without, withoutMarked, type Passage } from './passage.rules';

/** Where words can go, and how they are put and taken out there. True = it is done and the server has it. */
interface Place {
  key: string;
  ground: 'a' | 'b' | 'own';
  label: string;
  name: string;
  clientId: string | null;
}

interface Moved {
  passage: Passage;
  place: Place;
  /** The note it went into; null for the private one, which has no page of its own here. */
  noteId: string | null;
}

/**
 * Under a joint note: words chosen in it go into one partner's own record or into the private note. They are put there
 * first, and cut here once the server has them, so that a broken connection leaves them twice rather than nowhere.
 */
@Component({
  selector: 'kept-move-passage',
  imports: [RouterLink],
  templateUrl: './move-passage.html',
  host: { '(document:selectionchange)': 'look()', '(document:select)': 'look()' },
})
export class MovePassage {
  readonly note = input.required<NoteDto>();
  readonly draft = input.required<Draft<NoteText>>();
  readonly whose = input.required<Whose>();
  readonly privateNote = input<PrivateNote>();
  /** Whose own record is read beside the joint one: where there is room for both, the one that words went into. */
  readonly beside = model<string | null>(null);
  private readonly records = inject(OwnRecords);
  protected readonly chosen = signal<Passage | null>(null);
  protected readonly moved = signal<Moved | null>(null);
  protected readonly moving = signal(false);
  protected readonly said = signal('');
  protected readonly failure = signal('');
  protected readonly places = computed<Place[]>(() => [
    ...this.whose()
      .partners()
      .map(({ clientId, name, order }) => ({
        ...{ key: clientId, clientId, ground: order },
        label: $localize`To ${name}:name:’s own record`,
        name: $localize`${name}:name:’s own record`,
      })),
    {
      ...{ key: 'own', clientId: null, ground: 'own' as const },
      label: $localize`To my private note`,
      name: $localize`your private note`,
    },
  ]);

  /** The words stay chosen while a button is pressed; another choice in a field takes their place. */
  protected look(): void {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement) || !area.id.startsWith('section-')) return;
    const { value, selectionStart, selectionEnd } = area;
    this.chosen.set(passageOf(area.id.slice('section-'.length), value, selectionStart, selectionEnd));
  }

  protected async move(place: Place): Promise<void> {
    const passage = this.chosen();
    if (!passage || this.moving() || !isStillThere(this.draft().text(), passage)) return;
    await this.doing(async () => {
      const noteId = await this.put(place, passage);
      if (noteId === false)
        return this.failure.set($localize`Not moved: the other note could not be saved. The words are still here.`);
      // Written on meanwhile: then they stand in both, and are cut by hand.
      if (!isStillThere(this.draft().text(), passage))
        return this.failure.set($localize`The words stand in ${place.name}:place: now. Cut them here by hand.`);
      this.draft().change(without(this.draft().text(), passage));
      this.chosen.set(null);
      this.moved.set({ passage, place, noteId });
      this.said.set($localize`Moved to ${place.name}:place:, marked there as told alone.`);
      await this.draft().flush();
    });
  }

  protected async undo({ passage, place, noteId }: Moved): Promise<void> {
    if (this.moving()) return;
    await this.doing(async () => {
      this.draft().change(withAgain(this.draft().text(), passage));
      if (!(await this.draft().flush()))
        return this.failure.set(
          $localize`They are back here, but not saved yet; they stand in ${place.name}:place:, too.`,
        );
      this.moved.set(null);
      const isOut =
        noteId === null
          ? await this.privateNote()?.takeOut(passage)
          : await this.records.change(noteId, (text) => withoutMarked(text, passage));
      this.said.set(
        isOut
          ? $localize`The words are back where they stood.`
          : $localize`The words are back. They were changed in ${place.name}:place: since, and stand there, too.`,
      );
    });
  }

  private async put({ clientId }: Place, passage: Passage): Promise<string | null | false> {
    if (clientId === null) return (await this.privateNote()?.put(passage)) ? null : false;
    const happenedAt = this.draft().text().happenedAt ?? this.note().happenedAt;
    const noteId = await this.records.draftOf({ ...this.note(), happenedAt }, clientId);
    if (!(await this.records.change(noteId, (text) => withPassage(text, passage)))) return false;
    if (matchMedia(ROOM_FOR_TWO).matches) this.beside.set(clientId);
    return noteId;
  }

  private async doing(act: () => Promise<unknown>): Promise<void> {
    this.moving.set(true);
    this.failure.set('');
    this.said.set('');
    try {
      await act();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    } finally {
      this.moving.set(false);
    }
  }
}
