/**
 * `open`: nobody took it so far · `taken`: somebody has it in hand · `closed`: done, with an outcome, for good.
 * A later score never appears here: nothing but a person's act moves an alert on.
 */
export type RiskStatus = 'open' | 'taken' | 'closed';
export type RiskSeverity = 'raised' | 'high' | 'urgent';
/** Who has been told so far while nobody took it. */
export type RiskReach = 'owner' | 'supervisors' | 'admins';

/** Outcomes that end an alert. */
export const CLOSINGS = ['contacted', 'plan_reviewed', 'referred', 'no_action'] as const;
export type Closing = (typeof CLOSINGS)[number];
export const OUTCOMES = ['taken_up', ...CLOSINGS] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `add`: one more answer or sign, which is never piled up beside an alert that is not closed. */
export const RISK_ACTS = ['take', 'close', 'reassign', 'add'] as const;
export type RiskAct = (typeof RISK_ACTS)[number];

export const STATES: Record<RiskStatus, Partial<Record<RiskAct, RiskStatus>>> = {
  open: { take: 'taken', close: 'closed', reassign: 'open', add: 'open' },
  taken: { close: 'closed', reassign: 'open', add: 'open' },
  closed: {},
};

/** How somebody stands to an alert; `self`: she whom it is about. */
export type Standing = 'care' | 'supervisor' | 'admin' | 'self' | 'nobody';

const WHO: Record<Standing, readonly RiskAct[]> = {
  care: ['take', 'close', 'reassign', 'add'],
  supervisor: ['take', 'close', 'reassign'],
  admin: ['reassign'],
  self: ['add'],
  nobody: [],
};

/** Supervisors and admins act on what has reached them, and on nothing before. */
export function mayDo(standing: Standing, act: RiskAct, status: RiskStatus, reach: RiskReach): boolean {
  const hasReached = (standing !== 'supervisor' || reach !== 'owner') && (standing !== 'admin' || reach === 'admins');
  return hasReached && WHO[standing].includes(act) && STATES[status][act] !== undefined;
}

export const actOf = (outcome: Outcome): RiskAct => (outcome === 'taken_up' ? 'take' : 'close');

const HOUR = 3_600_000;

/** What an answer showed, by codes alone: no wording of a question is kept or read. */
export interface ScaleFacts {
  responseId: string;
  instrument: string;
  /** Keys of the questions whose answers the instrument counts as risk. */
  items: string[];
  /** When it was answered, which may be long before it came here. Left out in what was kept before this was asked for. */
  answeredAt?: string;
}

/** What a screener came to, that a clinician asked face to face; the graver, the sooner somebody is to take it. */
export interface ScreenerFacts {
  screeningId: string;
  instrument: string;
  level: 'low' | 'moderate' | 'high' | 'imminent';
}

export type RiskFacts = ScaleFacts | ByHandFacts | ScreenerFacts;

/** The scales that ask for danger look back two weeks: an older answer tells of then. */
export const TELLS_OF_NOW_DAYS = 14;

/** Somebody has to look at an old answer too, and to be told that it is old; it is no sign of danger at this moment. */
export const isOfEarlier = (facts: RiskFacts, at: Date): boolean =>
  'items' in facts &&
  facts.answeredAt !== undefined &&
  at.getTime() - Date.parse(facts.answeredAt) > TELLS_OF_NOW_DAYS * 24 * HOUR;

/** What a clinician saw. `now`: danger at this moment; `soon`: within days; `unclear`: to be looked at. */
export interface ByHandFacts {
  danger: 'now' | 'soon' | 'unclear';
  note: string;
}

/** A question that instruments ask last, about this very moment: its key says so. */
const IMMINENT = /acuity|imminent/i;

const OF_SCREENERS: Record<ScreenerFacts['level'], RiskSeverity> = {
  ...{ low: 'raised', moderate: 'high', high: 'urgent', imminent: 'urgent' },
};

/**
 * Facts alone: danger now is urgent; several risk answers, or danger soon, are high; all else is raised, and so is whatever
 * was answered longer ago than the scales look back.
 */
export function severityOf(facts: RiskFacts, at: Date): RiskSeverity {
  if ('level' in facts) return OF_SCREENERS[facts.level];
  if (isOfEarlier(facts, at)) return 'raised';
  if ('danger' in facts) return ({ now: 'urgent', soon: 'high', unclear: 'raised' } as const)[facts.danger];
  if (facts.items.some((item) => IMMINENT.test(item))) return 'urgent';
  return facts.items.length > 1 ? 'high' : 'raised';
}

/** How long an alert may wait until somebody takes it, in hours: 1–72, and 1–24 for an urgent one. */
export interface RiskPolicy {
  dueHours: number;
  urgentHours: number;
}

export const dueAt = (severity: RiskSeverity, { dueHours, urgentHours }: RiskPolicy, at: Date): Date =>
  new Date(at.getTime() + (severity === 'urgent' ? Math.min(urgentHours, dueHours) : dueHours) * HOUR);

export interface Candidate {
  staffId: string;
  /** `lead`: the client's lead therapist; `own`: her care team; `couple`: the care team of the work of two. */
  as: 'lead' | 'own' | 'couple' | 'admin';
  since: Date;
}

const ORDER: readonly Candidate['as'][] = ['lead', 'own', 'couple', 'admin'];

/**
 * The lead therapist; else who has been on the care team longest, the couple's where the answer was given in its work;
 * else the admin who has been here longest, and then all admins are told at once. Null where a clinic has nobody at all.
 */
export function ownerOf(candidates: readonly Candidate[]): Candidate | null {
  const byPlace = (a: Candidate, b: Candidate): number =>
    ORDER.indexOf(a.as) - ORDER.indexOf(b.as) || a.since.getTime() - b.since.getTime();
  return [...candidates].sort(byPlace)[0] ?? null;
}

/** How far the telling of an open alert has come. `toldAt`: when it last reached somebody new, or was told again. */
export interface Telling {
  reach: RiskReach;
  reminded: boolean;
  askedAt: Date;
  dueAt: Date;
  toldAt: Date;
}

export type RiskStep = 'owner' | 'supervisors' | 'admins';

/** When somebody is to be told next: the owner at half the time, then supervisors, then admins, and these every day. */
export function nextAt({ reach, reminded, askedAt, dueAt: due, toldAt }: Telling): Date {
  const span = due.getTime() - askedAt.getTime();
  if (reach === 'owner') return reminded ? due : new Date(askedAt.getTime() + span / 2);
  return new Date(toldAt.getTime() + (reach === 'supervisors' ? span : 24 * HOUR));
}

/** Who is to be told now; null while it is not time. */
export function stepAt(telling: Telling, now: Date): RiskStep | null {
  if (now < nextAt(telling)) return null;
  if (telling.reach !== 'owner') return 'admins';
  return now >= telling.dueAt ? 'supervisors' : 'owner';
}

/** How it stands once they were told. */
export const toldTo = (telling: Telling, step: RiskStep, now: Date): Telling => ({
  ...telling,
  reach: step,
  reminded: true,
  toldAt: now,
});

export const isLate = (status: RiskStatus, due: Date, now: Date): boolean => status === 'open' && due <= now;
