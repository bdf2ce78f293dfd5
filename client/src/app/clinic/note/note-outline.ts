import { Component, computed, input, output } from '@angular/core';
import { groupsOf, type NoteText } from './note-text';

/** The parts of a long form beside it: what is filled in, and a way to each. */
@Component({
  selector: 'kept-note-outline',
  template: `
    <nav class="note-side note-outline" aria-labelledby="outline-title">
      <h2 id="outline-title" i18n>In this form</h2>
      <ul class="plain-list">
        @for (part of parts(); track part.key) {
          <li>
            <button class="link-button" type="button" (click)="chosen.emit(part.key)">{{ part.label }}</button>
            <span class="quiet small" i18n>{{ part.filled }} of {{ part.all }}</span>
          </li>
        }
      </ul>
    </nav>
  `,
})
export class NoteOutline {
  readonly text = input.required<NoteText>();
  /** The key of a part. */
  readonly chosen = output<string>();
  protected readonly parts = computed(() => {
    const { format, sections } = this.text();
    return groupsOf(format).map(({ key, label, fields }) => ({
      ...{ key, label, all: fields.length },
      filled: fields.filter((field) => (sections[field.key] ?? '').trim() !== '').length,
    }));
  });
}
