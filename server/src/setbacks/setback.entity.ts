import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { PlanContent } from './plan.rules.js';

/** One saving of a person's plan for hard days; the highest version is the plan. */
@Entity('setback_plan')
export class SetbackPlan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('int') version: number;
  @Encrypted('json') content: PlanContent;
  @Column('timestamptz') savedAt: Date;
}

/** Somebody said that there was a setback. Her care team reads it; a partner never learns that she did. */
@Entity('setback')
export class Setback {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  /** `urgent`: her words may speak of danger. */
  @Encrypted('json') content: { note: string | null; urgent: boolean };
  @Column('timestamptz') toldAt: Date;
  @Column('uuid', { nullable: true }) seenBy: string | null;
  @Column('timestamptz', { nullable: true }) seenAt: Date | null;
}
