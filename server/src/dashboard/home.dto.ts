/** Homework that is still open. `position`: the field the person stopped at; null: from the beginning. */
export class OpenHomeworkDto {
  id: string;
  title: string;
  /** About how long the whole sheet takes. */
  minutes: number;
  status: 'assigned' | 'draft' | 'returned';
  position: string | null;
  dueOn: string | null;
}

export class OpenCheckInDto {
  instrumentId: string;
  title: string;
}

export class OwnNextSessionDto {
  startsAt: string;
  endsAt: string;
  modality: 'in_person' | 'video' | 'phone';
}

/** A sheet of which the therapist asks whether it could be shared. */
export class AskedToShareDto {
  assignmentId: string;
  title: string;
}

/** Whom to turn to when it is too much. */
export class HelpDto {
  clinicName: string;
  phone: string;
  crisisText: string;
}

/** Days without homework, or without check-ins. */
export class HomePauseDto {
  id: string;
  untilOn: string;
}

/** Where a person in care begins: one next thing, and what else is open. Nothing of a partner, no counts, no lateness. */
export class HomeDto {
  next: OpenHomeworkDto | null;
  alsoOpen: OpenHomeworkDto[];
  checkIns: OpenCheckInDto[];
  nextSession: OwnNextSessionDto | null;
  /** Names of those who treat this person. */
  team: string[];
  /** Set while this person is in care as one of two: where what they share is found. */
  coupleId: string | null;
  /** Set while this person has paused: the day it goes on. */
  pause: HomePauseDto | null;
  /** Set while check-ins alone are paused: nothing of them is asked until then. */
  checkInPause: HomePauseDto | null;
  askedToShare: AskedToShareDto[];
  help: HelpDto;
}
