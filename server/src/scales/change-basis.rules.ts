import type { ChangeRule } from '../instruments/scoring.definition.js';
import type { Baseline } from './baseline.rules.js';

/** How change is read on a published scale, with where that comes from; said beside every verdict. */
export function ruleBasis(rule: ChangeRule | null): string {
  if (rule === null) return 'No change is read: no rule for it is published.';
  const { threshold, name, source, reliability, sd } = rule;
  const called = { reliable: 'reliable', noticeable: 'noticeable, not reliable', derived: 'a derived limit' }[name];
  const known = reliability
    ? `reliability ${reliability.value} (${reliability.kind === 'alpha' ? 'alpha, narrower limits than retest' : 'retest'})`
    : 'reliability not named there';
  const spread = sd === null ? '' : `, standard deviation ${sd}`;
  return `A change of ${threshold} points or more is read as change (${called}). Source: ${source}; ${known}${spread}.`;
}

/** What the usual range of a tracker rests on. Two decimals; the range is in scale points. */
export function baselineBasis({ state, n, mean, sd, limit }: Baseline): string {
  const [middle, spread, far] = [mean, sd, limit].map((value) =>
    value === null ? '' : String(Math.round(value * 100) / 100),
  );
  if (state === 'set')
    return `Usual range: mean ${middle} of the first ${n} weeks, give or take ${far} (standard deviation ${spread}). About 1 in 8 steady people leave it for two weeks within 12 weeks.`;
  if (state === 'moving') return `The first ${n} weeks were already moving, so there is no usual range.`;
  return `No usual range yet: it needs 6 weekly answers and has ${n}.`;
}
