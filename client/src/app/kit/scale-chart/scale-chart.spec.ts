import { render, screen, within } from '@testing-library/angular';
import type {
  ChartInput,
  ChartMark,
  ChartPoint,
  ChartSeries,
  Shape,
} from '../../../../../server/src/charts/chart.definition';
import { drawChart } from '../../../../../server/src/charts/drawing.rules';
import { chartFinding } from './chart-finding';
import { ScaleChart } from './scale-chart';

const DAYS = ['2026-08-05', '2026-08-19', '2026-09-02', '2026-09-16', '2026-09-30', '2026-10-14'];
const points = (...values: (number | null)[]): ChartPoint[] =>
  values.map((value, index) => ({ on: DAYS[index] ?? '', value }));
const maya: ChartSeries = { name: 'Maya', mark: 'a', points: points(48, 46, 47, 41, 38, 36) };
const tom: ChartSeries = { name: 'Tom', mark: 'b', points: points(29, 31, 30, 27, null, 25) };
const PLAIN: ChartInput = {
  ...{ width: 700, series: [], min: 0, max: 60, bands: [], cutoff: null, ribbon: null, marks: [], gapWord: 'missed' },
  dayWords: (day, withYear) => (withYear ? day : day.slice(5)),
};
const drawn = (more: Partial<ChartInput>) => drawChart({ ...PLAIN, ...more });
const inked = <Is extends Shape['is']>(shapes: readonly Shape[], is: Is, ink: string) =>
  shapes.filter((shape): shape is Extract<Shape, { is: Is }> => shape.is === is && shape.ink.startsWith(ink));
const words = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.is === 'text' ? shape.words : []));

describe('the sentence of a chart', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T09:00:00Z') }));
  afterEach(() => vi.useRealTimers());

  it('says where each line began and ended, and what was missed', () => {
    expect(chartFinding([maya, tom], 'lower')).toBe(
      'Maya fell from 48 to 36. Tom fell from 29 to 25 and missed 30 September. Lower is better.',
    );
  });

  it('says the year of what was missed once the year is over', () => {
    vi.setSystemTime(new Date('2027-02-02T09:00:00Z'));
    expect(chartFinding([tom])).toBe('Tom fell from 29 to 25 and missed 30 September 2026.');
  });

  it('does not make a change out of equal or single values', () => {
    expect(chartFinding([{ name: 'Trust', mark: 'one', points: points(4, 6, 4) }])).toBe('Trust began and ended at 4.');
    expect(chartFinding([{ name: 'Trust', mark: 'one', points: points(4) }])).toBe('Trust has one value so far, 4.');
    expect(chartFinding([])).toBe('Nothing to draw yet.');
  });
});

const BANDS = [
  { from: 0, to: 20, label: 'lower' },
  { from: 20, to: 40, label: 'middle' },
  { from: 40, to: 60, label: 'upper' },
];
const mark = (on: string, kind: ChartMark['kind'], label = kind as string): ChartMark => ({ on, kind, label });

