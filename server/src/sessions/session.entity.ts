import { Column, Entity, PrimaryColumn } from 'typeorm';
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
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}
