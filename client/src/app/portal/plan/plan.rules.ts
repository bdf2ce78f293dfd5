import type { SetbackPlanDto } from '../../../api/types.gen';

export type PlanContent = SetbackPlanDto['content'];

/** The plan as it is written: one thing on each line. */
export interface PlanText {
  steps: string;
  people: string;
  signs: string;
  stopWord: string;
  notToday: string;
  safetySteps: string;
}

/** Lines of each list and letters of each line that the server takes. */
const MOST_LINES = 12;
const MOST_LETTERS = 300;
const MOST_NAME = 120;
const MOST_PHONE = 40;

/** A number at the end of a line, with whatever people put between its digits. */
const PHONE = /^(.*?)[\s,:;–-]*(\+?\(?\d[\d\s()/.-]{1,37}\d)$/;

export const textOf = (plan: PlanContent): PlanText => ({
  steps: plan.steps.join('\n'),
  people: plan.people.map(({ name, phone }) => `${name} ${phone}`.trim()).join('\n'),
  signs: plan.signs.join('\n'),
  stopWord: plan.stopWord ?? '',
  notToday: plan.notToday ?? '',
  safetySteps: plan.safetySteps.join('\n'),
});

export const contentOf = (text: PlanText): PlanContent => ({
  steps: linesOf(text.steps),
  people: linesOf(text.people).map(personOf),
  signs: linesOf(text.signs),
  stopWord: text.stopWord.trim() || null,
  notToday: text.notToday.trim() || null,
  safetySteps: linesOf(text.safetySteps),
});

/** Which parts are longer than can be kept. */
export function tooLong(plan: PlanContent): string[] {
  const lists = { steps: plan.steps, signs: plan.signs, safetySteps: plan.safetySteps };
  const long = Object.entries(lists)
    .filter(([, lines]) => lines.length > MOST_LINES || lines.some((line) => line.length > MOST_LETTERS))
    .map(([path]) => path);
  if (plan.people.length > MOST_LINES || plan.people.some(({ name }) => name.length > MOST_NAME)) long.push('people');
  return long;
}

/** "Ana 555 0188": who, and the number at the end. Where there is only a number, it is its own name. */
function personOf(line: string): PlanContent['people'][number] {
  const [, name = '', phone = ''] = PHONE.exec(line) ?? [undefined, line, ''];
  return { name: name.trim() || line, phone: phone.trim().slice(0, MOST_PHONE) };
}

/** What a phone can dial. */
export const dialled = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
