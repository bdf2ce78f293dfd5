import fs from 'node:fs';
import { read } from '../coach/coach.rules.js';
import { RULES, type Rule } from '../coach/finding.rules.js';
import {
  f1,
  keywords,
  macro,
  measure,
  micro,
  nothing,
  positivePredictive,
  precision,
  recall,
  wilson,
  type Counts,
  type Labelled,
  type Measured,
} from './coach-measure.rules.js';

/** Of all sentences of a real letter, about how many deserve a hint: for the last line of the table. */
const PREVALENCE = 0.15;
const OURS = 'server/test/coach/sentences.jsonl';

/** One sentence a line, `{"text", "labels": ["CONDITIONAL", …]}`. Throws on a label that is no rule. */
export function labelled(file: string): Labelled[] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text, labels, half } = JSON.parse(line) as { text: string; labels: string[]; half?: string };
      const rules = labels.map((label) => {
        const rule = RULES.find((known) => known === label.toLowerCase());
        if (!rule) throw new Error(`No rule is called ${label}.`);
        return rule;
      });
      return { text, labels: rules, ...(half === undefined ? {} : { half }) };
    });
}

export const coach = (text: string): Set<Rule> => new Set(read(text).hints.map(({ rule }) => rule));

const share = (value: number): string => value.toFixed(2);
const between = (hits: number, trials: number): string => {
  const [low, high] = wilson(hits, trials);
  return `${share(hits / (trials || 1))} (${share(low)}–${share(high)})`;
};
const line = (name: string, counts: Counts): string => {
  const { found, wrong, missed } = counts;
  return [
    name.padEnd(20),
    String(found + missed).padStart(4),
    String(found).padStart(5),
    String(wrong).padStart(5),
    String(missed).padStart(6),
    between(found, found + wrong).padStart(18),
    between(found, found + missed).padStart(18),
    share(f1(counts)).padStart(6),
  ].join(' ');
};

function report(name: string, measured: Measured): string {
  const { any, clean, falseFlags, rules } = measured;
  const rate = clean === 0 ? 0 : falseFlags / clean;
  const worth = positivePredictive(recall(any), rate, PREVALENCE);
  return [
    name,
    `${''.padEnd(20)}    n found wrong missed   precision (95 %)     recall (95 %)     F1`,
    ...RULES.map((rule) => line(rule, rules[rule])),
    line('all rules (micro)', micro(measured)),
    `all rules (macro)    precision ${share(macro(measured, precision))}, recall ${share(macro(measured, recall))}, F1 ${share(macro(measured, f1))}`,
    line('any hint', any),
    `clean sentences with a hint: ${falseFlags} of ${clean}, ${between(falseFlags, clean)}`,
    `worth of a hint where ${PREVALENCE * 100} % of sentences deserve one: ${share(worth)}`,
    '',
  ].join('\n');
}

function main(): void {
  const file = process.argv[2] ?? process.env['COACH_SENTENCES'] ?? OURS;
  const rows = labelled(file);
  const parts = [...new Set(rows.map(({ half }) => half))];
  console.log(
    `${file}: ${rows.length} sentences. Intervals are Wilson, 95 %; with ten sentences a rule they are wide.`,
  );
  console.log('One author wrote rules and sentences, in balanced numbers: real letters will differ.\n');
  if (parts.length > 1)
    for (const part of parts)
      console.log(
        report(
          `The coach, ${part ?? 'the rest'}`,
          measure(
            rows.filter(({ half }) => half === part),
            coach,
          ),
        ),
      );
  console.log(report('The coach, all sentences', measure(rows, coach)));
  console.log(report('Baseline: a list of words', measure(rows, keywords)));
  console.log(report('Baseline: nothing is ever flagged', measure(rows, nothing)));
}

if (process.argv[1]?.endsWith('coach-eval.js')) main();
