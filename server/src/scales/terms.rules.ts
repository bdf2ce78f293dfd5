import { type FieldError, Invalid, RuleBroken } from '../platform/errors.js';
import type { SchedulePlan } from './schedule.rules.js';
import type { NewSchedule, ScheduleChange } from './schedules.dto.js';

/** What a plan says about when it asks, and whether it tells. */
export interface Terms extends Omit<SchedulePlan, 'endedOn'> {
  remind: boolean;
}

const ONE_RHYTHM: FieldError = {
  path: 'everyDays',
  code: 'one_of',
  message: 'Choose a number of days, "before each session" or "once", and only one of them.',
};

export const termsOf = (wanted: NewSchedule, minIntervalDays: number | null): Terms => ({
  everyDays: wanted.everyDays ?? null,
  beforeEachSession: wanted.beforeEachSession ?? false,
  once: wanted.once ?? false,
  startsOn: wanted.startsOn,
  endsOn: wanted.endsOn ?? null,
  expiresAfterDays: wanted.expiresAfterDays ?? null,
  remind: wanted.remind ?? false,
  minIntervalDays,
});

/** Exactly one addressee, one rhythm, and an end that is not before the start. Throws `Invalid`. */
export function checkNew(wanted: NewSchedule): void {
  const whom = Boolean(wanted.clientId) === Boolean(wanted.coupleId);
  refuse([
    ...(whom
      ? [{ path: 'clientId', code: 'one_of', message: 'Name a client or a couple, and only one of them.' }]
      : []),
    ...(wanted.onlyFor && !wanted.coupleId
      ? [{ path: 'onlyFor', code: 'needs_couple', message: 'Only of a couple can one partner be chosen.' }]
      : []),
    ...faultsOf(termsOf(wanted, null)),
  ]);
}

export const checkTerms = (terms: Terms): void => refuse(faultsOf(terms));

/**
 * The terms after a change. Of a plan that has begun its rhythm, start and expiry stand. Throws `RuleBroken('already_begun')`,
 * and `Invalid` for an end that has passed.
 */
export function changed(plan: Terms, wanted: ScheduleChange, today: string): Terms {
  const named = [wanted.everyDays, wanted.beforeEachSession, wanted.once].some(Boolean);
  const before: Terms = {
    ...{ everyDays: plan.everyDays, beforeEachSession: plan.beforeEachSession, once: plan.once },
    ...{ startsOn: plan.startsOn, endsOn: plan.endsOn, expiresAfterDays: plan.expiresAfterDays },
    ...{ minIntervalDays: plan.minIntervalDays, remind: plan.remind },
  };
  const after: Terms = {
    ...before,
    ...(named && {
      ...{ everyDays: wanted.everyDays ?? null, beforeEachSession: wanted.beforeEachSession ?? false },
      once: wanted.once ?? false,
    }),
    startsOn: wanted.startsOn ?? before.startsOn,
    endsOn: wanted.endsOn === undefined ? before.endsOn : wanted.endsOn,
    expiresAfterDays: wanted.expiresAfterDays === undefined ? before.expiresAfterDays : wanted.expiresAfterDays,
    remind: wanted.remind ?? before.remind,
  };
  const fixed = ['everyDays', 'beforeEachSession', 'once', 'startsOn', 'expiresAfterDays'] as const;
  if (plan.startsOn <= today && fixed.some((term) => before[term] !== after[term])) {
    throw new RuleBroken(
      'already_begun',
      'This plan has begun. Schedule the scale anew: the new plan takes its place.',
    );
  }
  if (after.endsOn !== null && after.endsOn !== before.endsOn && after.endsOn < today) {
    refuse([{ path: 'endsOn', code: 'past', message: 'The last day has passed already.' }]);
  }
  return after;
}

function faultsOf({ everyDays, beforeEachSession, once, startsOn, endsOn }: Terms): FieldError[] {
  const rhythms = [everyDays, beforeEachSession, once].filter(Boolean).length;
  const early = endsOn !== null && endsOn < startsOn;
  return [
    ...(rhythms === 1 ? [] : [ONE_RHYTHM]),
    ...(early ? [{ path: 'endsOn', code: 'before_start', message: 'The last day comes before the first.' }] : []),
  ];
}

function refuse(faults: FieldError[]): void {
  if (faults.length > 0) throw new Invalid(faults);
}
