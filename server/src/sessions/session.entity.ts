import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallerOff, CancelReason } from './cancelling.rules.js';
import type { Rhythm } from './series.rules.js';
import type { Modality, SessionStatus } from './sessions.rules.js';

/** A therapy session, planned or past. Holds times and people, never a clinical word: clients see their own. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') therapistId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') modality: Modality;
  @Column('text') status: SessionStatus;
  @Column('uuid', { array: true }) attendeeIds: string[];
  /** Who came; null until somebody has said so. */
  @Column('uuid', { array: true, nullable: true }) attendedIds: string[] | null;
  /** Who of them came late. */
  @Column('uuid', { array: true, nullable: true }) lateIds: string[] | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('text', { nullable: true }) cancelledBy: CallerOff | null;
  @Column('uuid', { nullable: true }) cancelledById: string | null;
  @Column('boolean', { nullable: true }) cancelledLate: boolean | null;
  @Column('text', { nullable: true }) cancelReason: CancelReason | null;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  /** The day by the rule of its series: it stays when the session is moved. */
  @Column('date', { nullable: true }) seriesDay: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}

/** By what rule sessions come again (series.rules.ts). */
@Entity('session_series')
export class SessionSeries {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') therapistId: string;
  @Column('text') rhythm: Rhythm;
  @Column('int') every: number;
  @Column('date') startsOn: string;
  @Column('text') atTime: string;
  @Column('int') minutes: number;
  @Column('date', { nullable: true }) untilOn: string | null;
  @Column('int', { nullable: true }) times: number | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('text') modality: Modality;
  @Column('uuid', { array: true }) attendeeIds: string[];
  @Column('date') madeUntil: string;
  /** Days whose hour was taken by another session when theirs was to be made. */
  @Column('date', { array: true }) leftOut: string[];
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}
