import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoteFormat, Sections } from '../notes/note-formats.js';
import { Encrypted } from '../platform/encryption.js';
import type { NoteTextKind } from './note-texts.rules.js';

interface NoteTextContent {
  /** A template's name, a snippet's word. */
  name: string;
  format: NoteFormat;
  sections: Sections;
}

@Entity('note_text')
export class NoteText {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ownerId: string;
  @Column('text') kind: NoteTextKind;
  @Column('boolean') shared: boolean;
  @Column('boolean') removed: boolean;
  @Encrypted('json') content: NoteTextContent;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}
