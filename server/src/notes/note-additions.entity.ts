import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';

/** Later words on a signed note, signed in their turn; the note itself stays as it was. */
export abstract class AddendumRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') noteId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') authorId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('text') contentHash: string;
  @Column('bytea') signature: Buffer;
  abstract text: string;
  abstract reason: string | null;
}

@Entity('note_addendum')
export class NoteAddendum extends AddendumRow {
  @Encrypted() text: string;
  @Encrypted() reason: string | null;
}

@Entity('psychotherapy_addendum')
export class PsychotherapyAddendum extends AddendumRow {
  @Encrypted() text: string;
  @Encrypted() reason: string | null;
}

/** A supervisor's answer to a signed note that waited for her: co-signed, or returned with a comment. */
@Entity('note_cosignature')
export class NoteCosignature {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') noteId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') supervisorId: string;
  @Column('text') decision: 'cosigned' | 'returned';
  @Encrypted() comment: string | null;
  @Column('timestamptz') createdAt: Date;
  /** The version of the note that was read. */
  @Column('int') noteVersion: number;
  @Column('text') contentHash: string;
  @Column('bytea', { nullable: true }) signature: Buffer | null;
}
