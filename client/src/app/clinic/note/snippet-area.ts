import { Component, computed, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { NoteTextDto } from '../../../api/types.gen';
import { steppedOption } from '../../kit/listbox/option-steps';
import { Grow } from '../../kit/text-area/grow';
import { NoteTexts } from './note-texts';
import { askedAt, inserted, offered, type Asked } from './snippet.rules';

/**
 * A field of a note: plain text, in which `;word` offers the writer's own snippets. Arrows mark one, Enter or Tab puts it
 * in, Escape leaves the word as it was typed.
 */
@Component({
  selector: 'kept-snippet-area',
  imports: [Grow],
  template: `
    <div class="picker-anchor">
      <textarea
        #area
        class="textarea"
        maxlength="50000"
        aria-autocomplete="list"
        [id]="fieldId()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-controls]="open() ? listId() : null"
        [attr.aria-activedescendant]="open() ? listId() + '-' + at() : null"
        [readOnly]="locked()"
        [value]="value()"
        [keptGrow]="value()"
        (input)="typed()"
        (keydown)="steer($event)"
        (blur)="asked.set(null)"
      ></textarea>
      @if (open()) {
        <ul
          class="listbox picker-list snippet-list"
          role="listbox"
          aria-label="Your snippets"
          i18n-aria-label
          [id]="listId()"
        >
          @for (snippet of choices(); track snippet.id; let n = $index) {
            <li
              class="option"
              role="option"
              [id]="listId() + '-' + n"
              [attr.aria-selected]="n === at()"
              (mousedown)="$event.preventDefault(); put(snippet)"
            >
              <span
                ><strong>;{{ snippet.name }}</strong></span
              >
              <span class="option-note">{{ snippet.sections['text'] }}</span>
            </li>
          }
        </ul>
      }
    </div>
    <p class="visually-hidden" role="status">
      @if (open()) {
        <ng-container i18n
          >{choices().length, plural, =1 {1 snippet} other {{{ choices().length }} snippets}}, arrows to choose, Enter
          to put in</ng-container
        >
      }
    </p>
  `,
})
export class SnippetArea {
  readonly fieldId = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly value = input.required<string>();
  readonly locked = input(false);
  readonly written = output<string>();
  private readonly texts = inject(NoteTexts);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  protected readonly asked = signal<Asked | null>(null);
  protected readonly at = signal(0);
  protected readonly listId = computed(() => `${this.fieldId()}-snippets`);
  protected readonly choices = computed(() => {
    const asked = this.asked();
    return asked && !this.locked() ? offered(this.texts.snippets(), asked.word) : [];
  });
  protected readonly open = computed(() => this.choices().length > 0);

  protected typed(): void {
    const { value, selectionEnd } = this.area().nativeElement;
    this.asked.set(askedAt(value, selectionEnd));
    this.at.set(0);
    this.written.emit(value);
  }

  /** While snippets are offered, their keys are not the page's. */
  protected steer(event: KeyboardEvent): void {
    if (!this.open() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = steppedOption(event.key, this.at(), this.choices().length);
    if (next !== null) this.at.set(next);
    else if (event.key === 'Escape') this.asked.set(null);
    else if (event.key === 'Enter' || event.key === 'Tab') this.put(this.choices()[this.at()]);
    else {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.asked.set(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  protected put(snippet: NoteTextDto | undefined): void {
    const asked = this.asked();
    if (!snippet || !asked) return;
    const area = this.area().nativeElement;
    const words = snippet.sections['text'] ?? '';
    const { text, caret } = inserted(area.value, asked, area.selectionEnd, words);
    area.value = text;
    area.setSelectionRange(caret, caret);
    this.asked.set(null);
    this.written.emit(text);
  }
}
