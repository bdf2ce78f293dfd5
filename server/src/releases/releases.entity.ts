import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers } from '../library/show-if.rules.js';
import { Encrypted } from '../platform/encryption.js';

/** Answers as they were when their author let her partner read them. Sealed for the couple; never rewritten. */
@Entity('release')
export class Release {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  /** The client whose words these are. */
  @Column('uuid') releasedBy: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') submissionId: string;
  @Column('uuid') worksheetId: string;
  /** `from`: what she is called, for the one who has no other way to know. */
  @Encrypted('json') content: { from: string; answers: Answers };
  @Column('timestamptz') releasedAt: Date;
  /** The round in which both must have let theirs go. */
  @Column('uuid', { nullable: true }) awaits: string | null;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
  @Column('timestamptz', { nullable: true }) seenAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}

/** The therapist's thought that these answers could be shared. The client decides. */
@Entity('share_proposal')
export class ShareProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('text', { array: true }) fieldKeys: string[];
  @Encrypted() message: string | null;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('boolean', { nullable: true }) declined: boolean | null;
}
