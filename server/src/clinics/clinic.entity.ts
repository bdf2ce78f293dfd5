import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SecretsChoice, SecretsTexts } from './secrets-text.rules.js';

/** What a practice sets for itself. */
@Entity('clinic')
export class Clinic {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') crisisText: string;
  @Column('text') phone: string;
  @Column('int') riskDueHours: number;
  @Column('int') riskUrgentHours: number;
  @Column('int') noteDueHours: number;
  @Column('int') noteLimitHours: number;
  @Column('int') planReviewDays: number;
  @Column('text') secretsDefault: SecretsChoice;
  /** The practice's own words, of those it has written any for. */
  @Column('jsonb') secretsTexts: Partial<SecretsTexts>;
}
