import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { assertClientSeen } from '../clients/seen.js';
import { reveal, sql } from '../platform/database.js';
import { decodeCursor, keyset, type Page, type PageQuery } from '../platform/paging.js';
import { InstrumentsService } from '../questionnaires/instruments.service.js';
import type { Worksheet } from '../library/worksheet.definition.js';
import { worksheetsOf } from '../worksheets/worksheet.versions.js';
import type { TimelineItemDto } from './timeline.dto.js';

interface EventRow {
  id: string;
  couple_id: string | null;
  client_id: string | null;
  kind: TimelineItemDto['kind'];
  at: Date;
  /** To the microsecond: what a page goes on from. */
  place: string;
  until: Date | null;
  detail: string | null;
  subject_id: string | null;
  staff_id: string | null;
}

/** The person's own events, and the joint ones of the couple she is in now, as far as the reader may see either. */
const EVENTS = `
  select e.*, e.at::text as place from timeline_event e
  where (e.client_id = $1 or (e.client_id is null and e.couple_id = (select couple_id from couple_partner where client_id = $1 and to_at is null)))
    and e.at <= now() and ($2::timestamptz is null or (e.at, e.id, e.kind) < ($2, $3::uuid, $4))
  order by e.at desc, e.id desc, e.kind desc limit $5`;

@Injectable()
export class TimelineService {
  constructor(private readonly instruments: InstrumentsService) {}

  /** Newest first. Throws `NotFound` for a person the reader does not see. */
  async of(clientId: string, { limit, cursor }: PageQuery): Promise<Page<TimelineItemDto>> {
    await assertClientSeen(clientId);
    const after = decodeCursor(cursor, 3) ?? [null, null, null];
    const rows = await sql<EventRow & Record<string, unknown>>('timeline', EVENTS, [clientId, ...after, limit + 1]);
    const page = keyset(rows, limit, (row) => [row.place, row.id, row.kind]);
    const staff = await this.staffNames(page.items);
    const sheets = await worksheetsOf(page.items.map((row) => (isHomework(row) ? row.subject_id : null)));
    const scales = page.items.flatMap((row) => (row.kind === 'scale' ? (row.subject_id ?? []) : []));
    const asked = await this.instruments.measures(scales);
    return {
      items: page.items.map((row) => this.item(row, staff, sheets, asked)),
      next: page.next,
    };
  }

  private async staffNames(rows: readonly EventRow[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap((row) => row.staff_id ?? []))];
    const found = await sql<{ id: string; display_name: string }>(
      'timeline staff',
      'select id, display_name from app_user where id = any ($1::uuid[])',
      [ids],
    );
    await reveal(User, found);
    return new Map(found.map((row) => [row.id, row.display_name]));
  }

  private item(
    row: EventRow,
    staff: Map<string, string>,
    sheets: Map<string, Worksheet>,
    asked: Titled,
  ): TimelineItemDto {
    return {
      id: `${row.kind}:${row.id}:${row.place}`,
      kind: row.kind,
      at: row.at.toISOString(),
      until: row.until?.toISOString() ?? null,
      coupleId: row.client_id === null ? row.couple_id : null,
      title: titleOf(row, sheets, asked),
      detail: row.detail,
      staffName: row.staff_id === null ? null : (staff.get(row.staff_id) ?? null),
      targetId: row.id,
    };
  }
}

type Titled = ReadonlyMap<string, { title: string }>;

function titleOf(row: EventRow, sheets: Map<string, Worksheet>, asked: Titled): string | null {
  if (row.subject_id === null) return null;
  if (row.kind === 'scale') return asked.get(row.subject_id)?.title ?? null;
  return isHomework(row) ? (sheets.get(row.subject_id)?.title ?? null) : null;
}

const isHomework = ({ kind }: EventRow): boolean => kind.startsWith('homework');
