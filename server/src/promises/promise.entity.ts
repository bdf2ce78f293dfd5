import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { PromiseMark as Mark } from './promises.rules.js';

/** Made before the fact, binds its maker alone, and is never rewritten. */
@Entity('promise')
export class MadePromise {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') madeBy: string;
  /** `from`: what its maker is called. */
  @Encrypted('json') content: { from: string; text: string };
  @Column('timestamptz') dueAt: Date;
  /** The day it comes due where its maker lives. */
  @Column('date') dueOn: string;
  @Column('timestamptz') madeAt: Date;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
}

/** What one of the two says became of it. The other never reads it; the last word of each stands. */
@Entity('promise_mark')
export class PromiseMark {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') promiseId: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('text') mark: Mark;
  @Encrypted() note: string | null;
  @Column('timestamptz') markedAt: Date;
}
