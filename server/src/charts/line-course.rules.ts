import type { ChartSeries } from './chart.definition.js';

/** How a line went from its first value to its last, and the days on which a value was asked for and not given. */
export interface LineCourse {
  readonly name: string;
  readonly way: 'one' | 'fell' | 'rose' | 'same';
  readonly from: number;
  readonly to: number;
  readonly missed: readonly string[];
}

/** Null for a line without a value. What lies between the first and the last is for the drawing to tell. */
export function courseOf({ name, points }: ChartSeries): LineCourse | null {
  const given = points.flatMap(({ value }) => value ?? []);
  const [from, to] = [given[0], given.at(-1)];
  if (from === undefined || to === undefined) return null;
  const missed = points.filter(({ value, gap }) => value === null && gap === undefined).map(({ on }) => on);
  return { name, way: given.length === 1 ? 'one' : to < from ? 'fell' : to > from ? 'rose' : 'same', from, to, missed };
}
