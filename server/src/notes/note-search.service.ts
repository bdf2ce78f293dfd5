import { Injectable } from '@nestjs/common';
import { namesInCare } from '../clients/people-names.js';
import { reveal, sql } from '../platform/database.js';
import { decodeCursor, encodeCursor, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { ownTokens } from '../platform/word.tokens.js';
import type { FoundNoteDto, NoteSearch } from './note.dto.js';
import { Note } from './note.entity.js';
import type { Sections } from './note-formats.js';
import { lookedUp, snippetOf, soughtIn, type Snippet, type Sought } from './note-words.rules.js';

interface CandidateRow {
  id: string;
  kind: FoundNoteDto['kind'];
  format: FoundNoteDto['format'];
  status: FoundNoteDto['status'];
  client_id: string | null;
  couple_id: string | null;
  happened_at: Date;
  sections: Sections;
}

type Place = readonly (string | number | null)[];
const placeOf = (row: CandidateRow): Place => [row.happened_at.toISOString(), row.id];

/** Notes opened for one page: a beginning may have more notes looked at than hold it. The next page goes on from there. */
const MOST_OPENED = 200;

/** The actor's own notes that hold words, newest first, as far as she may still see them. */
@Injectable()
export class NoteSearchService {
  async search(asked: NoteSearch): Promise<Page<FoundNoteDto>> {
    const sought = soughtIn(asked.words);
    if (!sought) return { items: [], next: null };
    const tokens = await ownTokens(lookedUp(sought));
    let after: Place | null = decodeCursor(asked.cursor, 2);
    const found: (CandidateRow & { snippet: Snippet })[] = [];
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
    if (after) where.push(`(w.happened_at, w.id) < ($${values.push(after[0])}, $${values.push(after[1])})`);
    const rows = await sql<CandidateRow>(
      `words${clientId ? ' client' : ''}${coupleId ? ' couple' : ''}${after ? ' after' : ''}`,
      `select n.id, n.kind, n.format, n.status, n.client_id, n.couple_id, w.happened_at, n.sections
       from note_words w join note n on n.clinic_id = w.clinic_id and n.id = w.id
       where ${where.join(' and ')} order by w.happened_at desc, w.id desc limit $3`,
      values,
    );
    return reveal(Note, rows);
  }
}

function holding(rows: readonly CandidateRow[], sought: Sought): (CandidateRow & { snippet: Snippet })[] {
  return rows.flatMap((row) => {
    const snippet = snippetOf(row.format, row.sections, sought);
    return snippet ? [{ ...row, snippet }] : [];
  });
}

async function told(found: readonly (CandidateRow & { snippet: Snippet })[]): Promise<FoundNoteDto[]> {
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
    section: row.snippet.section,
    pieces: row.snippet.pieces,
  }));
}
