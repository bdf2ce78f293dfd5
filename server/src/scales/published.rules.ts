import type { Form, FormItem } from '../fhir/form.definition.js';
import { type FormAnswers, isShown } from '../fhir/shown.rules.js';
import { type Change, changeBetween, noticesIn, risksIn } from '../instruments/change.rules.js';
import type { ChangeRule, ScoringFacts } from '../instruments/scoring.definition.js';
import { type Answers, type AnswerFault, scorePublished, type Score } from '../instruments/scoring.rules.js';

/** What is kept beside a score of a published scale: by what it was read, and what has to be looked at. */
export interface PublishedReading {
  code: string;
  factsVersion: number;
  change: (Change & { from: Compared }) | null;
  risk: string[];
  /** Left out by what was kept before notices were. */
  notices?: string[];
}

/** An earlier answer with a score. */
export interface Compared {
  id: string;
  answeredOn: string;
  total: number;
}

export interface FormFault extends Omit<AnswerFault, 'code'> {
  code: AnswerFault['code'] | 'not_asked';
}

/**
 * Reads what was sent: the key of an option, the points it is worth, or null for an item passed over. Returns every fault with
 * the path of its answer; an answer to an item that the others leave out is one.
 */
export function readFormAnswers(
  form: Form,
  sent: Readonly<Record<string, unknown>>,
): { answers: FormAnswers; faults: FormFault[] } {
  const counted = form.scoring?.items ?? {};
  const items = new Map(form.items.filter(({ key }) => Object.hasOwn(counted, key)).map((item) => [item.key, item]));
  const answers: Record<string, number | string | null> = {};
  const faults: FormFault[] = [];
  for (const [key, raw] of Object.entries(sent)) {
    const path = `answers.${key}`;
    const item = items.get(key);
    if (!item) faults.push({ path, code: 'unknown_item', message: 'This scale has no such question.' });
    else {
      const answer = readOption(item, raw);
      if (answer === undefined) faults.push({ path, code: 'unknown_option', message: 'Choose one of its options.' });
      else answers[key] = answer;
    }
  }
  for (const [key, item] of items) {
    if ((answers[key] ?? null) !== null && !isShown(form, item, answers))
      faults.push({ path: `answers.${key}`, code: 'not_asked', message: 'The other answers leave this question out.' });
  }
  return { answers, faults };
}

/** The score of a form's answers, what in them has to be looked at, and what they say beside it. */
export function readForm(
  form: Form,
  facts: ScoringFacts,
  answers: FormAnswers,
): { score: Score; risk: string[]; notices: string[] } {
  const points: Record<string, number | null> = {};
  for (const [key, target] of Object.entries(form.scoring?.items ?? {})) {
    const answer = answers[key];
    points[target] = typeof answer === 'number' ? answer : null;
  }
  const canonical: Answers = points;
  const score = scorePublished(facts, canonical);
  return { score, risk: risksIn(facts.risks, canonical), notices: noticesIn(facts, canonical, score) };
}

/**
 * The reading kept with an answer: its change since the first answer with a score (after a new start, the first from then on), by the rule that holds now. No verdict on
 * a first answer, on one without a total, and where the scale has no rule.
 */
export function readingOf(
  facts: ScoringFacts,
  rule: ChangeRule | null,
  first: Compared | null,
  { score, risk, notices = [] }: { score: Score; risk: string[]; notices?: string[] },
): PublishedReading {
  const change =
    rule === null || first === null || score.total === null
      ? null
      : changeBetween(facts, rule, first.total, score.total);
  return {
    code: facts.code,
    factsVersion: facts.version,
    change: change === null || first === null ? null : { ...change, from: first },
    risk,
    notices,
  };
}

function readOption({ options }: FormItem, raw: unknown): number | string | null | undefined {
  if (raw === null) return null;
  const chosen = options.find(({ key, value }) => (typeof raw === 'number' ? value === raw : key === raw));
  return chosen ? (chosen.value ?? chosen.key) : undefined;
}
