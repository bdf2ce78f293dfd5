import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SecretsChoice } from '../clinics/secrets-text.rules.js';
import { Encrypted } from '../platform/encryption.js';

/** One version of what is agreed with a couple about things told alone. Both read it; it is never rewritten. */
@Entity('secrets_policy')
export class SecretsPolicy {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  /** 1 for the first of this couple. */
  @Column('int') number: number;
  @Column('text') choice: SecretsChoice;
  @Encrypted() text: string;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}

/** One partner's signature under one version: her own act in the portal, or paper that staff have seen. */
@Entity('policy_signature')
export class PolicySignature {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') policyId: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('text') way: 'portal' | 'paper';
  /** `YYYY-MM-DD` */
  @Column('date') signedOn: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
