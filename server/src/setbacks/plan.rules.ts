import type { Answers, Row } from '../library/show-if.rules.js';

export interface PlanPerson {
  name: string;
  /** As it was typed; empty when there is none. */
  phone: string;
}

/** A plan for hard days, made on a calm one. */
export interface PlanContent {
  /** What to do first, in this order. */
  steps: string[];
  people: PlanPerson[];
  signs: string[];
  /** A word that ends a talk, and for how long. */
  stopWord: string | null;
  /** What is not decided on such a day. */
  notToday: string | null;
  /** What to do where it is not safe. In no shared view, whatever else is shared. */
  safetySteps: string[];
}

/** Most lines of each list, and characters of a line. */
export const MOST_LINES = 12;
export const MOST_LETTERS = 300;

export const EMPTY_PLAN: PlanContent = {
  ...{ steps: [], people: [], signs: [], stopWord: null, notToday: null, safetySteps: [] },
};

/** The plan as the worksheet "Setback plan" says it, as far as its answers have it. Lines beyond the most are left out. */
export function planFromAnswers(answers: Answers): PlanContent {
  return {
    steps: linesOf(
      answers['steps'],
      ({ who, step }) => [text(who), text(step)],
      (who, step) => `${who}: ${step}`,
    ),
    people: rowsOf(answers['call'])
      .map(({ who, contact }) => ({ name: text(who), phone: text(contact) }))
      .filter(({ name, phone }) => name !== '' || phone !== '')
      .slice(0, MOST_LINES),
    signs: linesOf(answers['signs'], ({ sign }) => ['', text(sign)]),
    stopWord: text(answers['stop-talk']) || null,
    notToday: text(answers['not-today']) || null,
    safetySteps: linesOf(
      answers['safety-steps'],
      ({ step, who }) => [text(who), text(step)],
      (who, step) => `${step} (${who})`,
    ),
  };
}

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, MOST_LETTERS) : '');

/** One line of each row that says what; `both` says how it reads where it also says who. */
const linesOf = (
  value: unknown,
  parts: (row: Row) => [who: string, what: string],
  both: (who: string, what: string) => string = (_who, what) => what,
): string[] =>
  rowsOf(value)
    .map(parts)
    .filter(([, what]) => what !== '')
    .map(([who, what]) => (who === '' ? what : both(who, what)).slice(0, MOST_LETTERS))
    .slice(0, MOST_LINES);
