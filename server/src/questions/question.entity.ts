import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Afterwards, Level, Parts, State, Tag } from './questions.rules.js';

/** What somebody wants to know: her own row. The version moves by her acts alone. */
@Entity('question')
export class Question {
  @PrimaryColumn('uuid') id: string;
  /** Whoever asks. */
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('int') version: number;
  @Encrypted('json') content: { text: string };
  @Column('text') tag: Tag;
  @Column('text') detail: Level;
  @Column('text') state: State;
  /** The therapist's order. */
  @Column('int') place: number;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  /** Which of the things that happened it is about, once staff said so or passed it on; staff only. */
  @Column('uuid', { nullable: true }) betrayalId: string | null;
  /** Why it was set aside: for staff. */
  @Encrypted() reason: string | null;
  @Column('timestamptz') askedAt: Date;
}

/** The copy that whoever is asked meets, from when staff passed it on. */
@Entity('question_ask')
export class QuestionAsk {
  @PrimaryColumn('uuid') id: string;
  /** Whoever is asked. */
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') questionId: string;
  /** `from`: what the asker is called. */
  @Encrypted('json') content: { from: string; text: string; detail: Level };
  @Column('timestamptz') passedOnAt: Date;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  /** From when it is not asked any more. */
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

/** What he would say: between him and the care team. */
@Entity('question_answer')
export class QuestionAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') questionAskId: string;
  @Column('int') version: number;
  @Encrypted('json') content: Parts;
  /** He said that these words can be used in a session. */
  @Column('boolean') ready: boolean;
  @Column('timestamptz') savedAt: Date;
}

/** Whether one of the two is ready for a session, and what is there afterwards. Never rewritten: the last word stands. */
@Entity('question_readiness')
export class QuestionReadiness {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') sessionId: string;
  @Column('boolean') ready: boolean;
  @Encrypted('json') content: Afterwards;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** An answer as it was given in a session. */
@Entity('question_release')
export class QuestionRelease {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Column('uuid') questionId: string;
  @Column('uuid') sessionId: string;
  @Column('text') level: Level;
  @Encrypted('json') content: { question: string; parts: Parts };
  @Column('uuid') releasedBy: string;
  @Column('timestamptz') releasedAt: Date;
}
