import { describe, expect, it } from '@jest/globals';
import { Invalid, RuleBroken } from '../src/platform/errors.js';
import { isInstant } from '../src/platform/instant.validator.js';
import { checkTimes, moveSession, participantsOf, SESSION_STATUSES } from '../src/sessions/sessions.rules.js';

const now = new Date('2026-10-14T09:00:00Z');
const at = (text: string): Date => new Date(text);
const pathsOf = (act: () => unknown): string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map((wrong) => `${wrong.path} ${wrong.code}`);
    throw error;
  }
  return [];
};
const times = (startsAt: string, endsAt: string) => () =>
  checkTimes({ startsAt: at(startsAt), endsAt: at(endsAt) }, now);

describe('the times of a session', () => {
  it.each([
    ['an hour tomorrow', '2026-10-15T10:00:00Z', '2026-10-15T11:00:00Z', []],
    ['eight hours to the minute', '2026-10-15T09:00:00Z', '2026-10-15T17:00:00Z', []],
    ['eight hours and a second', '2026-10-15T09:00:00Z', '2026-10-15T17:00:01Z', ['endsAt too_long']],
    ['no time at all', '2026-10-15T10:00:00Z', '2026-10-15T10:00:00Z', ['endsAt not_after_start']],
    ['an end before the start', '2026-10-15T10:00:00Z', '2026-10-15T09:00:00Z', ['endsAt not_after_start']],
    ['a year in the wrong century', '2126-10-15T10:00:00Z', '2126-10-15T11:00:00Z', ['startsAt too_far_ahead']],
    ['a year before anybody kept records', '1926-10-15T10:00:00Z', '1926-10-15T11:00:00Z', ['startsAt too_far_back']],
    ['last week, entered late', '2026-10-07T10:00:00Z', '2026-10-07T11:00:00Z', []],
  ])('%s', (_, startsAt, endsAt, wrong) => {
    expect(pathsOf(times(startsAt, endsAt))).toEqual(wrong);
  });

  it('need an offset, and a day that exists', () => {
    expect(
      ['2026-10-14T10:00:00Z', '2026-10-14T10:00+02:00', '2026-10-14T10:00:00.123Z'].filter(isInstant),
    ).toHaveLength(3);
    expect(
      ['2026-10-14T10:00:00', '2026-02-30T10:00:00Z', '2026-10-14T24:00:00Z', '2026-10-14', 7, null].some(isInstant),
    ).toBe(false);
  });
});

describe('the status of a session', () => {
  const past = at('2026-10-14T08:00:00Z');
  const ahead = at('2026-10-14T10:00:00Z');

  it('becomes held or missed only once it has started', () => {
    expect(moveSession('planned', 'held', past, now)).toBe('held');
    expect(() => moveSession('planned', 'held', ahead, now)).toThrow(RuleBroken);
    expect(() => moveSession('planned', 'missed', ahead, now)).toThrow(RuleBroken);
  });

  it('can be corrected, but a cancelled session is planned again first', () => {
    const possible = SESSION_STATUSES.flatMap((from) =>
      SESSION_STATUSES.filter((to) => {
        try {
          return from !== to && moveSession(from, to, past, now) === to;
        } catch {
          return false;
        }
      }).map((to) => `${from} ${to}`),
    );
    expect(possible.sort()).toEqual(
      [
        'planned held',
        'planned missed',
        'planned cancelled',
        'held planned',
        'held missed',
        'missed planned',
        'missed held',
        'cancelled planned',
      ].sort(),
    );
  });
});

describe('the people of a session', () => {
  it('are both partners unless somebody says otherwise', () => {
    expect(participantsOf({ coupleId: 'us' }, ['maya', 'tom'])).toEqual({
      clientId: null,
      coupleId: 'us',
      attendeeIds: ['maya', 'tom'],
    });
  });

  it("make one partner's session within the couple's work that partner's own row", () => {
    expect(participantsOf({ coupleId: 'us', attendeeIds: ['tom'] }, ['maya', 'tom'])).toEqual({
      clientId: 'tom',
      coupleId: 'us',
      attendeeIds: ['tom'],
    });
  });

  it('cannot be strangers, nor nobody', () => {
    expect(pathsOf(() => participantsOf({ coupleId: 'us', attendeeIds: ['maya', 'eve'] }, ['maya', 'tom']))).toEqual([
      'attendeeIds[1] not_in_care',
    ]);
    expect(pathsOf(() => participantsOf({ clientId: 'dana', attendeeIds: [] }, ['dana']))).toEqual([
      'attendeeIds nobody',
    ]);
  });
});
