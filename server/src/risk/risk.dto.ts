import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { OUTCOMES } from './risk.rules.js';

export class RiskAlertsQuery {
  /** `open` holds those that somebody has taken as well. */
  @IsOptional() @IsIn(['open', 'closed']) status?: 'open' | 'closed';
  @IsOptional() @IsUUID() clientId?: string;
}

/** `danger`: at this moment, within days, or to be looked at. */
export class NewRiskAlert {
  @IsIn(['now', 'soon', 'unclear']) danger: 'now' | 'soon' | 'unclear';
  @IsString() @Length(3, 4000) note: string;
}

export class Acknowledgement {
  @IsIn(OUTCOMES) outcome: 'taken_up' | 'contacted' | 'plan_reviewed' | 'referred' | 'no_action';
  /** What was done; needed where nothing was. */
  @IsOptional() @IsString() @Length(1, 4000) note?: string | null;
}

export class RiskHandover {
  @IsUUID() ownerId: string;
}

export class RiskMistakeDto {
  byName: string | null;
  at: string;
}

/** Codes of what was answered, or what a clinician saw and wrote. */
export class RiskEntryDto {
  id: string;
  source: 'scale' | 'by_hand' | 'screener';
  instrument: string | null;
  items: string[];
  /** What a screener came to. */
  level: 'low' | 'moderate' | 'high' | 'imminent' | null;
  /** When a scale was answered, where it came here later; `isOfEarlier`: too long ago to tell of now. */
  answeredAt: string | null;
  isOfEarlier: boolean;
  danger: 'now' | 'soon' | 'unclear' | null;
  note: string | null;
  raisedByName: string | null;
  raisedAt: string;
  /** What raised it was entered in error. The alert stands all the same: somebody looks, and closes it. */
  enteredInError: RiskMistakeDto | null;
}

export class RiskActDto {
  id: string;
  kind: 'taken_up' | 'contacted' | 'plan_reviewed' | 'referred' | 'no_action' | 'reassigned';
  note: string | null;
  toName: string | null;
  byName: string | null;
  actedAt: string;
}

/** For whoever treats her. To the front desk `severity` is null, and there are no entries and no acts. */
export class RiskAlertDto {
  id: string;
  version: number;
  clientId: string;
  displayName: string;
  status: 'open' | 'taken' | 'closed';
  severity: 'raised' | 'high' | 'urgent' | null;
  ownerId: string | null;
  ownerName: string | null;
  raisedAt: string;
  lastAt: string;
  dueAt: string;
  isLate: boolean;
  reach: 'owner' | 'supervisors' | 'admins';
  outcome: 'contacted' | 'plan_reviewed' | 'referred' | 'no_action' | null;
  closedAt: string | null;
  closedByName: string | null;
  /** What the reader may do now. */
  may: ('take' | 'close' | 'reassign')[];
  entries: RiskEntryDto[];
  acts: RiskActDto[];
}
