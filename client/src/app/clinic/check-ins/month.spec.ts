import type { CalendarAskingDto, CalendarPersonDto, ScaleCalendarDto } from '../../../api/types.gen';
import { findingOf, gridOf, monthAfter, weeksOf } from './month';

const asking = (on: string, state: CalendarAskingDto['state'], more: Partial<CalendarAskingDto> = {}) => ({
  ...{ scheduleId: 's', instrumentId: 'scale', title: 'A scale', on, until: null, sessionOn: null, answeredOn: null },
  ...{ state, ...more },
});
const person = (clientId: string, more: Partial<CalendarPersonDto>): CalendarPersonDto => ({
  ...{ clientId, askings: [], answers: [], sessions: [], rests: [] },
  ...more,
});
const october = (...people: CalendarPersonDto[]): ScaleCalendarDto => ({
  ...gridOf('2026-10-01'),
  today: '2026-10-14',
  people,
});
const told = (calendar: ScaleCalendarDto, people: { clientId: string; name: string }[]) =>
  Object.fromEntries(
    weeksOf(calendar, people, '2026-10-01')
      .flat()
      .filter(({ entries }) => entries.length)
      .map(({ day, entries }) => [
        day,
        entries.map(({ name, title, words }) => [name, title, words].filter(Boolean).join(' ')),
      ]),
  );
const MAYA = { clientId: 'maya', name: 'Maya' };
const TOM = { clientId: 'tom', name: 'Tom' };

it('shows whole weeks from Monday, over the end of a year too', () => {
  expect(gridOf('2026-10-14')).toEqual({ from: '2026-09-28', to: '2026-11-01' });
  expect(gridOf('2027-02-01')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  expect(monthAfter('2026-12-31', 1)).toBe('2027-01-01');
});

it('says on each day what was asked, answered and rested', () => {
  const one = person('maya', {
    askings: [
      asking('2026-10-05', 'answered', { answeredOn: '2026-10-07' }),
      asking('2026-10-12', 'open'),
      asking('2026-10-19', 'to_come'),
    ],
    answers: [
      { instrumentId: 'scale', title: 'A scale', on: '2026-10-07' },
      { instrumentId: 'other', title: 'Another', on: '2026-10-08' },
    ],
    rests: [{ from: '2026-10-20', until: '2026-10-22' }],
  });
  expect(told(october(one), [MAYA])).toEqual({
    '2026-10-05': ['A scale asked'],
    '2026-10-07': ['A scale answered'],
    '2026-10-08': ['Another answered unasked'],
    '2026-10-12': ['A scale asked, open'],
    '2026-10-19': ['A scale will be asked'],
    '2026-10-20': ['Paused'],
    '2026-10-21': ['Paused'],
  });
  expect(findingOf(october(one), '2026-10-01')).toBe('1 answered, 1 open, 1 to come.');
});

it('names each of two, and tells a session of both but once', () => {
  const session = { on: '2026-10-14', startsAt: '2026-10-14T14:00:00Z', status: 'planned' as const };
  const calendar = october(
    person('maya', { sessions: [session], askings: [asking('2026-10-12', 'lapsed')] }),
    person('tom', { sessions: [session], askings: [asking('2026-10-12', 'open')] }),
  );
  const days = told(calendar, [MAYA, TOM]);
  expect(days['2026-10-14']).toEqual([expect.stringMatching(/^\d\d:\d\d session$/)]);
  expect(days['2026-10-12']).toEqual(['Maya A scale lapsed', 'Tom A scale asked, open']);
});

it('says so where nothing is asked', () => {
  expect(findingOf(october(person('maya', {})), '2026-10-01')).toBe('Nothing is asked in this month.');
});
