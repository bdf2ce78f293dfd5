import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Content, Kind, Win } from './journal.rules.js';

/** One entry. Its owner alone writes it; her care team reads it unless she keeps it to herself. */
@Entity('journal_entry')
export class JournalEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') kind: Kind;
  @Column('date') happenedOn: string;
  @Encrypted('json') content: Content;
  /** Kept to herself. */
  @Column('boolean') alone: boolean;
  @Column('timestamptz') writtenAt: Date;
  @Column('timestamptz') changedAt: Date;
  /** Taken out: its words are gone, the row tells that there was one. */
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

/** A copy of a win that its author lets the other read. */
@Entity('shared_win')
export class SharedWin {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') sharedBy: string;
  @Column('uuid') entryId: string;
  /** `from`: what its author is called. */
  @Encrypted('json') content: Win & { from: string };
  @Column('date') happenedOn: string;
  @Column('timestamptz') sharedAt: Date;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
