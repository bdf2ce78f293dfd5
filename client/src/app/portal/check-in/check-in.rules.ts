import type { InstrumentDto, ItemDto, ShownWhenDto } from '../../../api/types.gen';
import type { Given } from '../../core/kept-answers';
import type { Chosen } from '../../kit/scale-question/scale-question';

/** One page of a check-in: whose it is, a question by its place, or the look over it all before sending. */
export type Step = number | 'who' | 'check';

/** Where a person who comes back goes on: the first question without an answer, else the look over it all. */
export function resumeAt(items: readonly ItemDto[], given: Given): Step {
  const open = items.findIndex((item) => isAsked(items, item, given) && !(item.key in given));
  return open < 0 ? 'check' : open;
}

/** The page after this one, past what the answers leave out; after a question opened from the last page, the last page again. */
export function after(step: number, items: readonly ItemDto[], given: Given, changing: boolean): Step {
  const next = items.findIndex((item, place) => place > step && isAsked(items, item, given));
  return changing || next < 0 ? 'check' : next;
}

/** About how many minutes: a reader takes some twelve seconds an item. Whole minutes, never zero. */
export function minutesFor(items: number): number {
  return Math.max(1, Math.round((items * 12) / 60));
}

/** What is sent: the given answers of this instrument to what it asks, no others. */
export function answersOf(items: readonly ItemDto[], given: Given): Record<string, Chosen> {
  return Object.fromEntries(
    items
      .filter((item) => item.key in given && isAsked(items, item, given))
      .map(({ key }) => [key, given[key] ?? null] as const),
  );
}

/** Whether an item is asked, given the other answers. The server reads the same conditions and refuses what breaks them. */
export function isAsked(items: readonly ItemDto[], { shownIf }: ItemDto, given: Given): boolean {
  return (shownIf ?? []).every(({ all, conditions }) => {
    const met = (condition: ShownWhenDto): boolean => isMet(items, condition, given);
    return all ? conditions.every(met) : conditions.some(met);
  });
}

/** How many of the questions that count are answered, and whether that makes a score. */
export interface Standing {
  answered: number;
  of: number;
  /** `estimated`: what is open is filled with the mean of the others; `none`: too little for a score. */
  score: 'whole' | 'estimated' | 'none';
}

export function standing({ totalNeeds }: InstrumentDto, given: Given): Standing | null {
  if (!totalNeeds) return null;
  const has = (key: string): boolean => (given[key] ?? null) !== null;
  const { counted, always, answers } = totalNeeds;
  const answered = counted.filter(has).length;
  const enough = answered >= answers && always.every(has);
  return { answered, of: counted.length, score: !enough ? 'none' : answered < counted.length ? 'estimated' : 'whole' };
}

function isMet(items: readonly ItemDto[], { item: key, operator, value }: ShownWhenDto, given: Given): boolean {
  const asked = items.find((item) => item.key === key);
  const answer = given[key] ?? null;
  // An item that is itself not asked has no answer.
  const there = answer !== null && asked !== undefined && isAsked(items, asked, given);
  if (operator === 'exists') return there === (value === 'true');
  if (!there) return false;
  switch (operator) {
    case '=':
      return String(answer) === value;
    case '!=':
      return String(answer) !== value;
    default:
      return compares(operator, pointsOf(asked, answer), value);
  }
}

/** Points where an option is worth some: a form compares numbers with these. */
const pointsOf = ({ options }: ItemDto, answer: number | string): string =>
  String(options.find(({ key }) => key === answer)?.value ?? answer);

function compares(operator: string, given: string, value: string): boolean {
  const numbers = [Number(given), Number(value)] as const;
  const [left, right] = numbers.some(Number.isNaN) ? [given, value] : numbers;
  switch (operator) {
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    case '<=':
      return left <= right;
    default:
      return false;
  }
}
