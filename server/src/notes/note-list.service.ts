import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../clinics/clinics.service.js';
import { sql } from '../platform/database.js';
import { dayIn } from '../platform/days.js';
import { NotFound } from '../platform/errors.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import type { NoteLineDto, NoteQuery } from './note.dto.js';
import { staffNames } from '../clients/people-names.js';

interface LineRow {
  id: string;
  version: number;
  kind: NoteLineDto['kind'];
  format: NoteLineDto['format'];
  status: NoteLineDto['status'];
  client_id: string | null;
  couple_id: string | null;
  session_id: string | null;
  author_id: string;
  happened_at: Date;
  created_at: Date;
  updated_at: Date;
  signed_at: Date | null;
  addenda: number;
  returned: boolean;
}

const COLUMNS = `n.id, n.version, n.kind, n.format, n.status, n.client_id, n.couple_id, n.session_id, n.author_id,
  n.happened_at, n.created_at, n.updated_at, n.signed_at, n.status = 'draft' and n.returned_at is not null as returned`;

const FILTERS = [
  ['clientId', 'n.client_id'],
  ['coupleId', 'n.couple_id'],
  ['sessionId', 'n.session_id'],
  ['status', 'n.status'],
  ['kind', 'n.kind'],
] as const;

/** Finds notes that belong together; `name` tells one such condition from another. */
interface Together {
  name: string;
  where: string;
  values: unknown[];
}

interface Anchor {
  client_id: string | null;
  couple_id: string | null;
  session_id: string | null;
  happened_at: Date;
  created_at: Date;
}

const ANCHOR = ['note', 'psychotherapy_note']
  .map((table) => `select client_id, couple_id, session_id, happened_at, created_at from ${table} where id = $1`)
  .join(' union all ');

/** Lists of notes without a word of their text: newest first by when what they tell took place. */
@Injectable()
export class NoteListService {
  constructor(private readonly clinics: ClinicsService) {}

  async list(query: NoteQuery): Promise<Page<NoteLineDto>> {
    const after = decodeCursor(query.cursor, 2);
    const used = FILTERS.filter(([field]) => query[field] !== undefined);
    const values: unknown[] = [query.limit + 1, ...used.map(([field]) => query[field])];
    const where = used.map(([, column], i) => `${column} = $${i + 2}`);
    const together = query.besideId === undefined ? null : await this.together(query.besideId, values.length + 1);
    if (together) {
      where.push(together.where);
      values.push(...together.values);
    }
    if (query.mistakes) where.push(`n.status <> 'entered_in_error'`);
    if (after) where.push(`(n.happened_at, n.id) < ($${values.push(after[0])}, $${values.push(after[1])})`);
    const rest = `${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by n.happened_at desc, n.id desc limit $1`;
    const rows = await sql<LineRow>(
      // letters instead of names: Postgres cuts the name of a statement at 63 bytes
      `notes ${used.map(([field]) => field.slice(0, 3)).join(' ')}${together?.name ?? ''}${query.mistakes ? ' right' : ''}${after ? ' after' : ''}`,
      `(select ${COLUMNS}, (select count(*)::int from note_addendum a where a.note_id = n.id) as addenda from note n ${rest})
       union all
       (select ${COLUMNS}, (select count(*)::int from psychotherapy_addendum a where a.note_id = n.id) as addenda
        from psychotherapy_note n ${rest})
       order by happened_at desc, id desc limit $1`,
      values,
    );
    const names = await staffNames(rows.map((row) => row.author_id));
    return keyset(
      rows.map((row) => lineOf(row, names.get(row.author_id) ?? '')),
      query.limit,
      (line) => [line.happenedAt, line.id],
    );
  }

  /** What stands with this note, of the values from the place `first` on. Throws `NotFound` where there is no such note. */
  private async together(id: string, first: number): Promise<Together> {
    const [note] = await sql<Anchor & Record<string, unknown>>('note anchor', ANCHOR, [id]);
    if (!note) throw new NotFound('note');
    if (note.session_id !== null)
      return { name: ' session', where: `n.session_id = $${first}`, values: [note.session_id] };
    const ofCouple = note.couple_id !== null;
    const [whose, zone, tells, begun] = [first, first + 1, first + 2, first + 3];
    const theirs = ofCouple ? `n.couple_id = $${whose}` : `n.client_id = $${whose} and n.couple_id is null`;
    const on = (column: string, day: number): string => `(${column} at time zone $${zone})::date = $${day}::date`;
    const timeZone = await this.clinics.timeZone();
    return {
      name: ofCouple ? ' couple day' : ' client day',
      where: `${theirs} and n.session_id is null and (${on('n.happened_at', tells)} or ${on('n.created_at', begun)})`,
      values: [
        ofCouple ? note.couple_id : note.client_id,
        timeZone,
        dayIn(timeZone, note.happened_at),
        dayIn(timeZone, note.created_at),
      ],
    };
  }
}

const lineOf = (row: LineRow, authorName: string): NoteLineDto => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  format: row.format,
  status: row.status,
  clientId: row.client_id,
  coupleId: row.couple_id,
  sessionId: row.session_id,
  authorId: row.author_id,
  authorName,
  happenedAt: row.happened_at.toISOString(),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  signedAt: row.signed_at?.toISOString() ?? null,
  addenda: row.addenda,
  returned: row.returned,
});
