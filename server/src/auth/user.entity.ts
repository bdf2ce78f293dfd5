import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { Role } from '../platform/permissions.js';

export type UserStatus = 'invited' | 'active' | 'disabled';

/** Somebody who can sign in: staff, or (with `clientId`) a person in care with a portal. */
@Entity('app_user')
export class User {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'uuid', nullable: true }) clientId: string | null;
  @Encrypted() displayName: string;
  @Encrypted() email: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text') status: UserStatus;
  /** Sessions a week this therapist can hold, 1 to 80; null while nothing was agreed. */
  @Column({ type: 'int', nullable: true }) weeklySessions: number | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
