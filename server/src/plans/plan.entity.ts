import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { PlanContent } from './plan.content.js';
import type { PlanStatus } from './plans.rules.js';

/** One version of a plan: of one person's own care, or (`coupleId`) of what two work on together. */
@Entity('treatment_plan')
export class TreatmentPlan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  /** Counts those that came into force. */
  @Column('int') number: number;
  /** The one it was made from. */
  @Column('uuid', { nullable: true }) baseId: string | null;
  @Column('text') status: PlanStatus;
  @Encrypted('json') content: PlanContent;
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('uuid', { nullable: true }) startedBy: string | null;
  /** From when those whom it concerns may read it. */
  @Column('timestamptz', { nullable: true }) sharedAt: Date | null;
  @Column('uuid', { nullable: true }) sharedBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Encrypted() endReason: string | null;
}

export type PlanAnswerKind = 'agreed' | 'disagreed';

/** What one person said to a plan: by her own act, or in a session, as her therapist wrote it down. The last one counts. */
@Entity('plan_answer')
export class PlanAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') planId: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') answer: PlanAnswerKind;
  @Column('text') way: 'own' | 'in_session';
  @Encrypted() comment: string | null;
  @Column('date') answeredOn: string;
  @Column('timestamptz') answeredAt: Date;
  @Column('uuid') recordedBy: string;
}
