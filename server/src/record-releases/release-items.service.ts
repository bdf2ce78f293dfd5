import { Injectable } from '@nestjs/common';
import { staffNames } from '../clients/people-names.js';
import { sql } from '../platform/database.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import { worksheetsOf } from '../worksheets/worksheet.versions.js';
import type { ReleaseItem } from './record-releases.rules.js';

interface NoteRow {
  id: string;
  status: string;
  kind: string;
  format: string;
  author_id: string;
  happened_at: Date;
  addenda: number;
}
interface SheetRow {
  id: string;
  worksheet_id: string;
  sent_at: Date;
}
interface ScaleRow {
  id: string;
  instrument_id: string;
  answered_at: Date;
}

/** What lies in one record: what of it can go, and how much of it stays for how it stands. */
export interface Gathered {
  items: ReleaseItem[];
  unsigned: number;
  mistakes: number;
}

/**
 * Gathers one record, as far as the reader sees it. A row with the person's id is hers, within a couple's work as well; one
 * with the couple's id alone is joint. Psychotherapy notes lie in a table that nothing here knows.
 */
@Injectable()
export class ReleaseItemsService {
  constructor(private readonly instruments: InstrumentsService) {}

  async own(clientId: string): Promise<Gathered> {
    const notes = await notesOf(clientId, null);
    const scales = await sql<ScaleRow & Record<string, unknown>>(
      'release scales',
      'select id, instrument_id, answered_at from scale_response where client_id = $1',
      [clientId],
    );
    const titles = await this.instruments.measures([...new Set(scales.map((row) => row.instrument_id))]);
    const answered = scales.map((row) =>
      itemOf('scale', row.id, row.answered_at, titles.get(row.instrument_id)?.title ?? null),
    );
    return gathered(notes, [...(await sheetsOf(clientId, null)), ...answered]);
  }

  async joint(coupleId: string): Promise<Gathered> {
    return gathered(await notesOf(null, coupleId), await sheetsOf(null, coupleId));
  }
}

const notesOf = (clientId: string | null, coupleId: string | null): Promise<(NoteRow & Record<string, unknown>)[]> =>
  sql(
    'release notes',
    `select n.id, n.status, n.kind, n.format, n.author_id, n.happened_at,
       (select count(*)::int from note_addendum a where a.note_id = n.id) as addenda
     from note n where n.client_id = $1 or (n.client_id is null and n.couple_id = $2)`,
    [clientId, coupleId],
  );

/** Of each sheet the last draft that was sent and not called back. */
async function sheetsOf(clientId: string | null, coupleId: string | null): Promise<ReleaseItem[]> {
  const rows = await sql<SheetRow & Record<string, unknown>>(
    'release sheets',
    `select distinct on (s.assignment_id) s.id, a.worksheet_id, s.sent_at
     from submission s join assignment a on a.id = s.assignment_id
     where s.recalled_at is null and (s.client_id = $1 or (s.client_id is null and s.couple_id = $2))
     order by s.assignment_id, s.draft_number desc`,
    [clientId, coupleId],
  );
  const sheets = await worksheetsOf(rows.map((row) => row.worksheet_id));
  return rows.map((row) => itemOf('sheet', row.id, row.sent_at, sheets.get(row.worksheet_id)?.title ?? null));
}

async function gathered(notes: readonly NoteRow[], rest: readonly ReleaseItem[]): Promise<Gathered> {
  const signed = notes.filter(({ status }) => status === 'signed');
  const names = await staffNames(signed.map((row) => row.author_id));
  const items = signed.map((row) => ({
    ...itemOf('note', row.id, row.happened_at, null),
    ...{ noteKind: row.kind, noteFormat: row.format, addenda: row.addenda },
    authorName: names.get(row.author_id) ?? null,
  }));
  return {
    items: [...items, ...rest].sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id)),
    unsigned: notes.filter(({ status }) => status === 'draft' || status === 'awaiting_cosign').length,
    mistakes: notes.filter(({ status }) => status === 'entered_in_error').length,
  };
}

const itemOf = (kind: ReleaseItem['kind'], id: string, at: Date, title: string | null): ReleaseItem => ({
  ...{ id, kind, title, at: at.toISOString() },
  ...{ noteKind: null, noteFormat: null, addenda: 0, authorName: null },
});
