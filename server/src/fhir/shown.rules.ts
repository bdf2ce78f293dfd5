import type { Form, FormItem, ShownWhen } from './form.definition.js';

/** What was answered: points where they are known, else the key of the option; null where it was passed over. */
export type FormAnswers = Readonly<Record<string, number | string | null>>;

/** Whether an item is asked at all, given the other answers: R4's enableWhen, with those of the groups around it. */
export function isShown(form: Form, item: FormItem, answers: FormAnswers): boolean {
  return item.shownIf.every(({ all, conditions }) => {
    const met = (condition: ShownWhen): boolean => isMet(form, condition, answers);
    return all ? conditions.every(met) : conditions.some(met);
  });
}

function isMet(form: Form, { item: key, operator, value }: ShownWhen, answers: FormAnswers): boolean {
  const asked = form.items.find((each) => each.key === key);
  const answer = answers[key] ?? null;
  // An item that is itself not asked has no answer.
  const there = answer !== null && asked !== undefined && isShown(form, asked, answers);
  if (operator === 'exists') return there === (value === true);
  if (!there) return false;
  const given = keyOf(asked, answer);
  switch (operator) {
    case '=':
      return given === String(value);
    case '!=':
      return given !== String(value);
    default:
      return compares(operator, asked.options.length > 0 && typeof value === 'number' ? answer : given, value);
  }
}

/** The key of the option that was answered. */
export const keyOf = ({ options }: FormItem, answer: number | string): string =>
  options.find((option) => (typeof answer === 'number' ? option.value === answer : option.key === answer))?.key ??
  String(answer);

function compares(operator: string, given: number | string, value: string | number | boolean): boolean {
  const [left, right] = typeof value === 'number' ? [Number(given), value] : [String(given), String(value)];
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
