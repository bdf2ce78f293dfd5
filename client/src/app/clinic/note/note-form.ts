import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, Directive, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import type { NoteField, NoteGroup } from '../../../../../server/src/notes/note-forms.definition';
import type { Choice } from '../../kit/choice';
import { DateField } from '../../kit/date-field/date-field';
import { Select } from '../../kit/select/select';
import type { Shown } from '../search/note-search';
import { groupsOf, type NoteText } from './note-text';
import { SnippetArea } from './snippet-area';

/** Says what `listed` is in the template of the fields: the compiler believes it of a directive only. */
@Directive({ selector: 'ng-template[keptFields]' })
export class FieldsTemplate {
  readonly keptFields = input.required<readonly NoteGroup[]>();

  static ngTemplateContextGuard(_: FieldsTemplate, context: unknown): context is { $implicit: readonly NoteField[] } {
    return context !== null;
  }
}

/**
 * The fields of a note in its format. A long form lies in groups: what has words stands open, what is empty is folded
 * behind its name, and how much of each is filled in is told there.
 */
@Component({
  selector: 'kept-note-form',
  imports: [DateField, FieldsTemplate, NgTemplateOutlet, Select, SnippetArea],
  templateUrl: './note-form.html',
})
export class NoteForm {
  readonly text = input.required<NoteText>();
  /** Nothing can be written at this moment. */
  readonly locked = input(false);
  /** Keys of the texts that are word for word an earlier note's. */
  readonly copied = input<readonly string[]>([]);
  readonly mayAssign = input(false);
  readonly written = output<{ key: string; words: string }>();
  readonly assign = output();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly groups = computed(() => groupsOf(this.text().format));
  /** Decided when a format is opened; from then on whoever writes folds and unfolds. */
  protected readonly opened = linkedSignal({
    source: () => this.text().format,
    computation: () => {
      const filled = this.groups().filter((group) => this.filledIn(group) > 0);
      return new Set((filled.length ? filled : this.groups().slice(0, 1)).map(({ key }) => key));
    },
  });

  /** The controls in the order of the form, those of folded groups too. */
  controls(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('textarea, select, input')];
  }

  /** The first text without words, else the first text. */
  firstEmpty(): HTMLElement | undefined {
    const areas = [...this.element.querySelectorAll<HTMLTextAreaElement>('textarea')];
    const seen = areas.filter((area) => area.closest('details')?.open !== false);
    return seen.find((area) => area.value.trim() === '') ?? seen[0] ?? areas[0];
  }

  /** Begins where what was searched for stands, marked, else at the first empty text. */
  showFirst(search: Shown | null): void {
    for (const area of this.element.querySelectorAll<HTMLTextAreaElement>('textarea')) {
      const place = search?.placeIn(area.value);
      if (!place) continue;
      this.focus(area);
      area.setSelectionRange(place.at, place.at + place.length);
      return area.scrollIntoView({ block: 'center' });
    }
    this.firstEmpty()?.focus();
  }

  /** Brings a control to hand, out of a folded group too. */
  focus(control: HTMLElement | undefined): void {
    const group = control?.closest('details');
    if (group) group.open = true;
    control?.focus();
  }

  /** Selects words of a text. */
  choose(key: string, start: number, end: number): void {
    const area = this.element.querySelector<HTMLTextAreaElement>(`#section-${key}`);
    this.focus(area ?? undefined);
    area?.setSelectionRange(start, end);
  }

  focusGroup(key: string): void {
    const group = this.element.querySelector(`#group-${key}`);
    this.focus(group?.querySelector<HTMLElement>('textarea, select, input') ?? undefined);
    group?.scrollIntoView({ block: 'start' });
  }

  protected valueOf({ key }: NoteField): string {
    return this.text().sections[key] ?? '';
  }

  protected chosenOf(field: NoteField): readonly Choice[] {
    return (field.choices ?? []).filter(({ key }) => key === this.valueOf(field));
  }

  protected write({ key }: NoteField, words: string): void {
    if (!this.locked()) this.written.emit({ key, words });
  }

  protected countWords(group: NoteGroup): string {
    const filled = this.filledIn(group);
    return filled === 0 ? $localize`Empty` : $localize`${filled}:filled: of ${group.fields.length}:all: filled in`;
  }

  private filledIn(group: NoteGroup): number {
    return group.fields.filter((field) => this.valueOf(field).trim() !== '').length;
  }
}
