/** A plan by days, as far as it tells when somebody was asked. Calendar days `YYYY-MM-DD`. */
export interface Rounds {
  startsOn: string;
  everyDays: number;
  endedOn: string | null;
}

const MS_PER_DAY = 86_400_000;
/** Two years of weekly askings. */
const MOST = 104;

/**
 * Days on which somebody was asked and gave no answer before being asked again: what a line on a chart may not cross. A scale
 * that is asked once a month has no gap in the weeks between. The round that still runs is none, nor are those before the first answer.
 */
export function missedRounds(plans: readonly Rounds[], answeredOn: readonly string[], today: string): string[] {
  const first = answeredOn.toSorted()[0];
  if (first === undefined) return [];
  const days = plans.flatMap(({ startsOn, everyDays, endedOn }) => {
    const until = endedOn !== null && endedOn < today ? endedOn : today;
    const last = Math.floor(daysFrom(startsOn, until) / everyDays) - 1;
    const rounds = Array.from({ length: Math.min(MOST, Math.max(0, last + 1)) }, (_, back) => last - back);
    return rounds.flatMap((round) => {
      const [from, to] = [addDays(startsOn, round * everyDays), addDays(startsOn, (round + 1) * everyDays)];
      return from > first && !answeredOn.some((day) => day >= from && day < to) ? [from] : [];
    });
  });
  return [...new Set(days)].sort();
}

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
