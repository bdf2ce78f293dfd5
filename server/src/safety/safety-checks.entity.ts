import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';

/** One partner was asked alone about safety. For clinicians only; shown in no portal and no joint record. */
@Entity('safety_check')
export class SafetyCheck {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('text') result: 'clear' | 'concern' | 'not_done';
  @Column('date') screenedOn: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A therapist signed that the work of two goes on without clear checks, until a day and for a reason. */
@Entity('safety_override')
export class SafetyOverride {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coupleId: string;
  @Encrypted() reason: string;
  @Column('date') until: string;
  @Column('uuid') signedBy: string;
  @Column('timestamptz') signedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
}
