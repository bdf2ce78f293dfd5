import {
  CLIENT_STATUSES,
  ageOn,
  assertStatusMove,
  displayName,
  firstStatus,
  isPlausibleBirthDate,
} from '../src/clients/clients.rules.js';
import { byName, nameMatcher, nameWords, wordsOf } from '../src/clients/name-match.rules.js';
import { fold } from '../src/platform/fold.js';

const name = (givenName: string, familyName: string, preferredName: string | null = null) => ({
  givenName,
  familyName,
  preferredName,
});

describe('the status of a client', () => {
  it('moves along the table and nowhere else', () => {
    const moves = CLIENT_STATUSES.flatMap((from) =>
      CLIENT_STATUSES.filter((to) => {
        try {
          assertStatusMove(from, to);
          return from !== to;
        } catch {
          return false;
        }
      }).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual([
      'waiting → active',
      'waiting → ended',
      'active → paused',
      'active → ended',
      'paused → active',
      'paused → ended',
      'ended → waiting',
      'ended → active',
    ]);
  });

  it('may be said again without a move', () => {
    for (const status of CLIENT_STATUSES) expect(() => assertStatusMove(status, status)).not.toThrow();
  });

  it('begins in care with a therapist and on the waiting list with the front desk', () => {
    expect([firstStatus(true), firstStatus(false)]).toEqual(['active', 'waiting']);
  });
});

describe('the name shown', () => {
  it('is the preferred name and one letter of the family', () => {
    expect(displayName(name('Maya', 'Keller'))).toBe('Maya K.');
    expect(displayName(name('Margaret', 'keller', 'Maya'))).toBe('Maya K.');
  });

  it('keeps a letter together with its marks', () => {
    expect(displayName(name('Ana', 'e\u0301tienne'))).toBe('Ana E\u0301.');
    expect(displayName(name('伟', '王'))).toBe('伟 王.');
  });
});

describe('age', () => {
  it('counts whole years, and the birthday itself', () => {
    expect(ageOn('2026-11-21', '1985-11-22')).toBe(40);
    expect(ageOn('2026-11-22', '1985-11-22')).toBe(41);
    expect(ageOn('2026-02-28', '2000-02-29')).toBe(25);
    expect(ageOn('2026-11-22', null)).toBeUndefined();
  });

  it('refuses births to come and births before 1900', () => {
    expect(isPlausibleBirthDate('2026-11-23', '2026-11-22')).toBe(false);
    expect(isPlausibleBirthDate('2026-11-22', '2026-11-22')).toBe(true);
    expect(isPlausibleBirthDate('1899-12-31', '2026-11-22')).toBe(false);
  });
});

describe('finding a name', () => {
  it('forgets case, accents and letters people type plain', () => {
    expect(fold('Zoë ŁUCZAK Straße Ærø ışık')).toBe('zoe luczak strasse aero isik');
    expect(nameMatcher('zoe lucz')(wordsOf(name('Zoë', 'Łuczak')))).toBe(true);
    expect(nameMatcher('ZOË')(wordsOf(name('Zoe', 'Luczak')))).toBe(true);
  });

  it('matches the beginning of words in any order, and all words typed', () => {
    const maya = name('Margaret', 'Keller-Brandt', 'Maya');
    for (const typed of ['maya', 'ke', 'brandt may', 'm k', 'marg'])
      expect(nameMatcher(typed)(wordsOf(maya))).toBe(true);
    for (const typed of ['aya', 'maya x', 'eller', 'kellerb']) expect(nameMatcher(typed)(wordsOf(maya))).toBe(false);
  });

  it('takes an apostrophe as no border', () => {
    expect(nameWords("O'Brien d’Arc")).toEqual(['obrien', 'darc']);
    expect(nameMatcher('obri')(wordsOf(name('Una', "O'Brien")))).toBe(true);
    expect(nameMatcher("o'b")(wordsOf(name('Una', 'OBrien')))).toBe(true);
  });

  it('finds nobody by signs alone', () => {
    for (const typed of ['', '  ', '%', '._*']) expect(nameMatcher(typed)(wordsOf(name('Maya', 'Keller')))).toBe(false);
  });

  it('leaves vowel signs of other scripts alone', () => {
    expect(nameMatcher('मीरा')(wordsOf(name('मीरा', 'शाह')))).toBe(true);
    expect(nameMatcher('मोरा')(wordsOf(name('मीरा', 'शाह')))).toBe(false);
  });

  it('sorts as names are read', () => {
    const sorted = [name('Tom', 'Keller'), name('Éva', 'Adler'), name('eva', 'Abel'), name('Zed', 'A', 'Ann')].sort(
      byName,
    );
    expect(sorted.map((one) => one.familyName)).toEqual(['A', 'Abel', 'Adler', 'Keller']);
  });
});
