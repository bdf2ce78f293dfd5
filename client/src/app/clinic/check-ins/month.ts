import type { CalendarAskingDto, CalendarPersonDto, ScaleCalendarDto } from '../../../api/types.gen';
import { clock } from '../../kit/clock';
import { dayAfter, mondayOf } from '../../core/wall-clock';

/** One thing of a day: a session, an asking, an answer nobody had asked for, or the days of a pause. */
export interface Entry {
  kind: 'session' | 'rest' | CalendarAskingDto['state'];
  /** Whose it is; empty where there is but one person. */
  name: string;
  order: 'a' | 'b' | null;
  title: string;
  words: string;
}

export interface Day {
  day: string;
  /** Of the month that is shown, not of the days that fill its first and last week. */
  inMonth: boolean;
  isToday: boolean;
  rests: boolean;
  entries: Entry[];
}

export interface Whom {
  clientId: string;
  name: string;
}

/** First and last day of a month's grid: whole weeks, from Monday. `month`: any day of it. */
export function gridOf(month: string): { from: string; to: string } {
  const first = `${month.slice(0, 7)}-01`;
  const last = dayAfter(monthAfter(first, 1), -1);
  return { from: mondayOf(first), to: dayAfter(mondayOf(last), 6) };
}

/** The first day of the month so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The weeks of a month, each day with what was, is and will be asked on it. */
export function weeksOf(calendar: ScaleCalendarDto, people: readonly Whom[], month: string): Day[][] {
  const weeks: Day[][] = [];
  for (let monday = calendar.from; monday <= calendar.to; monday = dayAfter(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((offset) => dayOf(dayAfter(monday, offset), calendar, people, month)));
  }
  return weeks;
}

function dayOf(day: string, calendar: ScaleCalendarDto, people: readonly Whom[], month: string): Day {
  const each = calendar.people.map((person) => {
    const at = people.findIndex(({ clientId }) => clientId === person.clientId);
    const alone = people.length < 2;
    return entriesOf(day, person, {
      name: alone ? '' : (people[at]?.name ?? ''),
      order: alone ? null : at === 0 ? 'a' : 'b',
    });
  });
  const entries = each.flat();
  return {
    day,
    inMonth: day.startsWith(month.slice(0, 7)),
    isToday: day === calendar.today,
    rests: entries.some(({ kind }) => kind === 'rest'),
    entries: onceForBoth(entries),
  };
}

function entriesOf(day: string, person: CalendarPersonDto, who: Pick<Entry, 'name' | 'order'>): Entry[] {
  const { sessions, askings, answers, rests } = person;
  const met = new Set(askings.map(({ instrumentId, answeredOn }) => `${instrumentId} ${answeredOn}`));
  return [
    ...sessions
      .filter(({ on }) => on === day)
      .map(({ startsAt, status }): Entry => {
        const words = status === 'missed' ? $localize`nobody came` : '';
        return { ...who, kind: 'session', title: $localize`${clock(startsAt)}:time: session`, words };
      }),
    ...rests
      .filter(({ from, until }) => from <= day && day < until)
      .map((): Entry => ({ ...who, kind: 'rest', title: $localize`Paused`, words: '' })),
    ...askings.flatMap((asking) => askingOn(day, asking).map((entry) => ({ ...who, ...entry }))),
    ...answers
      .filter(({ on, instrumentId }) => on === day && !met.has(`${instrumentId} ${on}`))
      .map(({ title }): Entry => ({ ...who, kind: 'answered', title, words: $localize`answered unasked` })),
  ];
}

/** An asking stands on its day; one that was answered later stands on both. */
function askingOn(day: string, { on, state, title, answeredOn }: CalendarAskingDto): Omit<Entry, 'name' | 'order'>[] {
  if (answeredOn === day) return [{ kind: 'answered', title, words: $localize`answered` }];
  if (on !== day) return [];
  return [{ kind: answeredOn === null ? state : 'to_come', title, words: wordsOf(state) }];
}

function wordsOf(state: CalendarAskingDto['state']): string {
  switch (state) {
    case 'to_come':
      return $localize`will be asked`;
    case 'open':
      return $localize`asked, open`;
    case 'answered':
      return $localize`asked`;
    case 'lapsed':
      return $localize`lapsed`;
    case 'paused':
      return $localize`not asked, paused`;
    case 'stopped':
      return $localize`stopped`;
  }
}

/** A session of both is one session. */
function onceForBoth(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry, at) => {
    if (entry.kind !== 'session') return entry;
    const same = entries.findIndex(({ kind, title }) => kind === 'session' && title === entry.title);
    const both = entries.filter(({ kind, title }) => kind === 'session' && title === entry.title).length > 1;
    if (same !== at) return [];
    return both ? { ...entry, name: '', order: null } : entry;
  });
}

/** "3 answered, 1 open, 2 lapsed": how the askings of a month stand, of those that were due by now. */
export function findingOf(calendar: ScaleCalendarDto, month: string): string {
  const states = calendar.people
    .flatMap(({ askings }) => askings)
    .filter(({ on }) => on.startsWith(month.slice(0, 7)))
    .map(({ state }) => state);
  const count = (state: CalendarAskingDto['state']): number => states.filter((each) => each === state).length;
  const parts = [
    [count('answered'), (n: number) => $localize`${n}:count: answered`],
    [count('open'), (n: number) => $localize`${n}:count: open`],
    [count('lapsed'), (n: number) => $localize`${n}:count: lapsed`],
    [count('paused'), (n: number) => $localize`${n}:count: not asked in a pause`],
    [count('to_come'), (n: number) => $localize`${n}:count: to come`],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => words(n));
  return said.length ? `${said.join(', ')}.` : $localize`Nothing is asked in this month.`;
}
