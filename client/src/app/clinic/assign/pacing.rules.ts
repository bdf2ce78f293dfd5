import type { NewAssignment } from '../../../api/types.gen';

/** When a sheet is wished for, whether it comes again, and what follows it. */
export interface Pacing {
  due: 'day' | 'session' | 'none';
  dueOn: string | null;
  then: 'once' | 'again' | 'follow';
  everyDays: number | null;
  until: string | null;
  steps: readonly { worksheetId: string; afterDays: number | null }[];
}

export const usualPacing = (dueOn: string): Pacing => ({
  ...{ due: 'day', dueOn, then: 'once', everyDays: 7, until: null, steps: [] },
});

type Wish = Pick<NewAssignment, 'dueOn' | 'dueNextSession' | 'repeat' | 'then'>;

/** As the server takes it; what is missing for it, by name, where something is. */
export function wishOf(pacing: Pacing): Wish | 'days' | 'steps' {
  const due: Wish =
    pacing.due === 'session' ? { dueNextSession: true } : { dueOn: pacing.due === 'day' ? pacing.dueOn : null };
  if (pacing.then === 'once') return due;
  if (pacing.then === 'again') {
    const { everyDays, until } = pacing;
    if (!isDays(everyDays, 1, 366)) return 'days';
    return { ...due, repeat: { everyDays, ...(until ? { until } : {}) } };
  }
  const then: { worksheetId: string; afterDays: number }[] = [];
  for (const { worksheetId, afterDays } of pacing.steps) {
    if (!isDays(afterDays, 0, 90)) return 'days';
    if (!worksheetId) return 'steps';
    then.push({ worksheetId, afterDays });
  }
  return then.length > 0 ? { ...due, then } : 'steps';
}

const isDays = (days: number | null, least: number, most: number): days is number =>
  days !== null && Number.isInteger(days) && days >= least && days <= most;
