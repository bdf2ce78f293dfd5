/** What a person needs of whoever reads the caseload, the weightiest first: the one word of the view `need`. */
export const NEEDS = [
  'alert_open',
  'setback_told',
  'to_read',
  'note_due',
  'plan_review',
  'waiting',
  'quiet',
  'session_today',
  'unplanned',
  'nothing',
  'paused',
  'ended',
] as const;
export type Need = (typeof NEEDS)[number];

/** The lower, the nearer the top. */
export const rankOf = (need: Need): number => NEEDS.indexOf(need);

/** Whether something is to be done about it: the rest only says how things stand. */
export const calls = (need: Need): boolean => rankOf(need) <= rankOf('quiet');
