import { dayAfter, daysBetween } from '../platform/days.js';

/**
 * When a scale is asked for. Every day here is a calendar day `YYYY-MM-DD` of the clinic's time zone: no clock, so a day
 * is a day also when clocks change. However long the silence, no more than one asking of a plan is ever open.
 */
export interface SchedulePlan {
  startsOn: string;
  /** The last day on which it is asked; null: until somebody ends it. */
  endsOn: string | null;
  /** The first day on which it is asked no more, because somebody ended it. */
  endedOn: string | null;
  /** Exactly one of the three is set. */
  everyDays: number | null;
  beforeEachSession: boolean;
  once: boolean;
  /** Days after which an unanswered asking lapses; null: it stays open until the next one takes its place. */
  expiresAfterDays: number | null;
  /** Fewest days from one set of answers to the next that the scale allows; null where nothing is known. */
  minIntervalDays: number | null;
}

/** Days without check-ins, from `from` up to the day before `until`. */
export interface Rest {
  from: string;
  until: string;
}

/** What a plan is read against, each list in rising order. */
export interface Around {
  answeredOn: readonly string[];
  /** Days of sessions that this person attends and that were not cancelled. */
  sessionsOn: readonly string[];
  rests: readonly Rest[];
}

export interface Asking {
  /** First and last day on which it is asked. */
  on: string;
  until: string;
  /** The day of the session it comes before. */
  sessionOn: string | null;
  answeredOn: string | null;
  /** Its day fell into a rest: it lapsed in silence. */
  rested: boolean;
  /** Somebody ended the plan while it was open. */
  stopped: boolean;
}

/** First and last day on which it was asked. */
export type Missed = Pick<Asking, 'on' | 'until'>;

export type AskingState = 'to_come' | 'open' | 'answered' | 'lapsed' | 'paused' | 'stopped';
export type DueState = 'upcoming' | 'due' | 'answered' | 'lapsed' | 'paused' | 'ended' | 'with_session';

/** From how many days before a session its asking is open, the day of the session being its last. */
export const ASKED_BEFORE_SESSION_DAYS = 2;
/** Answers this many days old still stand for a session that was moved a little, or asked about early. */
export const STANDS_FOR_SESSION_DAYS = 6;

const LAST_DAY = '9999-12-31';
/** How far back days without an answer are looked for. */
const LOOKED_BACK_DAYS = 730;

/** The askings of a plan that are open on some day from `from` to `to`, oldest first. Their windows never overlap. */
export function askings(plan: SchedulePlan, around: Around, from: string, to: string): Asking[] {
  const found: Asking[] = [];
  for (const asking of asked(plan, around, from)) {
    if (asking.on > to) break;
    if (asking.until >= from) found.push(asking);
  }
  return found;
}

/** Whether the person is asked today, and if not, why. */
export function dueState(plan: SchedulePlan, around: Around, today: string): DueState {
  if (lastDay(plan) < today) return 'ended';
  if (plan.startsOn > today) return 'upcoming';
  const asking = currentAsking(plan, around, today);
  if (asking?.answeredOn != null) return 'answered';
  if (rests(around, today)) return 'paused';
  if (!asking) return plan.beforeEachSession ? 'with_session' : 'upcoming';
  return askingState(asking, around, today) === 'open' ? 'due' : 'lapsed';
}

/** The newest asking that has begun by today; one before a session is over with the day of that session. */
export function currentAsking(plan: SchedulePlan, around: Around, today: string): Asking | null {
  let newest: Asking | null = null;
  for (const asking of asked(plan, around, today)) {
    if (asking.on > today) break;
    if (asking.sessionOn === null || asking.sessionOn >= today) newest = asking;
  }
  return newest;
}

/** The day of the next asking after today that will be asked, as far as is known; null where there is none. */
export function nextAskedOn(plan: SchedulePlan, around: Around, today: string): string | null {
  for (const asking of asked(plan, around, today)) {
    if (asking.on > today && !asking.rested && asking.answeredOn === null) return asking.on;
  }
  return null;
}

/** How one asking stands today. An answer given after it lapsed, and before the next, still meets it. */
export function askingState(asking: Asking, around: Around, today: string): AskingState {
  if (asking.answeredOn !== null) return 'answered';
  if (asking.rested) return 'paused';
  if (today < asking.on) return 'to_come';
  if (today > asking.until) return asking.stopped ? 'stopped' : 'lapsed';
  return rests(around, today) ? 'paused' : 'open';
}

/**
 * When somebody was asked and gave no answer: what a line on a chart may not cross. A scale that is asked once a
 * month has no gap in the weeks between; what is still open, fell into a rest or was stopped is none, nor is what was asked
 * before the first answer.
 */
export function missedAskings(plan: SchedulePlan, around: Around, today: string): Missed[] {
  const first = around.answeredOn[0];
  if (first === undefined) return [];
  return askings(plan, around, latest(first, dayAfter(today, -LOOKED_BACK_DAYS)), today)
    .filter((asking) => asking.on > first && askingState(asking, around, today) === 'lapsed')
    .map(({ on, until }) => ({ on, until }));
}

