import { dayAfter } from '../platform/days.js';
import {
  currentAsking,
  dueState,
  nextAskedOn,
  rests,
  type Around,
  type Rest,
  type SchedulePlan,
} from './schedule.rules.js';
import type { ScheduleDto } from './schedules.dto.js';

/** A row of the view `check_in_plan`: a plan with all that its rules are read against. */
export interface PlanRow {
  clinic_id: string;
  id: string;
  version: number;
  client_id: string;
  couple_id: string | null;
  instrument_id: string;
  every_days: number | null;
  before_each_session: boolean;
  once: boolean;
  starts_on: string;
  ends_on: string | null;
  ended_on: string | null;
  expires_after_days: number | null;
  min_interval_days: number | null;
  remind: boolean;
  reminded_on: string | null;
  created_at: Date;
  time_zone: string;
  answered_on: string[];
  sessions_on: string[];
  rests: Rest[];
}

/** `with_partner`: the same is asked of the partner, in the work of the two. */
export const PLANS = `select s.*, exists (select from scale_schedule o where o.couple_id = s.couple_id and o.instrument_id = s.instrument_id
  and o.client_id <> s.client_id and o.ended_on is null) as with_partner from check_in_plan s`;

export type ListedPlan = PlanRow & { with_partner: boolean };

export const planOf = (row: PlanRow): SchedulePlan => ({
  ...{ startsOn: row.starts_on, endsOn: row.ends_on, endedOn: row.ended_on, everyDays: row.every_days },
  ...{ beforeEachSession: row.before_each_session, once: row.once },
  ...{ expiresAfterDays: row.expires_after_days, minIntervalDays: row.min_interval_days },
});

export const aroundOf = (row: PlanRow): Around => ({
  answeredOn: row.answered_on,
  sessionsOn: row.sessions_on,
  rests: row.rests,
});

/** `today`: at the clinic. */
export function scheduleDto(row: ListedPlan, instrumentTitle: string, today: string): ScheduleDto {
  const [plan, around] = [planOf(row), aroundOf(row)];
  const state = dueState(plan, around, today);
  const asking = state === 'due' ? currentAsking(plan, around, today) : null;
  const isOpenEnded = asking !== null && asking.until > dayAfter(today, 366);
  return {
    ...{ id: row.id, version: row.version, instrumentId: row.instrument_id, instrumentTitle },
    ...{ clientId: row.client_id, coupleId: row.couple_id, remind: row.remind, state },
    withPartner: row.with_partner,
    ...{ everyDays: plan.everyDays, beforeEachSession: plan.beforeEachSession, once: plan.once },
    ...{ startsOn: plan.startsOn, endsOn: plan.endsOn, endedOn: plan.endedOn, expiresAfterDays: plan.expiresAfterDays },
    lastAnsweredOn: row.answered_on.at(-1) ?? null,
    askedOn: asking?.on ?? null,
    askedUntil: isOpenEnded ? null : (asking?.until ?? null),
    pausedUntil: state === 'ended' ? null : (rests(around, today)?.until ?? null),
    nextOn: nextAskedOn(plan, around, today),
  };
}
