import fc from 'fast-check';
import { MARKS } from '../src/boundaries/boundaries.rules.js';
import { dayIn, mondayOf, wallClock } from '../src/platform/days.js';
import { disputesOf, reportOf, standing, weeksUntil, type Said } from '../src/consistency/consistency.rules.js';
import { promiseWeeks, type Told } from '../src/consistency/promise-weeks.rules.js';
import {
  assertMark,
  isBeforeTheFact,
  isDisputed,
  MAKER_MARKS,
  PARTNER_MARKS,
  PROMISE_MARKS,
} from '../src/promises/promises.rules.js';

const said = (by: string, on: string, mark: Said['mark']): Said => ({ by, on, mark });
const WEEKS = weeksUntil('2026-06-17', 4);

describe('consistency by week', () => {
  it('begins weeks on Mondays, also over a year’s end', () => {
    expect(WEEKS).toEqual(['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15']);
    expect(weeksUntil('2027-01-03', 2)).toEqual(['2026-12-21', '2026-12-28']);
    expect([mondayOf('2026-06-14'), mondayOf('2026-06-15')]).toEqual(['2026-06-08', '2026-06-15']);
  });

  it('counts what was said, and leaves a gap where nothing was', () => {
    const report = reportOf(
      'maya',
      [
        said('maya', '2026-05-26', 'kept'),
        said('maya', '2026-05-28', 'crossed'),
        said('maya', '2026-06-09', 'not_saying'),
        said('tom', '2026-06-02', 'kept'),
      ],
      WEEKS,
    );
    expect(report.weeks.map(({ rate, occasions }) => [rate, occasions])).toEqual([
      [0.5, 2],
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
    expect(report.weeks[2]).toMatchObject({ notSaying: 1 });
    expect([report.kept, report.occasions]).toEqual([1, 2]);
  });

  it('does not let one crossing erase what was kept before and after', () => {
    const days = ['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15'];
    const marks = days.map((day, i) => said('maya', day, i === 2 ? 'crossed' : 'kept'));
    expect(reportOf('maya', marks, WEEKS).weeks.map(({ rate }) => rate)).toEqual([1, 1, 0, 1]);
  });

  it('shows as disputed the weeks of which the two tell differently, and no others', () => {
    const all = [
      said('maya', '2026-05-26', 'crossed'),
      said('tom', '2026-05-27', 'kept'),
      said('maya', '2026-06-02', 'kept'),
      said('tom', '2026-06-03', 'kept'),
      // silence and not saying contradict nothing
      said('maya', '2026-06-08', 'bent'),
      said('tom', '2026-06-09', 'not_saying'),
      said('maya', '2026-06-15', 'crossed'),
    ];
    expect(disputesOf(all, ['maya', 'tom'], WEEKS)).toEqual([
      {
        week: '2026-05-25',
        said: [
          { by: 'maya', mark: 'crossed' },
          { by: 'tom', mark: 'kept' },
        ],
      },
    ]);
  });

  it('lets the last word of a day stand, of each person', () => {
    const words = [
      said('maya', '2026-06-15', 'kept'),
      said('tom', '2026-06-15', 'kept'),
      said('maya', '2026-06-15', 'bent'),
    ];
    expect(standing(words).map(({ by, mark }) => [by, mark])).toEqual([
      ['maya', 'bent'],
      ['tom', 'kept'],
    ]);
  });

  const anySaid = fc.record({
    by: fc.constantFrom('maya', 'tom'),
    on: fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2026, 4, 20) + n * 86_400_000).toISOString().slice(0, 10)),
    mark: fc.constantFrom(...MARKS),
  });

  it('never makes a success of nothing, never goes beyond 0 and 1, and never mixes two people’s words', () => {
    fc.assert(
      fc.property(fc.array(anySaid, { maxLength: 60 }), (all) => {
        const words = standing(all);
        const report = reportOf('maya', words, WEEKS);
        for (const { kept, bent, crossed, notSaying, occasions, rate } of report.weeks) {
          expect(occasions).toBe(kept + bent + crossed);
          expect(rate === null).toBe(occasions === 0);
          if (rate !== null) expect(rate >= 0 && rate <= 1 && rate * occasions === kept).toBe(true);
          expect(notSaying).toBeGreaterThanOrEqual(0);
        }
        expect(
          reportOf(
            'maya',
            words.filter(({ by }) => by === 'maya'),
            WEEKS,
          ),
        ).toEqual(report);
        // one more "rather not say" changes no rate
        const more = [...words, said('maya', '2026-06-16', 'not_saying')];
        expect(reportOf('maya', more, WEEKS).weeks.map(({ rate }) => rate)).toEqual(
          report.weeks.map(({ rate }) => rate),
        );
      }),
    );
  });
});

