import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { PartnerDto } from './couples.dto.js';
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

/** One thing that happened between them, and each partner's part in it. For staff alone. */
export interface BetrayalContent {
  types: BetrayalType[];
  known: string | null;
  discoveredOn: string | null;
  roles: { clientId: string; role: PartnerRole }[];
}

@Entity('betrayal_event')
export class BetrayalEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Encrypted('json') content: BetrayalContent;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('int') version: number;
}

/** What of a couple's frame changed, and why: staff only, never rewritten. */
@Entity('couple_change')
export class CoupleChanged {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Column('uuid', { nullable: true }) eventId: string | null;
  @Column('text') what: ChangeKind;
  @Encrypted('json') content: ChangeContent;
  @Column('uuid') changedBy: string;
  @Column('timestamptz') changedAt: Date;
}

export type ChangeKind = 'role' | 'event_added' | 'event_changed' | 'event_closed' | 'ended';

/** `role` tells whose and both values. */
export interface ChangeContent {
  reason: string | null;
  clientId?: string;
  from?: PartnerRole;
  to?: PartnerRole;
}

/** The end of their work together, with what they were called then: later nobody is shown who they have become. */
@Entity('couple_ending')
export class CoupleEnding {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Encrypted('json') content: EndingContent;
  @Column('date') endedOn: string;
  @Column('uuid') endedBy: string;
  @Column('timestamptz') endedAt: Date;
  @Column('uuid', { nullable: true }) askedBy: string | null;
  @Column('timestamptz', { nullable: true }) askedAt: Date | null;
  @Column('uuid', { nullable: true }) reopenedBy: string | null;
  @Column('timestamptz', { nullable: true }) reopenedAt: Date | null;
}

export interface EndingContent {
  reason: string;
  displayName: string;
  partners: PartnerDto[];
}
