import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Rule } from '../coach/finding.rules.js';
import type { Status } from './assignments.rules.js';
import type { Answers } from '../library/show-if.rules.js';
import type { Stage, Visibility } from '../library/worksheet.definition.js';

/** A worksheet given to one person, or (`clientId` null) to two who fill in one sheet together. */
@Entity('assignment')
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') worksheetId: string;
  @Column('text') worksheetKey: string;
  @Column('int') worksheetVersion: number;
  /** The role it was given in: what it asks stays what it was, whoever changes roles later. */
  @Column('text', { nullable: true }) askedAs: 'injured' | 'involved' | null;
  /** Which of the things that happened it is about, where it is one of them. Staff only. */
  @Column('uuid', { nullable: true }) betrayalId: string | null;
  @Column('text') status: Status;
  @Column('date', { nullable: true }) dueOn: string | null;
  /** Wished for by the next session instead of by a day. */
  @Column('boolean') dueNextSession: boolean;
  /** Not there for its addressee before this day. */
  @Column('date', { nullable: true }) opensOn: string | null;
  @Column('uuid', { nullable: true }) sequenceId: string | null;
  @Encrypted() message: string | null;
  @Column('int', { nullable: true }) repeatEveryDays: number | null;
  @Column('date', { nullable: true }) repeatUntil: string | null;
  /** Sheets given in one go, to each of a couple, have one round. */
  @Column('uuid', { nullable: true }) round: string | null;
  @Column('uuid') assignedBy: string;
  @Column('timestamptz') assignedAt: Date;
  @Column('timestamptz') updatedAt: Date;
  /** Of the draft that is with the therapist, or was last. */
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
  /** How many drafts were sent and not taken back. */
  @Column('int') draftsSent: number;
}

/** One sheet, how many days after the one before it was read. */
export interface Step {
  worksheetId: string;
  afterDays: number;
}

/** Sheets that follow each other: the next is given when the therapist has accepted the one before. Staff only. */
@Entity('homework_sequence')
export class HomeworkSequence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('jsonb') steps: Step[];
  /** How many of the steps were given so far. */
  @Column('int') given: number;
  @Column('text') status: 'running' | 'paused' | 'ended';
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}

export type PausedWork = 'homework' | 'check_ins';

/** Days on which a person is reminded of nothing and asked for nothing: of homework, or of check-ins. */
@Entity('homework_pause')
export class HomeworkPause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('text') what: PausedWork;
  @Column('date') fromOn: string;
  /** The first day after it. */
  @Column('date') untilOn: string;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('uuid') setBy: string;
  @Column('timestamptz') setAt: Date;
}

/** Why a sheet was given before its time, in the words of whoever gave it. Staff only. */
@Entity('early_assignment')
export class EarlyAssignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') stage: Stage;
  @Encrypted() reason: string;
  @Column('uuid') givenBy: string;
  @Column('timestamptz') givenAt: Date;
}

export interface Content {
  answers: Answers;
  visibility: Record<string, Visibility>;
  /** Fields their author would rather take up in a session. */
  forSession: string[];
  /** The field its author stopped at. */
  at?: string | null;
  /** Of a draft that was sent: hints of the apology coach its author lets the therapist see. */
  hints?: { field: string; rule: Rule; quote: string }[];
}

/** The draft: its author's alone until it is sent. */
@Entity('response')
export class Response {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Encrypted('json') content: Content;
  @Column('timestamptz') savedAt: Date;
}

/** A draft as it was when it was sent. Never rewritten: the next draft stands beside it. */
@Entity('submission')
export class Submission {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  /** 1 for the first draft that was sent. */
  @Column('int') draftNumber: number;
  @Encrypted('json') content: Content;
  @Column('uuid') sentBy: string;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) recalledAt: Date | null;
}

/** The therapist's answer to one submission. */
@Entity('review')
export class Review {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') submissionId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') decision: 'accept' | 'return';
  @Encrypted('json') content: { comment: string | null; fieldComments: Record<string, string> };
  @Column('uuid') reviewedBy: string;
  @Column('timestamptz') reviewedAt: Date;
}

/** What the therapist fills in herself beside the answers. Staff only: in no portal, release or export for a client. */
@Entity('therapist_part')
export class TherapistPart {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Encrypted('json') answers: Answers;
  @Column('uuid') savedBy: string;
  @Column('timestamptz') savedAt: Date;
  @Column('int') version: number;
}

/** Whether a person wants to be reminded of homework by mail. No row: yes. */
@Entity('reminder_choice')
export class ReminderChoice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('boolean') wanted: boolean;
  @Column('timestamptz') changedAt: Date;
  @Column('int') version: number;
}
