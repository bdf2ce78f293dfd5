import { Injectable } from '@nestjs/common';
import { namesInCare } from '../clients/people-names.js';
import { reveal, sql } from '../platform/database.js';
import { decodeCursor, encodeCursor, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { ownTokens } from '../platform/word.tokens.js';
import type { FoundNoteDto, NoteSearch } from './note.dto.js';
import { NoteAddendum } from './note-additions.entity.js';
import { Note } from './note.entity.js';
import type { Sections } from './note-formats.js';
import {
  addedPassages,
  lookedUp,
  passagesOf,
  snippetOf,
  soughtIn,
  type Passage,
  type Snippet,
  type Sought,
} from './note-words.rules.js';

/** A note, or one of its addenda: then the note's own text stays closed. */
interface CandidateRow {
  id: string;
  addendum_id: string | null;
  place: string;
  at: Date;
  kind: FoundNoteDto['kind'];
  format: FoundNoteDto['format'];
  status: FoundNoteDto['status'];
  client_id: string | null;
  couple_id: string | null;
  happened_at: Date;
  sections: Sections | null;
  text: string | null;
  reason: string | null;
}
type FoundRow = CandidateRow & { snippet: Snippet };

type Place = readonly (string | number | null)[];
const placeOf = (row: CandidateRow): Place => [row.at.toISOString(), row.place];

/** Texts opened for one page: a beginning may have more of them looked at than hold it. The next page goes on from there. */
const MOST_OPENED = 200;

/** The actor's own notes and addenda that hold words, newest first, as far as she may still see them. */
@Injectable()
export class NoteSearchService {
  async search(asked: NoteSearch): Promise<Page<FoundNoteDto>> {
    const sought = soughtIn(asked.words);
    if (!sought) return { items: [], next: null };
    const tokens = await ownTokens(lookedUp(sought));
    let after: Place | null = decodeCursor(asked.cursor, 2);
    const found: FoundRow[] = [];
    let isOver = false;
    for (let opened = 0; opened < MOST_OPENED && !isOver && found.length <= asked.limit;) {
      const wanted = asked.limit + 1 - found.length;
      const rows = await this.candidates(asked, tokens, after, wanted);
      found.push(...holding(rows, sought));
      opened += rows.length;
      isOver = rows.length < wanted;
      const last = rows.at(-1);
      if (last) after = placeOf(last);
    }
    const items = found.slice(0, asked.limit);
    if (found.length > asked.limit) after = placeOf(items.at(-1)!);
    else if (isOver) after = null;
    return { items: await told(items), next: after && encodeCursor(after) };
  }

  private async candidates(
    { clientId, coupleId }: NoteSearch,
    tokens: readonly number[],
    after: Place | null,
    most: number,
  ): Promise<CandidateRow[]> {
    const values: unknown[] = [actor().id, tokens, most];
    const where = ['w.author_id = $1', 'w.words @> $2::int[]'];
    if (clientId) where.push(`w.client_id = $${values.push(clientId)}`);
    if (coupleId) where.push(`w.couple_id = $${values.push(coupleId)}`);
    const onFrom = after && `($${values.push(after[0])}, $${values.push(after[1])})`;
    const newest = (at: string): string =>
      `${[...where, ...(onFrom ? [`(${at}, w.id) < ${onFrom}`] : [])].join(' and ')} order by ${at} desc, w.id desc limit $3`;
    const rows = await sql<CandidateRow>(
      `words${clientId ? ' client' : ''}${coupleId ? ' couple' : ''}${after ? ' after' : ''}`,
      `(select ${SHOWN}, null::uuid as addendum_id, w.id as place, w.happened_at as at, n.sections, null::bytea as text, null::bytea as reason
        from note_words w join note n on n.clinic_id = w.clinic_id and n.id = w.id where ${newest('w.happened_at')})
       union all
       (select ${SHOWN}, a.id, w.id, w.added_at, null::bytea, a.text, a.reason
        from addendum_words w join note_addendum a on a.clinic_id = w.clinic_id and a.id = w.id
          join note n on n.clinic_id = a.clinic_id and n.id = a.note_id where ${newest('w.added_at')})
       order by at desc, place desc limit $3`,
      values,
    );
    await reveal(
      Note,
      rows.filter((row) => row.addendum_id === null),
    );
    return openAddenda(rows);
  }
}

const SHOWN = 'n.id, n.kind, n.format, n.status, n.client_id, n.couple_id, n.happened_at';

/** What was added is sealed under the id of the addendum, and a row here goes by that of its note. */
async function openAddenda(rows: CandidateRow[]): Promise<CandidateRow[]> {
  const added = rows.filter((row) => row.addendum_id !== null);
  const opened = await reveal(
    NoteAddendum,
    added.map((row) => ({ ...row, id: row.addendum_id })),
  );
  for (const [at, row] of added.entries()) Object.assign(row, { text: opened[at]!.text, reason: opened[at]!.reason });
  return rows;
}

const passagesIn = ({ format, sections, text, reason }: CandidateRow): Passage[] =>
  sections ? passagesOf(format, sections) : addedPassages({ text: text ?? '', reason });

const holding = (rows: readonly CandidateRow[], sought: Sought): FoundRow[] =>
  rows.flatMap((row) => {
    const snippet = snippetOf(passagesIn(row), sought);
    return snippet ? [{ ...row, snippet }] : [];
  });

async function told(found: readonly FoundRow[]): Promise<FoundNoteDto[]> {
  const who = await namesInCare(found.map((row) => ({ clientId: row.client_id, coupleId: row.couple_id })));
  return found.map((row) => ({
    id: row.id,
    kind: row.kind,
    format: row.format,
    status: row.status,
    clientId: row.client_id,
    coupleId: row.couple_id,
    who: who({ clientId: row.client_id, coupleId: row.couple_id }),
    happenedAt: row.happened_at.toISOString(),
    addendum: row.addendum_id === null ? null : { id: row.addendum_id, createdAt: row.at.toISOString() },
    section: row.snippet.section,
    pieces: row.snippet.pieces,
  }));
}
