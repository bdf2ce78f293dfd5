import type { ScoringFacts } from '../instruments/scoring.definition.js';
import type { Score } from '../instruments/scoring.rules.js';
import { longDay } from './finding.rules.js';
import type { PublishedReading } from './published.rules.js';

interface Answered {
  answeredOn: string;
  score: Score;
  reading: PublishedReading;
}

const NAMES = {
  reliable: 'a reliable change',
  noticeable: 'a noticeable change',
  derived: 'a change by a derived rule',
};

/**
 * The one sentence above the chart of a published scale, written from the data alone. The care team is told the verdict with its
 * threshold and where that comes from; whoever answered is told the number and no more. `today`: at the clinic.
 */
export function publishedFinding(
  facts: ScoringFacts,
  answers: readonly Answered[],
  reader: 'care' | 'self',
  today: string,
): string {
  const last = answers.at(-1);
  if (!last) return reader === 'self' ? 'You have not answered this one yet.' : 'No answers yet.';
  const day = longDay(last.answeredOn, today);
  const { total, answered, of, prorated, band } = last.score;
  if (total === null)
    return reader === 'self'
      ? `On ${day} you answered ${answered} of ${of}. That is too few for one number, and that is fine.`
      : `${answered} of ${of} answered on ${day}: not scored.`;
  if (reader === 'self') return `Your last answer, on ${day}, comes to ${total} of ${facts.total.max}.`;
  const level = band === null ? '' : `, ${band.replaceAll('-', ' ')}`;
  const basis = prorated ? `, from ${answered} of ${of} items` : '';
  const first = answers.find(({ score }) => score.total !== null);
  return `${total} on ${day}${level}${basis}. ${changeWords(last.reading, first?.answeredOn ?? null, today)}`.trim();
}

function changeWords({ change }: PublishedReading, firstOn: string | null, today: string): string {
  if (change === null) return '';
  const { delta, verdict, rule, from } = change;
  const moved = delta === 0 ? 'The same as' : `${Math.abs(delta)} ${delta < 0 ? 'below' : 'above'}`;
  const which = from.answeredOn === firstOn ? 'the first answer' : 'the first answer after the new start';
  const start = `${moved} ${which}, ${from.total} on ${longDay(from.answeredOn, today)}: ${verdict}.`;
  return `${start} ${rule.threshold} points count as ${NAMES[rule.name]} (${rule.source}).`;
}
