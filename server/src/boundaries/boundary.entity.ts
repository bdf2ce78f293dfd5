import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Kind } from '../commitments/parts.rules.js';
import { Encrypted } from '../platform/encryption.js';
import type { Mark, State } from './boundaries.rules.js';

/** What both can know of one boundary, apart from its words. */
@Entity('boundary')
export class Boundary {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  /** The client who wrote it first. */
  @Column('uuid') madeBy: string;
  @Column('int') version: number;
  @Column('text') kind: Kind;
  @Column('boolean') negotiable: boolean;
  /** Stands by its author's word alone. */
  @Column('boolean') fixed: boolean;
  @Column('text') state: State;
  @Column('timestamptz') stateAt: Date;
  @Column('date') reviewOn: string;
  /** What it says now. Null for a draft. */
  @Column('uuid', { nullable: true }) textId: string | null;
  /** An act of agreeing before this moment no longer counts. */
  @Column('timestamptz', { nullable: true }) askedFrom: Date | null;
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
  @Column('timestamptz', { nullable: true }) agreedAt: Date | null;
  @Column('date', { nullable: true }) activeFrom: string | null;
  @Column('timestamptz') listedAt: Date;
}

export interface DraftWords {
  area: string;
  limit: string;
  ifNotKept: string | null;
  why: string | null;
  /** Nobody has said yet what kind it is. */
  kindOpen?: boolean;
}

/** Its author's own side: the draft, and why. */
@Entity('boundary_own')
export class BoundaryOwn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boundaryId: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('int') version: number;
  @Encrypted('json') content: DraftWords;
  @Column('timestamptz') savedAt: Date;
}

export interface Wording {
  /** What its writer, and the author of the boundary, are called: for the one who has no other way to know. */
  from: string;
  author: string;
  area: string;
  limit: string;
  ifNotKept: string | null;
}

/** One wording, as it was put to the other. Never rewritten: the next stands beside it. */
@Entity('boundary_text')
export class BoundaryText {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boundaryId: string;
  @Column('uuid') coupleId: string;
  @Column('int') number: number;
  @Column('uuid') writtenBy: string;
  @Encrypted('json') content: Wording;
  @Column('date') reviewOn: string;
  @Column('timestamptz') writtenAt: Date;
  /** Waits for a clinician, since a concern came after the boundary was open. Its writer cannot tell. */
  @Column('boolean') held: boolean;
  /** When a clinician let it go; null where it never waited, or still does. */
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
}

/** Somebody's own act of agreeing to one wording. */
@Entity('boundary_consent')
export class BoundaryConsent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boundaryId: string;
  @Column('uuid') textId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') agreedBy: string;
  @Column('timestamptz') agreedAt: Date;
}

@Entity('boundary_comment')
export class BoundaryComment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boundaryId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') writtenBy: string;
  @Encrypted('json') content: { from: string; text: string };
  @Column('timestamptz') writtenAt: Date;
  /** Waits for a clinician, since a concern came after the boundary was open. Its writer cannot tell. */
  @Column('boolean') held: boolean;
  /** When a clinician let it go; null where it never waited, or still does. */
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
}

/** A step in its life. The reason is between whoever gave it and the care team. */
@Entity('boundary_move')
export class BoundaryMove {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boundaryId: string;
  /** Null: by staff. */
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid') coupleId: string;
  @Column('text') fromState: State;
  @Column('text') toState: State;
  @Encrypted() reason: string | null;
  @Column('uuid') movedBy: string;
  @Column('timestamptz') movedAt: Date;
  /** How many steps it is to the other: none where it stays with whoever took it. */
  @Column('int') met: number;
  /** By it both have agreed, for whoever agreed alone and goes on from there. */
  @Column('boolean') settles: boolean;
}

/** What one of the two says became of it on a day. The other never reads it. */
@Entity('boundary_event')
export class BoundaryEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boundaryId: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('text') kind: Mark;
  @Column('date') occurredOn: string;
  @Encrypted() note: string | null;
  @Column('timestamptz') markedAt: Date;
}