/** Whether a plan asks more often than its scale allows. Before sessions it never does: it passes those over. */
export const asksTooOften = ({ everyDays, minIntervalDays }: SchedulePlan): boolean =>
  everyDays !== null && minIntervalDays !== null && everyDays < minIntervalDays;

/** The rest that holds on a day; null where there is none. */
export const rests = ({ rests: all }: Around, day: string): Rest | null =>
  all.find(({ from, until }) => from <= day && day < until) ?? null;

/** Askings in rising order, from the one whose turn it is on `day`, or an earlier one, on. */
function asked(plan: SchedulePlan, around: Around, day: string): Iterable<Asking> {
  if (plan.once) return onlyOnce(plan, around);
  return plan.everyDays === null ? beforeSessions(plan, around) : everySoOften(plan, plan.everyDays, around, day);
}

function* everySoOften(plan: SchedulePlan, every: number, around: Around, day: string): Iterable<Asking> {
  const end = lastDay(plan);
  let on = dayAfter(plan.startsOn, Math.max(0, Math.floor(daysBetween(plan.startsOn, day) / every)) * every);
  for (; on <= end; on = dayAfter(on, every)) {
    const next = dayAfter(on, every);
    const until = earliest(dayAfter(next, -1), expiry(plan, on), end);
    yield {
      ...{ on, until, sessionOn: null, answeredOn: firstIn(around.answeredOn, on, dayAfter(next, -1)) },
      ...{ rested: rests(around, on) !== null, stopped: isStopped(plan, until, expiry(plan, on), dayAfter(next, -1)) },
    };
  }
}

/** What is asked but once waits for the end of a rest: nothing comes after it that could take its place. */
function* onlyOnce(plan: SchedulePlan, around: Around): Iterable<Asking> {
  let on = plan.startsOn;
  for (let rest = rests(around, on); rest; rest = rests(around, on)) on = rest.until;
  const end = lastDay(plan);
  if (on > end) return;
  const until = earliest(expiry(plan, on), end);
  yield {
    ...{ on, until, sessionOn: null, answeredOn: firstIn(around.answeredOn, plan.startsOn, LAST_DAY) },
    ...{ rested: false, stopped: isStopped(plan, until, expiry(plan, on)) },
  };
}

/** One for each day with a session: not for two on one day, and none so soon that the scale does not allow it. */
function* beforeSessions(plan: SchedulePlan, around: Around): Iterable<Asking> {
  let before = '';
  for (const sessionOn of new Set(around.sessionsOn)) {
    const after = before === '' ? '' : dayAfter(before, 1);
    before = sessionOn;
    const end = lastDay(plan);
    if (sessionOn < plan.startsOn) continue;
    const answeredOn = firstIn(
      around.answeredOn,
      latest(after, dayAfter(sessionOn, -STANDS_FOR_SESSION_DAYS)),
      sessionOn,
    );
    const opens = latest(after, dayAfter(sessionOn, -ASKED_BEFORE_SESSION_DAYS), plan.startsOn);
    const allowed = answeredOn === null ? latest(opens, soonest(plan, around, sessionOn)) : opens;
    const until = earliest(sessionOn, end, expiry(plan, allowed));
    if (allowed > until) continue;
    const on = firstUnrested(around, allowed, until);
    yield {
      ...{ on: on ?? allowed, until, sessionOn, answeredOn, rested: on === null },
      stopped: isStopped(plan, until, sessionOn, expiry(plan, allowed)),
    };
  }
}

/** The first day on which the scale may be answered again, after the last answers before a day. */
function soonest({ minIntervalDays }: SchedulePlan, { answeredOn }: Around, day: string): string {
  const last = minIntervalDays === null ? undefined : answeredOn.findLast((each) => each <= day);
  return last === undefined || minIntervalDays === null ? '' : dayAfter(last, minIntervalDays);
}

function firstUnrested(around: Around, from: string, to: string): string | null {
  let day = from;
  for (let rest = rests(around, day); rest; rest = rests(around, day)) day = rest.until;
  return day <= to ? day : null;
}

/** The last day on which a plan asks. */
const lastDay = ({ endsOn, endedOn }: SchedulePlan): string =>
  earliest(endsOn ?? LAST_DAY, endedOn === null ? LAST_DAY : dayAfter(endedOn, -1));

/** The last day before an asking that nobody answers lapses. */
const expiry = ({ expiresAfterDays }: SchedulePlan, on: string): string =>
  expiresAfterDays === null ? LAST_DAY : dayAfter(on, expiresAfterDays - 1);

/** It would have been open for longer, had nobody ended the plan. */
const isStopped = ({ endsOn, endedOn }: SchedulePlan, until: string, ...otherwise: string[]): boolean =>
  endedOn !== null && until === dayAfter(endedOn, -1) && earliest(...otherwise, endsOn ?? LAST_DAY) > until;

const firstIn = (days: readonly string[], from: string, to: string): string | null =>
  days.find((day) => day >= from && day <= to) ?? null;

const earliest = (...days: string[]): string => days.reduce((a, b) => (b < a ? b : a));
const latest = (...days: string[]): string => days.reduce((a, b) => (b > a ? b : a));
