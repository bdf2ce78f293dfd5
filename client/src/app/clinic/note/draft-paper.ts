import { Component, computed, input } from '@angular/core';
import type { NoteDto } from '../../../api/types.gen';
import { NoteKnown } from './note-known';
import { isWritten, partsOf, type NoteText } from './note-text';

/** A draft as it is printed: fields scroll, paper does not. The words as they stand on the screen, saved or not yet. */
@Component({
  selector: 'kept-draft-paper',
  imports: [NoteKnown],
  host: { class: 'print-only' },
  template: `
    <p>
      <strong i18n>Draft of {{ note().authorName }}, not signed</strong>
    </p>
    @if (note().facts; as facts) {
      <kept-note-known [facts]="facts" />
    }
    @for (part of parts(); track part.key) {
      <h2>{{ part.label }}</h2>
      <p class="as-written">{{ part.words }}</p>
    }
  `,
})
export class DraftPaper {
  readonly note = input.required<NoteDto>();
  readonly text = input.required<NoteText>();
  protected readonly parts = computed(() => partsOf(this.text()).filter(isWritten));
}