describe('the drawing of a chart', () => {
  it('draws no line across a missed point, and says so where the line would have been', () => {
    const { shapes } = drawn({ series: [maya, tom] });
    expect(inked(shapes, 'path', 'line-b')[0]?.d.match(/M/g)).toHaveLength(2);
    expect(inked(shapes, 'rect', 'dot-b')).toHaveLength(5);
    expect(words(shapes)).toContain('missed');
  });

  it('leaves a gap without a word where nobody was asked, and does not call it missed', async () => {
    const [first, , last] = points(12, null, 9);
    const line = { ...maya, points: [first!, { on: DAYS[2]!, value: null, gap: '' }, { ...last!, on: DAYS[4]! }] };
    const { shapes } = drawn({ series: [line] });
    expect(inked(shapes, 'path', 'line-a')[0]?.d.match(/M/g)).toHaveLength(2);
    expect(inked(shapes, 'text', 'chart-word-quiet')).toEqual([]);
    expect(chartFinding([line])).toBe('Maya fell from 12 to 9.');
    await render(ScaleChart, { inputs: { heading: 'One', series: [line], max: 60 } });
    expect(within(screen.getByRole('table')).getAllByRole('row')[2]?.textContent).toMatch(/–$/);
  });

  it('draws what was worked out from fewer answers hollow', () => {
    const [first, ...others] = points(12, 14, 9);
    const { shapes } = drawn({
      series: [{ name: 'Total', mark: 'one', points: [{ ...first!, prorated: true }, ...others] }],
    });
    expect(inked(shapes, 'circle', 'dot-one').map(({ ink }) => ink)).toEqual(['dot-one-open', 'dot-one', 'dot-one']);
  });

  it('keeps the values inside the frame, the higher the value the higher the point', () => {
    const { shapes, height } = drawn({ series: [maya] });
    const heights = inked(shapes, 'circle', 'dot-a').map(({ y }) => y);
    expect(Math.min(...heights)).toBeGreaterThan(0);
    expect(Math.max(...heights)).toBeLessThan(height);
    expect(heights[0]).toBeLessThan(heights.at(-1) ?? 0);
  });

  it('keeps names apart when lines end together', () => {
    const { shapes } = drawn({ series: [maya, { ...tom, points: points(29, 31, 30, 27, 30, 36) }] });
    const [one, two] = inked(shapes, 'text', 'name-');
    expect(Math.abs((one?.y ?? 0) - (two?.y ?? 0))).toBeGreaterThanOrEqual(18);
  });

  it('leaves out day labels that would overlap, never the last', () => {
    const many = Array.from({ length: 40 }, (_, day) => ({
      on: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      value: 5,
    }));
    for (const width of [288, 700]) {
      const { shapes, height } = drawn({ width, series: [{ name: 'Trust', mark: 'one', points: many }] });
      const days = inked(shapes, 'text', 'chart-word').filter(({ y }) => y === height - 8);
      const steps = days.slice(1).map(({ x }, at) => x - (days[at]?.x ?? 0));
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(58);
      expect(days.at(-1)?.words).toBe('02-09');
    }
  });

  it('tells the year where the days lie in two', () => {
    const two = [
      { on: '2025-12-20', value: 5 },
      { on: '2026-01-20', value: 6 },
    ];
    expect(words(drawn({ series: [{ name: 'Trust', mark: 'one', points: two }] }).shapes)).toContain('2025-12-20');
  });

  it('draws a single day without dividing by nothing', () => {
    const { shapes } = drawn({ series: [{ name: 'Trust', mark: 'one', points: points(5) }] });
    expect(Number.isFinite(inked(shapes, 'circle', 'dot-one')[0]?.x)).toBe(true);
  });

  it('names bands on the chart, beside it or, on a phone, within it', () => {
    const series = [{ ...maya, mark: 'one' as const }];
    for (const [width, anchor] of [
      [700, 'beside'],
      [288, 'within'],
    ] as const) {
      const { shapes } = drawn({ width, series, bands: BANDS });
      expect(words(shapes)).toEqual(expect.arrayContaining(['lower', 'middle', 'upper']));
      const edge = Math.max(...inked(shapes, 'line', 'chart-grid').map(({ x2 }) => x2));
      const name = inked(shapes, 'text', 'chart-word').find((text) => text.words === 'middle');
      expect((name?.x ?? 0) > edge ? 'beside' : 'within').toBe(anchor);
    }
    expect(inked(drawn({ series }).shapes, 'rect', 'chart-band')).toEqual([]);
  });

  it('draws the line of a case with its name, and shades its side of two people’s chart', () => {
    const cutoff = { value: 33, side: 'above', label: 'cut-off 33' } as const;
    const one = drawn({ series: [{ ...maya, mark: 'one' }], cutoff });
    expect(words(one.shapes)).toContain('cut-off 33');
    expect(inked(one.shapes, 'line', 'chart-cutoff')).toHaveLength(1);
    expect(inked(one.shapes, 'rect', 'chart-band-raised')).toHaveLength(0);
    expect(inked(drawn({ series: [maya, tom], cutoff }).shapes, 'rect', 'chart-band-raised')).toHaveLength(1);
  });

  it('keeps the ribbon of change within the scale and from its first day on', () => {
    const ribbon = { low: -4, high: 70, from: DAYS[1]! };
    const { shapes, height } = drawn({ series: [{ ...maya, mark: 'one' }], ribbon });
    const [box] = inked(shapes, 'rect', 'chart-ribbon');
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y + box!.height).toBeLessThan(height);
    expect(box!.x).toBe(inked(shapes, 'circle', 'dot-one')[1]?.x);
  });

  it('gives each kind of mark a shape and a number, in rows where they crowd, and sessions a dot on the axis', () => {
    const marks = [
      mark('2026-09-03', 'setback'),
      mark('2026-09-02', 'disclosure'),
      mark('2026-09-04', 'start'),
      mark('2026-08-19', 'session'),
      mark('2026-01-01', 'setback', 'before the first answer'),
      mark('2026-10-20', 'setback', 'after the last answer'),
    ];
    const { shapes, numbered, sessions } = drawn({ series: [{ ...maya, mark: 'one' }], marks });
    expect(numbered.map(({ number, label }) => [number, label])).toEqual([
      [1, 'disclosure'],
      [2, 'setback'],
      [3, 'start'],
      [4, 'after the last answer'],
    ]);
    expect(sessions).toHaveLength(1);
    const outlines = inked(shapes, 'path', 'chart-event-mark').map(({ d }) => d.match(/[ML]/g)?.length);
    expect(outlines).toEqual([4, 3, 4, 3]);
    const tops = inked(shapes, 'line', 'chart-event').map(({ y1 }) => y1);
    expect(new Set(tops.slice(0, 3)).size).toBe(3);
    expect(inked(shapes, 'circle', 'chart-session')).toHaveLength(1);
  });

  it('fills the room between two people only where both answered', () => {
    const gaps = inked(drawn({ series: [maya, tom] }).shapes, 'path', 'chart-gap');
    expect(gaps).toHaveLength(2);
    expect(gaps[0]?.d.match(/[\d.]+,[\d.]+/g)).toHaveLength(8);
    expect(inked(drawn({ series: [{ ...maya, mark: 'one' }] }).shapes, 'path', 'chart-gap')).toEqual([]);
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
