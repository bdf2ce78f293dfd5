import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { FormAnswers } from '../fhir/shown.rules.js';
import type { Score } from '../instruments/scoring.rules.js';
import type { PublishedReading } from './published.rules.js';

/** The person's own hand, a hand of the practice beside her, or a file from another system. */
export type AnswerSource = 'self' | 'in_session' | 'file';

/** A scale asked of one person, again and again. Both ids set: within the couple's work, yet this partner's own. */
@Entity('scale_schedule')
export class ScaleSchedule {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') instrumentId: string;
  @Column('int', { nullable: true }) everyDays: number | null;
  @Column('boolean') beforeEachSession: boolean;
  @Column('boolean') once: boolean;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('int', { nullable: true }) expiresAfterDays: number | null;
  /** What the scale allowed when it was planned; null where nothing was known. */
  @Column('int', { nullable: true }) minIntervalDays: number | null;
  /** Whether the person gets a neutral word when it is asked. */
  @Column('boolean') remind: boolean;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

/** One set of answers and the score they gave under that version of the instrument. Never changed, only added to. */
@Entity('scale_response')
export class ScaleResponse {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') instrumentId: string;
  @Column('int') instrumentVersion: number;
  @Column('timestamptz') answeredAt: Date;
  /** Calendar day of the answer in the clinic's zone at that time. */
  @Column('date') answeredOn: string;
  /** The user who sent it: the person, or the therapist who asked the questions aloud. */
  @Column('uuid') recordedBy: string;
  /** Null for answers from before this was kept. */
  @Column('text', { nullable: true }) source: AnswerSource | null;
  @Column('timestamptz') createdAt: Date;
  @Encrypted('json') answers: FormAnswers;
  @Encrypted('json') score: Score;
  /** Of a published scale alone. */
  @Encrypted('json') reading: PublishedReading | null;
}

/** From which day on one person's answers to one scale are compared. Never changed; the newest counts, the others stay. */
@Entity('scale_baseline')
export class ScaleBaseline {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') instrumentId: string;
  @Column('date') startsOn: string;
  @Column('uuid') setBy: string;
  @Column('timestamptz') setAt: Date;
  @Encrypted() reason: string;
}
