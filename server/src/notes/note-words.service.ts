import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database.js';
import { ownTokens, sorted } from '../platform/word.tokens.js';
import type { NoteRow } from './note.entity.js';
import type { AddendumRow } from './note-additions.entity.js';
import { addedPassages, keptWords, passagesOf } from './note-words.rules.js';

/** Keeps the words of a note or an addendum beside it, so that its author finds it. Psychotherapy notes are left out for good. */
@Injectable()
export class NoteWordsService {
  /** All words of a note of the actor's own. */
  async write(note: NoteRow): Promise<void> {
    if (note.kind === 'psychotherapy') return;
    const tokens = await ownTokens([...wordsOf(note)]);
    await sql(
      'note words',
      `insert into note_words (id, client_id, couple_id, author_id, happened_at, words) values ($1, $2, $3, $4, $5, $6)
       on conflict (clinic_id, id) do update set happened_at = excluded.happened_at, words = excluded.words`,
      [note.id, note.clientId, note.coupleId, note.authorId, note.happenedAt, sorted(tokens)],
    );
  }

  /** After a save: only the words that came or went. A draft that has none yet is written whole. */
  async follow(before: NoteRow, note: NoteRow): Promise<void> {
    if (note.kind === 'psychotherapy') return;
    const [old, now] = [wordsOf(before), wordsOf(note)];
    const gone = [...old].filter((word) => !now.has(word));
    const come = [...now].filter((word) => !old.has(word));
    if (gone.length + come.length === 0 && before.happenedAt.getTime() === note.happenedAt.getTime()) return;
    const tokens = await ownTokens([...gone, ...come]);
    // One of two words that look alike goes, and the other stays: therefore "all".
    const moved = await sql(
      'note words moved',
      `update note_words set happened_at = $2, words = array(
         (select unnest(words) except all select unnest($3::int[])) union all select unnest($4::int[]) order by 1)
       where id = $1 returning id`,
      [note.id, note.happenedAt, tokens.slice(0, gone.length), tokens.slice(gone.length)],
    );
    if (moved.length === 0) await this.write(note);
  }

  /** All words of an addendum of the actor's own; they stay as they are. */
  async writeAddendum(of: NoteRow, addendum: AddendumRow): Promise<void> {
    if (of.kind === 'psychotherapy') return;
    const tokens = await ownTokens([...keptWords(addedPassages(addendum))]);
    const { id, clientId, coupleId, authorId, createdAt } = addendum;
    await sql(
      'addendum words',
      'insert into addendum_words (id, client_id, couple_id, author_id, added_at, words) values ($1, $2, $3, $4, $5, $6)',
      [id, clientId, coupleId, authorId, createdAt, sorted(tokens)],
    );
  }
}

const wordsOf = ({ format, sections }: NoteRow): Set<string> => keptWords(passagesOf(format, sections));
