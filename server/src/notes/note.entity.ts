import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Encrypted } from '../platform/encryption.js';
import type { NoteFormat, NoteKind, Sections } from './note-formats.js';
import type { NoteFacts } from './note-signature.js';
import type { NoteStatus } from './notes.rules.js';

/** What the note of the record and the psychotherapy note have in common; they lie in tables of their own. */
export abstract class NoteRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('uuid') authorId: string;
  @Column('text') kind: NoteKind;
  @Column('text') format: NoteFormat;
  @Column('text') status: NoteStatus;
  /** When what it tells took place; `createdAt` is when it was begun. A late entry shows both. */
  @Column('timestamptz') happenedAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('uuid', { nullable: true }) signedBy: string | null;
  /** The version of the draft that was read and signed. */
  @Column('int', { nullable: true }) signedVersion: number | null;
  @Column('text', { nullable: true }) contentHash: string | null;
  @Column('bytea', { nullable: true }) signature: Buffer | null;
  @Column('timestamptz', { nullable: true }) returnedAt: Date | null;
  @Column('uuid', { nullable: true }) returnedBy: string | null;
  /** Goals of the plan that the writer ticked; a psychotherapy note has none. */
  @Column('uuid', { array: true }) touchedGoals: string[];
  @Column('timestamptz', { nullable: true }) errorAt: Date | null;
  @Column('uuid', { nullable: true }) errorBy: string | null;
  abstract sections: Sections;
  abstract facts: NoteFacts | null;
  abstract errorReason: string | null;
}

@Entity('note')
export class Note extends NoteRow {
  @Encrypted('json') sections: Sections;
  @Encrypted('json') facts: NoteFacts | null;
  @Encrypted() errorReason: string | null;
}

/** Its author's alone, for good: no supervisor, colleague or administrator reads it. */
@Entity('psychotherapy_note')
export class PsychotherapyNote extends NoteRow {
  @Encrypted('json') sections: Sections;
  /** Always null: times and attendance belong to the record, not here. */
  @Encrypted('json') facts: NoteFacts | null;
  @Encrypted() errorReason: string | null;
}

/** One accepted save of a draft, its author's alone: what an overwritten sentence is found again in. */
@Entity('note_revision')
export class NoteRevision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') noteId: string;
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  @Column('uuid') authorId: string;
  @Column('int') noteVersion: number;
  @Column('text') format: NoteFormat;
  @Encrypted('json') sections: Sections;
  @Column('timestamptz') savedAt: Date;
}
