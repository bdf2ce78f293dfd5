import { longDay } from '../clock';
import { figure } from '../../../../../server/src/charts/axes.rules';
import type { ChartSeries } from '../../../../../server/src/charts/chart.definition';

/** What a chart shows, in a sentence for each line. Says nothing about why, and nothing about what is good. */
export function chartFinding(series: readonly ChartSeries[], better?: 'lower' | 'higher'): string {
  const sentences = series.map(finding).filter((sentence) => sentence !== '');
  if (!sentences.length) return $localize`Nothing to draw yet.`;
  if (better === 'lower') sentences.push($localize`Lower is better.`);
  if (better === 'higher') sentences.push($localize`Higher is better.`);
  return sentences.join(' ');
}

function finding(line: ChartSeries): string {
  const given = line.points.flatMap((point) => (point.value === null ? [] : [{ on: point.on, value: point.value }]));
  const first = given[0];
  const last = given.at(-1);
  if (!first || !last) return '';
  const name = line.name;
  const missed = missedWords(line);
  if (given.length === 1)
    return $localize`${name}:name: has one value so far, ${figure(first.value)}:value:${missed}:missed:.`;
  const from = figure(first.value);
  const to = figure(last.value);
  if (last.value < first.value) return $localize`${name}:name: fell from ${from}:from: to ${to}:to:${missed}:missed:.`;
  if (last.value > first.value) return $localize`${name}:name: rose from ${from}:from: to ${to}:to:${missed}:missed:.`;
  return $localize`${name}:name: began and ended at ${to}:to:${missed}:missed:.`;
}

function missedWords(line: ChartSeries): string {
  const missed = line.points.filter((point) => point.value === null);
  const only = missed[0];
  if (!only) return '';
  return missed.length === 1
    ? $localize` and missed ${longDay(only.on)}:day:`
    : $localize` and missed ${missed.length}:count: times`;
}
