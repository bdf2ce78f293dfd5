import type { Stage } from '../couples/couples.rules.js';
import type { KnownTo, BriefKind, BriefSide } from './brief.rules.js';

/** One of those who are to come: two in the couple's own order, or one. */
export class BriefPersonDto {
  clientId: string;
  callName: string;
}

/** The session at hand, or else the next one. `number`: the how-manieth with these people, this one counted. */
export class BriefSessionDto {
  id: string;
  startsAt: string;
  endsAt: string;
  modality: 'in_person' | 'video' | 'phone';
  status: 'planned' | 'held' | 'missed';
  number: number;
  noteId: string | null;
}

/** One's own next session of that day. */
export class FollowingDto {
  sessionId: string;
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  startsAt: string;
}

/** The last score of a scale, read as in the chart; without a verdict where nothing is read of it. */
export class BriefScoreDto {
  total: number;
  max: number;
  delta: number | null;
  verdict:
    | 'recovered'
    | 'improved'
    | 'unchanged'
    | 'deteriorated'
    | 'usual'
    | 'above_usual'
    | 'below_usual'
    | 'baseline_moving'
    | null;
}

/**
 * One thing to know, told from the row it names. `aloud`: may be said while everybody of this session is in the room; what
 * only one of two knows never may. `isNew`: it came since the last session.
 */
export class BriefLineDto {
  /** Of the note, sheet, boundary, promise, question, alert … it is told from. */
  id: string;
  side: BriefSide;
  /** Whose it is; null for what is of both. */
  clientId: string | null;
  /** In whose work as two it lies; null for what is of one alone. */
  coupleId: string | null;
  kind: BriefKind;
  at: string | null;
  isNew: boolean;
  /** What it is called, or its own words, cut where they are long. */
  title: string;
  /** Its state, or what was said of it. */
  detail: string | null;
  /** Calendar day it is wished for, reviewed or over. */
  dueOn: string | null;
  /** Of a sheet that was sent: which draft. */
  draft: number | null;
  score: BriefScoreDto | null;
  knownTo: KnownTo;
  aloud: boolean;
}

/** All that one wants to know before a session, on one screen. */
export class BriefDto {
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  people: BriefPersonDto[];
  stage: Stage | null;
  /** Null while none is planned. */
  session: BriefSessionDto | null;
  /** When the last session began; null before the first. */
  lastSeenAt: string | null;
  /** What is new came after this. */
  since: string;
  following: FollowingDto | null;
  lines: BriefLineDto[];
}