describe('when a promise comes due', () => {
  const NEW_YORK = 'America/New_York';

  it('is the clock on the wall where its maker lives', () => {
    expect(wallClock('2026-06-16', '18:30', NEW_YORK).toISOString()).toBe('2026-06-16T22:30:00.000Z');
    expect(wallClock('2026-12-15', '18:30', NEW_YORK).toISOString()).toBe('2026-12-15T23:30:00.000Z');
    expect(wallClock('2026-06-16', '18:30', 'Europe/Berlin').toISOString()).toBe('2026-06-16T16:30:00.000Z');
  });

  it('means an hour later for a time that spring skips, and the first of a time that autumn brings twice', () => {
    expect(wallClock('2026-03-08', '02:30', NEW_YORK).toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(wallClock('2026-11-01', '01:30', NEW_YORK).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  it('falls on the day its maker lives, whatever the day elsewhere', () => {
    expect(dayIn(NEW_YORK, new Date('2026-06-17T02:00:00Z'))).toBe('2026-06-16');
    fc.assert(
      fc.property(
        fc.constantFrom(NEW_YORK, 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 4, max: 23 }),
        (zone, days, hour) => {
          const day = new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
          expect(dayIn(zone, wallClock(day, `${String(hour).padStart(2, '0')}:45`, zone))).toBe(day);
        },
      ),
    );
  });

  it('is still to come when it is made', () => {
    const now = new Date('2026-06-16T10:00:00Z');
    expect(isBeforeTheFact(new Date('2026-06-16T10:00:01Z'), now)).toBe(true);
    expect(isBeforeTheFact(now, now)).toBe(false);
    expect(isBeforeTheFact(new Date('2026-06-16T09:59:59Z'), now)).toBe(false);
  });
});

describe('what is said of a promise', () => {
  const due = new Date('2026-06-16T18:30:00Z');
  const before = new Date('2026-06-16T18:00:00Z');
  const after = new Date('2026-06-16T19:00:00Z');
  const answer = (mark: (typeof PROMISE_MARKS)[number], isMaker: boolean, now: Date): string => {
    try {
      assertMark(mark, isMaker, due, now);
      return 'yes';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each(PROMISE_MARKS)('%s is for one of the two to say', (mark) => {
    const makers = (MAKER_MARKS as readonly string[]).includes(mark);
    expect(answer(mark, true, after)).toBe(makers ? 'yes' : 'not_your_part');
    expect(answer(mark, false, after)).toBe(makers ? 'not_your_part' : 'yes');
    const early = ['late', 'missed', 'did_not'].includes(mark) ? 'not_due_yet' : 'yes';
    expect(answer(mark, makers, before)).toBe(early);
  });

  it('differs only where one says the contrary of the other', () => {
    const disputed = [null, ...MAKER_MARKS].flatMap((maker) =>
      [null, ...PARTNER_MARKS].filter((partner) => isDisputed({ maker, partner })).map((partner) => [maker, partner]),
    );
    expect(disputed).toEqual([
      ['done', 'did_not'],
      ['missed', 'saw_it'],
    ]);
  });

  it('counts silence as unknown, never as kept', () => {
    const told: Told[] = [
      { dueOn: '2026-06-01', maker: null, partner: null },
      { dueOn: '2026-06-02', maker: 'done', partner: null },
      { dueOn: '2026-06-09', maker: null, partner: null },
    ];
    const weeks = promiseWeeks(told, WEEKS);
    expect(weeks[0]).toMatchObject({ due: 0, rate: null, seenRate: null });
    expect(weeks[1]).toMatchObject({ due: 2, done: 1, unknown: 1, silent: 2, rate: 1, seenRate: null });
    expect(weeks[2]).toMatchObject({ due: 1, unknown: 1, rate: null, seenRate: null });
  });

  it('gives a simulated year the curve it was made with', () => {
    const mondays = weeksUntil('2026-12-27', 52);
    const told = mondays.flatMap((monday, week) =>
      Array.from({ length: 4 }, (_, i): Told => {
        const dueOn = new Date(Date.parse(`${monday}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10);
        const good = i < Math.floor((week / 52) * 5);
        return { dueOn, maker: good ? 'done' : 'missed', partner: i === 0 ? (good ? 'saw_it' : 'did_not') : null };
      }),
    );
    const rates = promiseWeeks(told, mondays).map(({ rate }) => rate);
    expect(rates).toHaveLength(52);
    expect([rates[0], rates[11], rates[21], rates[51]]).toEqual([0, 0.25, 0.5, 1]);
    expect([...rates].sort((a, b) => a! - b!)).toEqual(rates);
    expect(promiseWeeks(told, mondays)[51]).toMatchObject({ due: 4, silent: 3, saw: 1 });
  });
});
