import { render, screen, within } from '@testing-library/angular';
import type { ChartPoint, ChartSeries } from './chart-data';
import { chartFinding } from './chart-finding';
import { chartGeometry } from './chart-geometry';
import { ScaleChart } from './scale-chart';

const DAYS = ['2026-08-05', '2026-08-19', '2026-09-02', '2026-09-16', '2026-09-30', '2026-10-14'];
const points = (...values: (number | null)[]): ChartPoint[] =>
  values.map((value, index) => ({ on: DAYS[index] ?? '', value }));
const maya: ChartSeries = { name: 'Maya', mark: 'a', points: points(48, 46, 47, 41, 38, 36) };
const tom: ChartSeries = { name: 'Tom', mark: 'b', points: points(29, 31, 30, 27, null, 25) };
const geometry = (...series: ChartSeries[]) =>
  chartGeometry({ series, min: 0, max: 60, bands: [], baseline: null, events: [] });

describe('the sentence of a chart', () => {
  it('says where each line began and ended, and what was missed', () => {
    expect(chartFinding([maya, tom], 'lower')).toBe(
      'Maya fell from 48 to 36. Tom fell from 29 to 25 and missed 30 September. Lower is better.',
    );
  });

  it('does not make a change out of equal or single values', () => {
    expect(chartFinding([{ name: 'Trust', mark: 'one', points: points(4, 6, 4) }])).toBe('Trust began and ended at 4.');
    expect(chartFinding([{ name: 'Trust', mark: 'one', points: points(4) }])).toBe('Trust has one value so far, 4.');
    expect(chartFinding([])).toBe('Nothing to draw yet.');
  });
});

describe('the drawing of a chart', () => {
  it('draws no line across a missed point', () => {
    const line = geometry(tom).lines[0];
    expect(line?.path.match(/M/g)).toHaveLength(2);
    expect(line?.dots).toHaveLength(5);
    expect(line?.missed).toHaveLength(1);
  });

  it('keeps the values inside the frame, the higher the value the higher the point', () => {
    const { lines, top, floor } = geometry(maya);
    const heights = lines[0]?.dots.map((dot) => dot.y) ?? [];
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(top);
    expect(Math.max(...heights)).toBeLessThanOrEqual(floor);
    expect(heights[0]).toBeLessThan(heights.at(-1) ?? 0);
  });

  it('keeps names apart when lines end together', () => {
    const [one, two] = geometry(maya, { ...tom, points: points(29, 31, 30, 27, 30, 36) }).lines;
    expect(Math.abs((one?.nameY ?? 0) - (two?.nameY ?? 0))).toBeGreaterThanOrEqual(18);
  });

  it('leaves out day labels that would overlap, never the last', () => {
    const many = Array.from({ length: 40 }, (_, day) => ({
      on: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      value: 5,
    }));
    const { days } = geometry({ name: 'Trust', mark: 'one', points: many });
    expect(days.length).toBeLessThanOrEqual(8);
    expect(days.at(-1)?.label).toBe('9 Feb');
  });

  it('draws a single day without dividing by nothing', () => {
    expect(geometry({ name: 'Trust', mark: 'one', points: points(5) }).lines[0]?.dots[0]?.x).toBe(32);
  });
});

it('puts every value in a table, newest first, with gaps said in words', async () => {
  await render(ScaleChart, { inputs: { heading: 'Both partners', series: [maya, tom], max: 60 } });
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  const texts = rows.map((row) => [...row.children].map((each) => each.textContent.trim()).join(' | '));
  expect(texts[0]).toBe('14 Oct | 36 −2 | 25 −2');
  expect(texts[1]).toBe('30 Sep | 38 −3 | missed');
  expect(rows).toHaveLength(6);
  expect(screen.getByRole('img', { name: /11 values/ })).toBeTruthy();
});
