import type { Screener, ScreenerAnswers, ScreenerItem, ScreenerLevel } from './screener.facts.js';

/** The questions these answers lead to, in the order of the form. */
export const askedBy = ({ items }: Screener, answers: ScreenerAnswers): ScreenerItem[] =>
  items.filter(({ after }) => after.length === 0 || after.some((key) => isPositive(answers, key)));

/** The ASQ counts a question that was declined as positive (as recalled from its manual); after it more is asked too. */
const isPositive = (answers: ScreenerAnswers, key: string): boolean =>
  answers[key] === 'yes' || (answers[key] === 'declined' && key.startsWith('asq-'));

export interface ScreenerFault {
  path: string;
  code: 'required' | 'not_asked' | 'unknown_item';
  message: string;
}

/** Every question that was asked has an answer, if only that it was declined, and no other has one. */
export function faultsIn(screener: Screener, answers: ScreenerAnswers): ScreenerFault[] {
  const asked = new Set(askedBy(screener, answers).map(({ key }) => key));
  const known = new Set(screener.items.map(({ key }) => key));
  const missing = [...asked].filter((key) => answers[key] === undefined);
  const fault = (key: string, code: ScreenerFault['code'], message: string): ScreenerFault => ({
    ...{ path: `answers.${key}`, code, message },
  });
  return [
    ...missing.map((key) => fault(key, 'required', 'Say yes, no, or that it was declined.')),
    ...Object.keys(answers).flatMap((key) =>
      known.has(key)
        ? asked.has(key)
          ? []
          : [fault(key, 'not_asked', 'The other answers leave this question out.')]
        : [fault(key, 'unknown_item', 'This screener has no such question.')],
    ),
  ];
}

/**
 * What the answers come to. ASQ: any positive answer moderate, the acuity question high when declined and imminent when yes.
 * C-SSRS (usual triage, as recalled; local protocol decides): 1 or 2 low, 3 moderate, 4, 5 or behaviour in three months high,
 * behaviour of longer ago moderate. A declined question is no "no": it comes to low at least, so that somebody looks.
 */
export const levelOf = (screener: Screener, answers: ScreenerAnswers): ScreenerLevel =>
  screener.code === 'asq' ? asqLevel(answers) : cssrsLevel(answers);

function asqLevel(answers: ScreenerAnswers): ScreenerLevel {
  if (answers['asq-acuity'] === 'yes') return 'imminent';
  if (answers['asq-acuity'] === 'declined') return 'high';
  return ['asq-1', 'asq-2', 'asq-3', 'asq-4'].some((key) => isPositive(answers, key)) ? 'moderate' : 'none';
}

function cssrsLevel(answers: ScreenerAnswers): ScreenerLevel {
  const yes = (...keys: string[]): boolean => keys.some((key) => answers[key] === 'yes');
  if (yes('93249-1', '93250-9', '93269-9')) return 'high';
  if (yes('93248-3', '93267-3')) return 'moderate';
  return yes('93246-7', '93247-5') || Object.values(answers).includes('declined') ? 'low' : 'none';
}
