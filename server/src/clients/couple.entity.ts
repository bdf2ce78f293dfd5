import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { BetrayalType, PartnerRole, Stage } from './couples.rules.js';

/** What happened, as far as it is known: the day it came to light is `YYYY-MM-DD`. */
export interface Betrayal {
  types: BetrayalType[];
  discoveredOn: string | null;
}

@Entity('couple')
export class Couple {
  @PrimaryColumn('uuid') id: string;
  @Column('text') stage: Stage | null;
  @Encrypted('json') betrayal: Betrayal | null;
  @Column('text') status: 'active' | 'ended';
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}

/** Where a couple stood from this moment on, as whoever treats them said. Staff only, never rewritten. */
@Entity('couple_stage')
export class CoupleStage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Column('text', { nullable: true }) stage: Stage | null;
  @Encrypted() reason: string | null;
  @Column('uuid') changedBy: string;
  @Column('timestamptz') changedAt: Date;
}

/** One half of a couple. `place` is the couple's own order: 1 is shown as A, 2 as B. */
@Entity('couple_partner')
export class CouplePartner {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') clientId: string;
  @Column('smallint') place: 1 | 2;
  @Column('text') role: PartnerRole;
  @Column('timestamptz') fromAt: Date;
  @Column('timestamptz') toAt: Date | null;
}
