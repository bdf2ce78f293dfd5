import type { InstrumentDto, NewSchedule, ScheduleChange, ScheduleDto } from '../../../api/types.gen';

/** What stands in the form: fields that are open are null or empty. */
export interface PlanForm {
  rhythm: string;
  days: number | null;
  startsOn: string | null;
  endsOn: string | null;
  expires: number | null;
  remind: boolean;
}

/** Rhythms that are no number of days, and the one whose number is typed. */
export const SESSIONS = 'sessions';
export const ONCE = 'once';
export const OTHER = 'other';
const COMMON = ['7', '14', '28'];
const MOST_DAYS = 366;

export const newForm = (today: string): PlanForm => ({
  ...{ rhythm: '7', days: null, startsOn: today, endsOn: null, expires: null, remind: true },
});

export function formOf(plan: ScheduleDto): PlanForm {
  const days = plan.everyDays === null ? '' : String(plan.everyDays);
  const typed = plan.everyDays !== null && !COMMON.includes(days);
  return {
    rhythm: plan.beforeEachSession ? SESSIONS : plan.once ? ONCE : typed ? OTHER : days,
    days: typed ? plan.everyDays : null,
    ...{ startsOn: plan.startsOn, endsOn: plan.endsOn, expires: plan.expiresAfterDays, remind: plan.remind },
  };
}

/** Days from one asking to the next; null for a rhythm that has none, or is not said yet. */
export const everyDaysOf = ({ rhythm, days }: PlanForm): number | null =>
  rhythm === OTHER ? days : rhythm === SESSIONS || rhythm === ONCE ? null : Number(rhythm);

/** What is wrong with the form, by field. */
export function faultsOf(form: PlanForm, scale: InstrumentDto | undefined): Partial<Record<keyof PlanForm, string>> {
  const every = everyDaysOf(form);
  const least = scale?.minIntervalDays ?? null;
  const whole = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  return {
    ...(form.rhythm === OTHER &&
      (every === null || !whole(every)) && { days: $localize`Say how many days, from 1 to 366.` }),
    ...(every !== null &&
      least !== null &&
      every < least && {
        [form.rhythm === OTHER ? 'days' : 'rhythm']:
          $localize`${scale!.title}:scale: is asked every ${least}:days: days at most: more often, its answers could not be compared.`,
      }),
    ...(!form.startsOn && { startsOn: $localize`Choose the day it starts.` }),
    ...(form.startsOn &&
      form.endsOn &&
      form.endsOn < form.startsOn && { endsOn: $localize`The last day comes before the first.` }),
    ...(form.expires !== null && !whole(form.expires) && { expires: $localize`Say how many days, from 1 to 366.` }),
  };
}

/** A word of caution where a plan asks more often than the questions look back, or more often than the scale allows. */
export function cautionOf(form: PlanForm, scale: InstrumentDto | undefined): string {
  const every = everyDaysOf(form);
  if (!scale) return '';
  if (form.rhythm === SESSIONS && scale.minIntervalDays !== null)
    return $localize`A session less than ${scale.minIntervalDays}:days: days after the last answers is passed over.`;
  if (every !== null && scale.recallDays !== null && every < scale.recallDays)
    return $localize`Its questions look back on ${scale.recallDays}:days: days, so answers will overlap.`;
  return '';
}

/** Everything a new plan says, but of whom and which scale. */
export const termsOf = (form: PlanForm): Omit<NewSchedule, 'instrumentId' | 'clientId' | 'coupleId'> => ({
  ...(form.rhythm === SESSIONS && { beforeEachSession: true }),
  ...(form.rhythm === ONCE && { once: true }),
  everyDays: everyDaysOf(form),
  startsOn: form.startsOn ?? '',
  ...{ endsOn: form.endsOn, expiresAfterDays: form.expires, remind: form.remind },
});

/**
 * A change the running plan takes; null where a plan that has begun would need another rhythm, start or expiry: a new one
 * takes its place then.
 */
export function changeOf(plan: ScheduleDto, form: PlanForm, today: string): ScheduleChange | null {
  if (plan.startsOn > today) return { ...termsOf(form), remind: form.remind };
  const before = formOf(plan);
  const fixed = (['rhythm', 'days', 'expires'] as const).every((field) => before[field] === form[field]);
  return fixed ? { endsOn: form.endsOn, remind: form.remind } : null;
}
