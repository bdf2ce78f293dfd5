import { Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';

/** What an invited person is asked to recognise of her own record. */
@Entity('client')
export class InvitedPerson {
  @PrimaryColumn('uuid') id: string;
  @Encrypted() birthDate: string | null;
}
