import { longDayOfYear } from '../clock';
import { figure } from '../../../../../server/src/charts/axes.rules';
import type { ChartSeries } from '../../../../../server/src/charts/chart.definition';
import { courseOf } from '../../../../../server/src/charts/line-course.rules';

/** What a chart shows, in a sentence for each line. Says nothing about why, and nothing about what is good. */
export function chartFinding(series: readonly ChartSeries[], better?: 'lower' | 'higher'): string {
  const sentences = series.map(finding).filter((sentence) => sentence !== '');
  if (!sentences.length) return $localize`Nothing to draw yet.`;
  if (better === 'lower') sentences.push($localize`Lower is better.`);
  if (better === 'higher') sentences.push($localize`Higher is better.`);
  return sentences.join(' ');
}

function finding(line: ChartSeries): string {
  const course = courseOf(line);
  if (!course) return '';
  const { name, way } = course;
  const [from, to, missed] = [figure(course.from), figure(course.to), missedWords(course.missed)];
  switch (way) {
    case 'one':
      return $localize`${name}:name: has one value so far, ${from}:value:${missed}:missed:.`;
    case 'fell':
      return $localize`${name}:name: fell from ${from}:from: to ${to}:to:${missed}:missed:.`;
    case 'rose':
      return $localize`${name}:name: rose from ${from}:from: to ${to}:to:${missed}:missed:.`;
    case 'same':
      return $localize`${name}:name: began and ended at ${to}:to:${missed}:missed:.`;
  }
}

function missedWords(missed: readonly string[]): string {
  const [only] = missed;
  if (only === undefined) return '';
  return missed.length === 1
    ? $localize` and missed ${longDayOfYear(only)}:day:`
    : $localize` and missed ${missed.length}:count: times`;
}
