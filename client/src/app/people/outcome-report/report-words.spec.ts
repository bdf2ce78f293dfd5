import type { OutcomeLineDto, OutcomeReportDto } from '../../../api/types.gen';
import { periodOf, periods } from './periods.rules';
import { reportCsv } from './report-words';

const hidden: OutcomeLineDto = {
  ...{
    staffId: 'b',
    name: '=cmd()',
    people: null,
    better: null,
    casesAtStart: null,
    casesAtEnd: null,
    recovered: null,
  },
  verdicts: [{ verdict: 'recovered', people: null }],
};
const report: OutcomeReportDto = {
  ...{ from: '2026-07-01', to: '2026-09-30', fewest: 5, ownOnly: false },
  askings: {
    all: { staffId: null, name: null, people: 9, answered: { count: 30, of: 40, percent: 75, low: 60, high: 86 } },
    therapists: [],
  },
  closed: { items: [{ outcome: 'apart_with_clarity', people: 6 }], completed: 6 },
  measured: [{ code: 'phq-9', title: 'PHQ-9', caseLine: null, rules: [], all: null, therapists: [hidden] }],
};

it('writes every told number as a line, and leaves empty what is hidden', () => {
  const lines = reportCsv(report).split('\r\n');
  expect(lines[1]).toBe('2026-07-01,2026-09-30,askings answered,,Whole practice,30,40,75,60,86');
  expect(lines[2]).toBe('2026-07-01,2026-09-30,"closed: Apart, with clarity",,Whole practice,6');
  expect(lines).toContain("2026-07-01,2026-09-30,better,PHQ-9,'=cmd(),,,,,");
});

it('offers only quarters that are over, and reads no other address', () => {
  const all = periods('2026-11-22');
  expect(all[0]).toEqual({ key: '', label: 'The last four quarters' });
  expect(all[1]).toEqual({ key: '2025-01-01_2025-12-31', label: '2025' });
  expect(all[3]).toEqual({ key: '2026-07-01_2026-09-30', label: 'Quarter 3 of 2026' });
  expect(periods('2027-01-02')[1]!.label).toBe('2026');
  expect(periodOf('2026-07-01_2026-09-30')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect([periodOf(undefined), periodOf('x'), periodOf('2026-07-01')]).toEqual([null, null, null]);
});
