import { Component, computed, input, output } from '@angular/core';
import type { Conflict } from '../../core/draft';
import { joined, partsOf, type NoteText } from './note-text';

/** Two texts of one note side by side. Neither goes away until somebody has chosen, and both may stay. */
@Component({
  selector: 'kept-note-conflict',
  templateUrl: './note-conflict.html',
})
export class NoteConflict {
  readonly both = input.required<Conflict<NoteText>>();
  readonly settled = output<NoteText>();

  protected readonly columns = computed(() => {
    const { mine, theirs, from } = this.both();
    const other = from === 'server' ? $localize`Saved from elsewhere` : $localize`Left unsent in another tab`;
    return [
      { key: 'mine', heading: $localize`What you wrote here`, text: mine },
      { key: 'theirs', heading: other, text: theirs },
    ].map((column) => ({
      ...column,
      parts: partsOf(column.text),
    }));
  });

  protected keepBoth(): void {
    const { mine, theirs } = this.both();
    this.settled.emit(joined(mine, theirs));
  }
}
