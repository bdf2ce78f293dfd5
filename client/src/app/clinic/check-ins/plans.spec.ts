import type { InstrumentDto, ScheduleDto } from '../../../api/types.gen';
import { cautionOf, changeOf, faultsOf, formOf, newForm, ONCE, OTHER, SESSIONS, termsOf } from './plan-terms';
import { stateWords, stillAsks, termsWords } from './plan-words';

const plan = (more: Partial<ScheduleDto>): ScheduleDto => ({
  ...{
    id: 'plan',
    version: 1,
    instrumentId: 'scale',
    instrumentTitle: 'A scale',
    clientId: 'one',
    coupleId: null,
    withPartner: false,
  },
  ...{ everyDays: 7, beforeEachSession: false, once: false, startsOn: '2026-10-05', endsOn: null, endedOn: null },
  ...{ expiresAfterDays: null, remind: false, state: 'due', lastAnsweredOn: null, askedOn: null, askedUntil: null },
  ...{ pausedUntil: null, nextOn: null },
  ...more,
});
const scale = (more: Partial<InstrumentDto>) =>
  ({ title: 'A scale', recallDays: 7, minIntervalDays: null, ...more }) as InstrumentDto;

it.each<[Partial<ScheduleDto>, string, string]>([
  [{ state: 'due' }, 'every week', 'open now, not answered yet'],
  [{ state: 'due', askedUntil: '2026-10-08' }, 'every week', 'open until 8 October, not answered yet'],
  [
    { state: 'answered', lastAnsweredOn: '2026-10-06', nextOn: '2026-10-12' },
    'every week',
    'answered 6 October, next 12 October',
  ],
  [{ state: 'upcoming', everyDays: 14 }, 'every 2 weeks', 'from 5 October'],
  [
    { state: 'with_session', everyDays: null, beforeEachSession: true, remind: true },
    'before each session, with a reminder',
    'not answered yet, no session planned',
  ],
  [
    { state: 'paused', pausedUntil: '2026-10-20', nextOn: '2026-10-26', endsOn: '2026-12-01' },
    'every week, until 1 December',
    'paused until 20 October, next 26 October',
  ],
  [{ state: 'lapsed', everyDays: null, once: true, expiresAfterDays: 5 }, 'once, lapses after 5 days', 'lapsed'],
])('says what a plan asks and how it stands: %j', (more, terms, state) => {
  expect([termsWords(plan(more)), stateWords(plan(more))]).toEqual([terms, state]);
});

it('puts away what was asked once and has nothing more to ask', () => {
  expect(stillAsks(plan({ once: true, everyDays: null, state: 'due' }))).toBe(true);
  expect(stillAsks(plan({ once: true, everyDays: null, state: 'answered' }))).toBe(false);
  expect(stillAsks(plan({ state: 'answered' }))).toBe(true);
});

describe('the form of a plan', () => {
  const form = newForm('2026-10-05');

  it('says what cannot be before it is sent', () => {
    expect(faultsOf(form, scale({}))).toEqual({});
    expect(faultsOf(form, scale({ minIntervalDays: 14 })).rhythm).toMatch(/every 14 days at most/);
    expect(faultsOf({ ...form, rhythm: OTHER, days: 3 }, scale({ minIntervalDays: 7 })).days).toMatch(/every 7 days/);
    expect(faultsOf({ ...form, rhythm: OTHER }, scale({})).days).toMatch(/from 1 to 366/);
    expect(faultsOf({ ...form, endsOn: '2026-10-04' }, scale({})).endsOn).toMatch(/before the first/);
    expect(faultsOf({ ...form, rhythm: SESSIONS }, scale({ minIntervalDays: 14 }))).toEqual({});
  });

  it('warns where answers would overlap, or sessions be passed over', () => {
    expect(cautionOf(form, scale({ recallDays: 14 }))).toMatch(/look back on 14 days/);
    expect(cautionOf({ ...form, rhythm: SESSIONS }, scale({ minIntervalDays: 14 }))).toMatch(/less than 14 days/);
    expect(cautionOf(form, scale({}))).toBe('');
  });

  it('reads back what it wrote', () => {
    for (const more of [
      {},
      { everyDays: 5 },
      { everyDays: null, once: true },
      { everyDays: null, beforeEachSession: true },
    ]) {
      const { everyDays, beforeEachSession = false, once = false } = termsOf(formOf(plan(more)));
      const { everyDays: every, beforeEachSession: before, once: only } = plan(more);
      expect([everyDays, beforeEachSession, once]).toEqual([every, before, only]);
    }
    expect(formOf(plan({ everyDays: null, once: true })).rhythm).toBe(ONCE);
  });

  it('changes the end and the reminder of what has begun; another rhythm is a new plan', () => {
    const begun = plan({});
    const to = { ...formOf(begun), endsOn: '2026-12-01', remind: true };
    expect(changeOf(begun, to, '2026-10-06')).toEqual({ endsOn: '2026-12-01', remind: true });
    expect(changeOf(begun, { ...to, rhythm: '14' }, '2026-10-06')).toBeNull();
    expect(changeOf(begun, { ...to, rhythm: '14' }, '2026-10-04')).toMatchObject({ everyDays: 14, remind: true });
  });
});
