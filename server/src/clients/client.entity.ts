import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { SafeContact } from './clients.dto.js';
import type { ClientStatus } from './clients.rules.js';

/** A person in care. Everything that tells who they are is sealed under their own key. */
@Entity('client')
export class Client {
  @PrimaryColumn('uuid') id: string;
  @Encrypted() givenName: string;
  @Encrypted() familyName: string;
  @Encrypted() preferredName: string | null;
  @Encrypted() pronouns: string | null;
  @Encrypted() birthDate: string | null;
  @Encrypted() email: string | null;
  /** Tells whether an address is the same, and nothing else about it. */
  @Column('bytea') emailIndex: Buffer | null;
  @Encrypted() phone: string | null;
  @Encrypted('json') safeContact: SafeContact | null;
  @Column('text') timeZone: string | null;
  @Column('text') status: ClientStatus;
  @Column('uuid') primaryTherapistId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}
