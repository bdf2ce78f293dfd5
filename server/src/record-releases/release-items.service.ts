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

interface PlanRow {
  id: string;
  number: number;
  status: string;
  started_at: Date | null;
  started_by: string | null;
}
interface PlanAnswerRow {
  id: string;
  /** Null where the reader does not read the plan of the two. */
  number: number | null;
  answered_at: Date;
}

/** What lies in one record: what of it can go, and how much of it stays for how it stands. */
export interface Gathered {
  items: ReleaseItem[];
  unsigned: number;
  planDrafts: number;
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
    const rest = [...(await sheetsOf(clientId, null)), ...answered, ...(await wordsToPlans(clientId))];
    return gathered(notes, await plansOf(clientId, null), rest);
  }

  async joint(coupleId: string): Promise<Gathered> {
    return gathered(await notesOf(null, coupleId), await plansOf(null, coupleId), await sheetsOf(null, coupleId));
  }

  /** Of these the ones that may still go: not marked as an error since, not called back, and the reader's to read. */
  async standing(ids: readonly string[]): Promise<Set<string>> {
    const rows = await sql<{ id: string }>('release items standing', STANDING, [ids]);
    return new Set(rows.map(({ id }) => id));
  }
}

const STANDING = `select id from note where id = any ($1::uuid[]) and status = 'signed'
  union all select id from submission where id = any ($1::uuid[]) and recalled_at is null
  union all select id from scale_response where id = any ($1::uuid[])
  union all select id from treatment_plan where id = any ($1::uuid[])
  union all select id from plan_answer where id = any ($1::uuid[])`;

const plansOf = (clientId: string | null, coupleId: string | null): Promise<(PlanRow & Record<string, unknown>)[]> =>
  sql(
    'release plans',
    `select id, number, status, started_at, started_by from treatment_plan
     where (client_id = $1 or couple_id = $2) and status <> 'discarded'`,
    [clientId, coupleId],
  );

/** What this person answered to plans of two: her own words, without the plan. */
async function wordsToPlans(clientId: string): Promise<ReleaseItem[]> {
  const rows = await sql<PlanAnswerRow & Record<string, unknown>>(
    'release plan answers',
    `select a.id, a.answered_at, p.number from plan_answer a left join treatment_plan p on p.id = a.plan_id
     where a.client_id = $1 and a.couple_id is not null`,
    [clientId],
  );
  return rows.map(({ id, answered_at: at, number }) => ({
    ...itemOf('plan_answer', id, at, null),
    ...(number === null ? {} : { planNumber: number }),
  }));
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

async function gathered(
  notes: readonly NoteRow[],
  plans: readonly PlanRow[],
  rest: readonly ReleaseItem[],
): Promise<Gathered> {
  const signed = notes.filter(({ status }) => status === 'signed');
  const begun = plans.flatMap(({ started_at: at, ...plan }) => (at === null ? [] : [{ ...plan, at }]));
  const names = await staffNames([
    ...signed.map((row) => row.author_id),
    ...begun.flatMap(({ started_by: by }) => by ?? []),
  ]);
  const items = [
    ...signed.map((row) => ({
      ...itemOf('note', row.id, row.happened_at, null),
      ...{ noteKind: row.kind, noteFormat: row.format, addenda: row.addenda },
      authorName: names.get(row.author_id) ?? null,
    })),
    ...begun.map(({ id, number, at, started_by: by }) => ({
      ...{ ...itemOf('plan', id, at, null), planNumber: number },
      authorName: names.get(by ?? '') ?? null,
    })),
    ...rest,
  ];
  return {
    items: items.sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id)),
    unsigned: notes.filter(({ status }) => status === 'draft' || status === 'awaiting_cosign').length,
    planDrafts: plans.length - begun.length,
    mistakes: notes.filter(({ status }) => status === 'entered_in_error').length,
  };
}

const itemOf = (kind: ReleaseItem['kind'], id: string, at: Date, title: string | null): ReleaseItem => ({
  ...{ id, kind, title, at: at.toISOString() },
  ...{ noteKind: null, noteFormat: null, addenda: 0, authorName: null },
});
