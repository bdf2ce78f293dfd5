import { SafeContact } from '../clients/clients.dto.js';

/**
 * An alert that is not closed: of somebody in one's own care, or one that came from a supervised therapist because nobody
 * took it in time. `taken`: somebody has it in hand.
 */
export class RiskDto {
  id: string;
  clientId: string;
  displayName: string;
  source: 'scale' | 'by_hand' | 'screener';
  /** How often something was added to it, with what raised it. */
  told: number;
  at: string;
  status: 'open' | 'taken';
  severity: 'raised' | 'high' | 'urgent';
  ownerName: string | null;
  dueAt: string;
  isLate: boolean;
  reach: 'owner' | 'supervisors' | 'admins';
}

/** One of those who come to a session. */
export class ComingDto {
  clientId: string;
  displayName: string;
}

/** What to know before calling somebody of this day, as far as the reader may know it. */
export class PersonOfDayDto {
  clientId: string;
  /** How they may be reached without harm; null until it is agreed. */
  safeContact: SafeContact | null;
  /** In care as one of two now. */
  isPartner: boolean;
  /** When they last saved their own plan for hard days; null without one. */
  setbackPlanAt: string | null;
}

/** One own session of today. What to do next with its note follows from `noteStatus` and the time. */
export class TodaySessionDto {
  id: string;
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  /** Two in the couple's own order, or one. */
  people: ComingDto[];
  startsAt: string;
  endsAt: string;
  modality: 'in_person' | 'video' | 'phone';
  status: 'planned' | 'held' | 'missed';
  noteId: string | null;
  noteStatus: 'draft' | 'awaiting_cosign' | 'signed' | null;
}

/** Homework that was sent and waits for an answer. `draft`: 1 for the first sending, 2 for the second, and so on. */
export class TodayReviewDto {
  id: string;
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  title: string;
  draft: number;
  submittedAt: string;
}

/** `missing`: the session has no note yet; `draft`: begun; `returned`: sent back by a supervisor. */
export class NoteDueDto {
  id: string;
  noteId: string | null;
  sessionId: string | null;
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  at: string;
  state: 'missing' | 'draft' | 'returned';
  limitAt: string;
  /** Whole hours until then; below zero once it has passed. */
  hoursLeft: number;
  clock: 'in_time' | 'due' | 'late';
}

/** The first session after today. */
export class NextSessionDto {
  id: string;
  displayName: string;
  startsAt: string;
}

/** Everything a day begins with. Each list is cut at fifty: whoever has more begins with these. */
export class TodayDto {
  /** Calendar day at the clinic. */
  day: string;
  risks: RiskDto[];
  sessions: TodaySessionDto[];
  reviews: TodayReviewDto[];
  notesDue: NoteDueDto[];
  next: NextSessionDto | null;
  /** Everybody named above who is in the reader's care, each once. */
  people: PersonOfDayDto[];
}
