import { booleanAttribute, Component, computed, effect, input, model, signal, untracked } from '@angular/core';
import { FieldLabel } from '../field/field-label';
import { FieldNotes } from '../field/field-notes';
import { LabelledField } from '../field/labelled-field';
import { steppedOption } from '../listbox/option-steps';

/** Somebody to pick: the note tells two of the same name apart. */
export interface PickablePerson {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}

/** Finds a person by typing part of the name. */
@Component({
  selector: 'kept-people-picker',
  imports: [FieldLabel, FieldNotes],
  templateUrl: './people-picker.html',
  host: { class: 'field picker' },
})
export class PeoplePicker extends LabelledField {
  /** Everyone who may be picked, or with `searching` those the server found for `query`. */
  readonly people = input.required<readonly PickablePerson[]>();
  /** Id of the picked person, null while there is none. */
  readonly value = model<string | null>(null);
  /** What is typed. */
  readonly query = model('');
  /** The list is already the answer to `query`: it is not narrowed again here. */
  readonly searching = input(false, { transform: booleanAttribute });

  protected readonly open = signal(false);
  protected readonly marked = signal(-1);
  protected readonly matches = computed(() => {
    const wanted = this.query().trim().toLocaleLowerCase();
    if (this.searching() || wanted === '') return this.people();
    return this.people().filter((person) => person.name.toLocaleLowerCase().includes(wanted));
  });
  protected readonly activeId = computed(() => {
    const person = this.matches()[this.marked()];
    return this.open() && person ? this.optionId(person) : null;
  });

  constructor() {
    super();
    // A value set from outside shows as its name.
    effect(() => {
      const id = this.value();
      const name = id === null ? undefined : untracked(this.people).find((person) => person.id === id)?.name;
      if (name !== undefined) this.query.set(name);
    });
  }

  protected optionId(person: PickablePerson): string {
    return `${this.fieldId()}-${person.id}`;
  }

  protected type(text: string): void {
    this.query.set(text);
    this.value.set(null);
    this.marked.set(-1);
    this.open.set(true);
  }

  protected steer(event: KeyboardEvent): void {
    const to = steppedOption(event.key, this.marked(), this.matches().length);
    if (to !== null) {
      event.preventDefault();
      this.open.set(true);
      this.marked.set(to);
    } else if (event.key === 'Enter' && this.open()) {
      const person = this.matches()[this.marked()];
      if (!person) return;
      event.preventDefault();
      this.pick(person);
    } else if (event.key === 'Escape' && this.open()) {
      event.preventDefault();
      this.open.set(false);
    }
  }

  protected pick(person: PickablePerson): void {
    this.query.set(person.name);
    this.value.set(person.id);
    this.open.set(false);
    this.marked.set(-1);
  }
}
