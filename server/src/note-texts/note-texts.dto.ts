import { IsBoolean, IsIn, IsObject, IsString, Length } from 'class-validator';
import { NOTE_FORMATS, type NoteFormat } from '../notes/note-formats.js';
import { NOTE_TEXT_KINDS, type NoteTextKind } from './note-texts.rules.js';

/** The whole text. A snippet has the format `free`, its text in `sections.text`, and in `name` the word after `;`. */
export class NoteTextInput {
  @IsString() @Length(1, 60) name: string;
  @IsIn(NOTE_FORMATS) format: NoteFormat;
  @IsObject() sections: Record<string, unknown>;
  /** Colleagues at the clinic may begin from it too; templates only. */
  @IsBoolean() shared: boolean;
}

export class NewNoteText extends NoteTextInput {
  @IsIn(NOTE_TEXT_KINDS) kind: NoteTextKind;
}

export class NoteTextDto {
  id: string;
  version: number;
  kind: NoteTextKind;
  name: string;
  format: NoteFormat;
  sections: Record<string, string>;
  shared: boolean;
  isMine: boolean;
  ownerName: string;
}
