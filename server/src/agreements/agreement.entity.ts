import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Sharer, State, Way } from './agreements.rules.js';

/** An agreement to be open for a while, apart from its words. */
@Entity('agreement')
export class Agreement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  /** The client who put it forward first. */
  @Column('uuid') madeBy: string;
  @Column('int') version: number;
  @Column('text') state: State;
  @Column('timestamptz') stateAt: Date;
  /** The terms in force, and their last day. Null until it was started. */
  @Column('uuid', { nullable: true }) termsId: string | null;
  @Column('date', { nullable: true }) untilOn: string | null;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz') proposedAt: Date;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
  @Column('timestamptz') listedAt: Date;
}

export interface Terms {
  /** What its writer, and the author of the agreement, are called. */
  from: string;
  author: string;
  /** Seen from the author of the agreement. */
  sharer: Sharer;
  what: string;
  why: string;
  way: Way;
  /** What becomes less, and when. */
  stepDown: string;
}

/** Terms as they were put to the other. Never rewritten: the next stand beside them, and ask both anew. */
@Entity('agreement_terms')
export class AgreementTerms {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') writtenBy: string;
  @Encrypted('json') content: Terms;
  @Column('date') untilOn: string;
  @Column('timestamptz') writtenAt: Date;
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
}

/** Somebody's own act of agreeing to these terms. */
@Entity('agreement_consent')
export class AgreementConsent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('uuid') termsId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') agreedBy: string;
  @Column('timestamptz') agreedAt: Date;
}

/** Terms while they are being written: any of it may still be missing. `who` is seen from whoever writes. */
export interface DraftTerms {
  who: 'me' | 'partner' | 'both' | null;
  what: string;
  why: string;
  way: Way | null;
  stepDown: string;
  untilOn: string | null;
}

/** One sheet for each person and agreement, and one for a new agreement; empty again once it was put forward. */
@Entity('agreement_draft')
export class AgreementDraft {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  /** Null: for a new one. */
  @Column('uuid', { nullable: true }) agreementId: string | null;
  @Column('int') version: number;
  @Encrypted('json') content: DraftTerms;
  @Column('timestamptz') savedAt: Date;
}
