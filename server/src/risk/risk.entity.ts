import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Closing, RiskFacts, RiskReach, RiskSeverity, RiskStatus } from './risk.rules.js';

/** Somebody may be in danger. One that is not closed for each person and piece of work; made by the database alone. */
@Entity('risk_alert')
export class RiskAlert {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('int') version: number;
  @Column('text') status: RiskStatus;
  @Column('text') severity: RiskSeverity;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('timestamptz') raisedAt: Date;
  @Column('timestamptz') lastAt: Date;
  /** From when the time runs in which somebody is to take it. */
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('text') reach: RiskReach;
  @Column('boolean') reminded: boolean;
  @Column('timestamptz') toldAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('text', { nullable: true }) outcome: Closing | null;
  @Column('uuid', { nullable: true }) closedBy: string | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

/** What raised an alert, or was added to it. */
@Entity('risk_entry')
export class RiskEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') alertId: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') source: 'scale' | 'by_hand' | 'screener';
  @Encrypted('json') facts: RiskFacts;
  @Column('uuid') raisedBy: string;
  @Column('timestamptz') raisedAt: Date;
  /** Since when, and by whom, what raised it is marked as a mistake. */
  @Column('timestamptz', { nullable: true }) errorAt: Date | null;
  @Column('uuid', { nullable: true }) errorBy: string | null;
}

/** What somebody did about an alert. */
@Entity('risk_act')
export class RiskActRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') alertId: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') kind: 'taken_up' | Closing | 'reassigned';
  @Encrypted() note: string | null;
  @Column('uuid', { nullable: true }) toId: string | null;
  @Column('uuid') byId: string;
  @Column('timestamptz') actedAt: Date;
}
