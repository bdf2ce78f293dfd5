import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { State, Turn } from './listening.rules.js';

/** A piece that one wrote for the other to listen to, as far as both can know of it. */
@Entity('listening')
export class Listening {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  /** Whoever wrote it. */
  @Column('uuid') madeBy: string;
  @Column('text') state: State;
  @Column('timestamptz') stateAt: Date;
  /** The words as they were offered. Null while it is kept. */
  @Encrypted('json') content: { from: string; text: string } | null;
  @Column('timestamptz', { nullable: true }) offeredAt: Date | null;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
  @Column('timestamptz') listedAt: Date;
}

/** Its writer's own side: for her and the care team, whatever becomes of it. */
@Entity('listening_own')
export class ListeningOwn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listeningId: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('int') version: number;
  @Encrypted('json') content: { text: string };
  @Column('timestamptz') savedAt: Date;
}

/** What was said back, answered, or said of it. Written once. */
@Entity('listening_turn')
export class ListeningTurn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listeningId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') writtenBy: string;
  @Column('text') kind: Turn;
  @Encrypted('json') content: { from: string; text: string } | null;
  @Column('timestamptz') writtenAt: Date;
  /** Waits for a clinician, without telling either partner. */
  @Column('boolean') held: boolean;
  @Column('timestamptz', { nullable: true }) openFrom: Date | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Encrypted() reason: string | null;
}
