import type { CaseloadRowDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

/**
 * What can be handed over as one: a person, or two who form a couple and are both in this care. The key holds their
 * ids with a comma between them.
 */
export function unitsOf(people: readonly CaseloadRowDto[]): Choice[] {
  const units = new Map<string, CaseloadRowDto[]>();
  for (const person of people) {
    const key = person.coupleId ?? person.id;
    units.set(key, [...(units.get(key) ?? []), person]);
  }
  return [...units.values()].map((unit) => ({
    key: unit.map(({ id }) => id).join(','),
    label: unit.map(({ displayName }) => displayName).join(' & '),
    note: unit.length > 1 ? $localize`couple` : undefined,
  }));
}
