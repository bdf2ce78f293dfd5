import type { PartnerRole } from '../couples/couples.rules.js';
import { Forbidden, RuleBroken } from '../platform/errors.js';

export const TAGS = ['now', 'in_session', 'not_yet', 'not_to_know'] as const;
/** What whoever asks wants to become of it. The last two wait, or rest, and nobody is asked. */
export type Tag = (typeof TAGS)[number];

export const LEVELS = ['facts', 'outline', 'full'] as const;
/** How much is wanted, and told: what happened and when; how it came about as well; all that was asked for. */
export type Level = (typeof LEVELS)[number];

export const STATES = ['open', 'passed_on', 'answered', 'set_aside', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

/** Whoever wrote the question, whoever is asked, or the care team. */
export type Side = 'asker' | 'asked' | 'staff';

export const ACTS = [
  'reword',
  'tag',
  'withdraw',
  'order',
  'about',
  'pass_on',
  'plan',
  'set_aside',
  'take_up',
  'draft',
  'answer',
] as const;
export type Act = (typeof ACTS)[number];

interface Step {
  by: Side;
  from: readonly State[];
  /** Left out: the state stays. */
  to?: State;
}

/** Who does what with a question, and while it is what. What is missing is not possible. */
const STEPS: Record<Act, Step> = {
  reword: { by: 'asker', from: ['open'] },
  tag: { by: 'asker', from: ['open', 'passed_on', 'set_aside'] },
  withdraw: { by: 'asker', from: ['open', 'passed_on', 'set_aside'], to: 'withdrawn' },
  order: { by: 'staff', from: ['open', 'passed_on', 'set_aside'] },
  about: { by: 'staff', from: ['open'] },
  pass_on: { by: 'staff', from: ['open'], to: 'passed_on' },
  plan: { by: 'staff', from: ['passed_on'] },
  set_aside: { by: 'staff', from: ['open', 'passed_on'], to: 'set_aside' },
  take_up: { by: 'staff', from: ['set_aside'], to: 'open' },
  draft: { by: 'asked', from: ['passed_on'] },
  answer: { by: 'staff', from: ['passed_on'], to: 'answered' },
};

export const actsOf = (state: State, side: Side): Act[] =>
  ACTS.filter((act) => STEPS[act].by === side && STEPS[act].from.includes(state));

/** The state after it. Throws `Forbidden('not_your_part')`, `RuleBroken('invalid_transition')`. */
export function afterAct(act: Act, state: State, side: Side): State {
  const { by, from, to } = STEPS[act];
  if (by !== side) throw new Forbidden('not_your_part', 'This is for somebody else to do.');
  if (!from.includes(state)) throw new RuleBroken('invalid_transition', SAID[state]);
  return to ?? state;
}

const SAID: Record<State, string> = {
  open: 'This question has not been passed on.',
  passed_on: 'This question has been passed on. Take it back and ask anew to put it in other words.',
  answered: 'This question has been answered in a session.',
  set_aside: 'This question has been set aside. Your therapist will talk with you about it.',
  withdrawn: 'This question was taken back.',
};

/** Whoever was hurt asks, or where nobody has said who was. */
export const mayAsk = (role: PartnerRole): boolean => role !== 'involved';
/** Whoever broke the trust is asked, or where nobody has said who did. */
export const mayBeAsked = (role: PartnerRole): boolean => role !== 'injured';

interface Part {
  clientId: string;
  role: PartnerRole;
  betrayalId: string | null;
}

/** Something a question can be about, and who is asked about it. Null: the work of the two as a whole. */
export interface About {
  betrayalId: string | null;
  askedId: string;
}

/** Of the parts in each thing that happened: those in which this one asks and the other is asked, in the order given. */
export const aboutsOf = (events: readonly (readonly Part[])[], askerId: string): About[] =>
  events.flatMap((parts) => {
    const asker = parts.find(({ clientId }) => clientId === askerId);
    const other = parts.find(({ clientId }) => clientId !== askerId);
    const isOne = asker && other && mayAsk(asker.role) && mayBeAsked(other.role);
    return isOne ? [{ betrayalId: other.betrayalId, askedId: other.clientId }] : [];
  });

/** An answer is wanted: else nobody is asked, and nothing is told. */
export const isWanted = (tag: Tag): boolean => tag === 'now' || tag === 'in_session';

/** No more than somebody said she wants to know. */
export const isWithin = (level: Level, wanted: Level): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(wanted);

export type Parts = Record<Level, string>;

/** What is told at a level, and nothing beyond it. */
export const upTo = (level: Level, parts: Parts): Parts => ({
  facts: parts.facts,
  outline: isWithin('outline', level) ? parts.outline : '',
  full: isWithin('full', level) ? parts.full : '',
});

/** What somebody has to fall back on after the session: three lines are needed, the rest may stay empty. */
export interface Afterwards {
  /** Who is there in the hours after. */
  support: string;
  /** Where the night is spent. */
  place: string;
  /** Who asks how it is, the next day and after three days. */
  nextDays: string;
  children: string;
}

export const isPlanned = ({ support, place, nextDays }: Afterwards): boolean =>
  [support, place, nextDays].every((line) => line.trim() !== '');

const MINUTE = 60_000;
/** A session can be prepared a quarter of an hour before it begins, and may take an hour longer than planned. */
export const isUnderWay = (session: { startsAt: Date; endsAt: Date; status: string }, now: Date): boolean =>
  (session.status === 'planned' || session.status === 'held') &&
  now.getTime() >= session.startsAt.getTime() - 15 * MINUTE &&
  now.getTime() <= session.endsAt.getTime() + 60 * MINUTE;

/** What a question waits for before its answer can be given in a session. */
export type Lack =
  /** By the parts in what happened, nobody is to be asked this by whoever asks it. */
  | 'roles'
  | 'safety'
  | 'not_wanted'
  | 'not_passed_on'
  | 'no_answer'
  | 'no_consent'
  | 'no_session'
  | 'not_in_session'
  | 'not_ready'
  | 'no_aftercare';

export interface Standing {
  state: State;
  tag: Tag;
  /** A check of safety is missing, old, or tells of a concern. */
  held: boolean;
  /** What he wrote; `ready`: he said since he was asked that it can be used. */
  answer: { facts: string; ready: boolean } | null;
  session: { startsAt: Date; endsAt: Date; status: string } | null;
  /** The last word of each of the two on this session; one that said nothing is missing. */
  readiness: readonly { ready: boolean; afterwards: Afterwards }[];
}

/** Everything that stands in the way, in the order in which it is best seen to. Empty: it can be answered now. */
export function lacks(it: Standing, now: Date): Lack[] {
  const ready = it.readiness.filter((each) => each.ready);
  const missing: [Lack, boolean][] = [
    ['safety', it.held],
    ['not_wanted', !isWanted(it.tag)],
    ['not_passed_on', it.state !== 'passed_on'],
    ['no_answer', !it.answer || it.answer.facts.trim() === ''],
    ['no_consent', it.answer !== null && !it.answer.ready],
    ['no_session', it.session === null],
    ['not_ready', ready.length < 2],
    ['no_aftercare', it.readiness.filter((each) => isPlanned(each.afterwards)).length < 2],
    ['not_in_session', it.session !== null && !isUnderWay(it.session, now)],
  ];
  return missing.flatMap(([lack, isMissing]) => (isMissing ? [lack] : []));
}
