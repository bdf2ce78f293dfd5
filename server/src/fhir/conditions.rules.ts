import type { Placed } from './items.rules.js';
import type { Condition } from './questionnaire.schema.js';
import type { Fault } from './upload.rules.js';

const OPERATORS = new Set(['exists', '=', '!=', '>', '<', '>=', '<=']);
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  boolean: ['answerBoolean'],
  decimal: ['answerDecimal', 'answerInteger'],
  integer: ['answerInteger'],
  date: ['answerDate'],
  dateTime: ['answerDateTime'],
  time: ['answerTime'],
  string: ['answerString'],
  text: ['answerString'],
  choice: ['answerCoding'],
  'open-choice': ['answerCoding', 'answerString'],
  quantity: ['answerQuantity'],
};
/** A choice whose options are no codings is compared as its options are. */
const OPTION_ANSWERS = [
  ['valueInteger', 'answerInteger'],
  ['valueString', 'answerString'],
  ['valueDate', 'answerDate'],
  ['valueTime', 'answerTime'],
] as const;

/** Conditions that ask about nothing, compare unlike things, or go in a circle. */
export function conditionFaults(placed: readonly Placed[]): Fault[] {
  const byLink = new Map(placed.map((each) => [each.item.linkId, each]));
  const faults = placed.flatMap(({ item, path }) =>
    (item.enableWhen ?? []).flatMap((condition, index) => {
      const at = `${path}.enableWhen[${index}]`;
      const asked = byLink.get(condition.question);
      if (!asked)
        return [{ path: `${at}.question`, code: 'unknown_link_id', message: 'No item has the linkId asked about.' }];
      if (!OPERATORS.has(condition.operator))
        return [{ path: `${at}.operator`, code: 'unknown_operator', message: 'R4 has no such operator.' }];
      return fits(condition, asked) ? [] : [mismatch(at)];
    }),
  );
  return [...faults, ...circles(placed, byLink)];
}

const mismatch = (path: string): Fault => ({
  ...{
    path,
    code: 'type_mismatch',
    message: 'The condition compares with something the item asked about never answers.',
  },
});

/** The answer of a condition: the name of its element and what it holds. */
export const comparedWith = (condition: Condition): [string, unknown][] =>
  Object.entries(condition).filter(([name, value]) => name.startsWith('answer') && value !== undefined);

function fits(condition: Condition, { item }: Placed): boolean {
  const [first, ...more] = comparedWith(condition);
  if (!first || more.length > 0) return false;
  if (item.type === 'group' || item.type === 'display') return false;
  if (condition.operator === 'exists') return first[0] === 'answerBoolean';
  const options = OPTION_ANSWERS.filter(([name]) => item.answerOption?.some((option) => option[name] !== undefined));
  return [...(ANSWERS[item.type] ?? []), ...options.map(([, name]) => name)].includes(first[0]);
}

/** Whether an item hangs, by its own condition or by that of a group around it, on itself in the end. */
function circles(placed: readonly Placed[], byLink: ReadonlyMap<string, Placed>): Fault[] {
  const state = new Map<Placed, 'open' | 'done'>();
  const faults: Fault[] = [];
  const visit = (here: Placed): void => {
    if (state.has(here)) return;
    state.set(here, 'open');
    const before = (here.item.enableWhen ?? []).flatMap(({ question }) => byLink.get(question) ?? []);
    for (const next of [...before, ...(here.parent ? [here.parent] : [])]) {
      if (state.get(next) === 'open')
        faults.push({ path: `${here.path}.enableWhen`, code: 'loop', message: 'Whether it is asked hangs on itself.' });
      else visit(next);
    }
    state.set(here, 'done');
  };
  placed.forEach(visit);
  return faults;
}
