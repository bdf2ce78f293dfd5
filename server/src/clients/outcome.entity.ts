import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Outcome } from './outcomes.rules.js';

/** How care came to a close, of a person or of a couple. The last one stands. Staff only. */
@Entity('care_outcome')
export class CareOutcome {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') outcome: Outcome;
  @Encrypted() note: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
