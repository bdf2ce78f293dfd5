import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { ReleaseItem, ReleaseScope } from './record-releases.rules.js';

/** `clientId` signed that records may go to `forClientId`. Never changed; taken back by a date. */
@Entity('record_authorisation')
export class RecordAuthorisation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') forClientId: string;
  @Column('text') scope: ReleaseScope;
  @Column('date') signedOn: string;
  @Column('date') expiresOn: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
}

/** What was drawn up for `clientId` once everybody had signed: the list, as it was then. */
@Entity('record_release')
export class RecordRelease {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('text') scope: ReleaseScope;
  @Encrypted('json') items: ReleaseItem[];
  @Column('uuid') drawnBy: string;
  @Column('timestamptz') drawnAt: Date;
}
