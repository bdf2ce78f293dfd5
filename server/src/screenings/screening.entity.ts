import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Screener, ScreenerAnswers, ScreenerLevel } from '../instruments/screener.facts.js';
import { Encrypted } from '../platform/encryption.js';

/** What was done there and then, by the clinician who asked. */
export const ACTIONS = [
  'none_needed',
  'talked_through',
  'plan_made',
  'stayed_with',
  'referred',
  'emergency_called',
] as const;
export type ScreeningAction = (typeof ACTIONS)[number];

export interface ScreeningContent {
  /** By which version of the facts the answers were read. */
  version: number;
  answers: ScreenerAnswers;
  level: ScreenerLevel;
  action: ScreeningAction;
  note: string | null;
}

/** A screener that a clinician asked face to face, and what she did. Never changed, only marked as a mistake. Staff only. */
@Entity('screening')
export class Screening {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('text') instrumentCode: Screener['code'];
  @Encrypted('json') content: ScreeningContent;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) errorAt: Date | null;
  @Column('uuid', { nullable: true }) errorBy: string | null;
  @Encrypted() errorReason: string | null;
}
