import { booleanAttribute, Component, computed, debounced, input, model, signal } from '@angular/core';
import type { CaseloadRowDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { PeoplePicker, type PickablePerson } from '../../kit/people-picker/people-picker';
import { STATUS_WORDS, type ClientStatus } from '../../people/client-words';
import type { About } from '../note/whose';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;
const LISTED = 10;

/** Picks somebody of one's caseload by the beginning of a name, however long the caseload is. */
@Component({
  selector: 'kept-client-picker',
  imports: [PeoplePicker],
  template: `<kept-people-picker
    searching
    [label]="label()"
    [hint]="hint()"
    [people]="people()"
    [error]="error()"
    [value]="picked()"
    (valueChange)="pick($event)"
    [(query)]="typed"
    (focusin)="used.set(true)"
  />`,
})
export class ClientPicker {
  readonly label = input.required<string>();
  readonly hint = input($localize`Type the beginning of a name from your caseload`);
  readonly error = input<string | null>(null);
  readonly status = input<ClientStatus>();
  /** Couples can be picked as well: each is found by either name. */
  readonly withCouples = input(false, { transform: booleanAttribute });
  /** Who cannot be meant here. */
  readonly without = input<(person: CaseloadRowDto) => boolean>(() => false);
  readonly value = model<About | null>(null);

  protected readonly typed = signal('');
  /** Nothing is asked for a field that nobody has come to. */
  protected readonly used = signal(false);
  private readonly wanted = debounced(() => this.typed().trim(), PAUSE);
  private readonly found = read<{ items: CaseloadRowDto[] }>(() =>
    this.used()
      ? '/clients' + query({ q: this.wanted.value(), status: this.status(), sort: 'name', limit: LISTED })
      : undefined,
  );
  protected readonly people = computed(() => {
    const people = (this.found.value()?.items ?? []).filter((person) => !this.without()(person));
    return [...(this.withCouples() ? couplesOf(people) : []), ...people.map(personOf)];
  });
  protected readonly picked = computed(() => {
    const about = this.value();
    return about && (about.coupleId ?? about.clientId);
  });

  clear(): void {
    this.value.set(null);
    this.typed.set('');
  }

  protected pick(id: string | null): void {
    const isCouple = (this.found.value()?.items ?? []).some(({ coupleId }) => coupleId === id);
    this.value.set(id === null ? null : { clientId: isCouple ? null : id, coupleId: isCouple ? id : null });
  }
}

/** In full: a caseload may have two of one call name. */
const nameOf = ({ preferredName, givenName, familyName }: CaseloadRowDto): string =>
  `${preferredName ?? givenName} ${familyName}`;

const personOf = (person: CaseloadRowDto): PickablePerson => ({
  id: person.id,
  name: nameOf(person),
  note: STATUS_WORDS[person.status],
});

function couplesOf(people: readonly CaseloadRowDto[]): PickablePerson[] {
  const note = $localize`Couple`;
  const couples = people.flatMap((person): PickablePerson[] => {
    const { coupleId, coupleInCare, partner } = person;
    if (!coupleId || !coupleInCare || !partner) return [];
    return [{ id: coupleId, name: $localize`${nameOf(person)}:one: and ${partner.displayName}:other:`, note }];
  });
  return couples.filter(({ id }, at) => couples.findIndex((each) => each.id === id) === at);
}
