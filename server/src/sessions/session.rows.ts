import { namesInCare } from '../clients/people-names.js';
import { sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { NOT_CANCELLED } from './cancelling.rules.js';
import { SessionDto } from './session.dto.js';
import type { Session } from './session.entity.js';

export interface SessionRow {
  id: string;
  client_id: string | null;
  couple_id: string | null;
  therapist_id: string;
  starts_at: Date;
  ends_at: Date;
  modality: Session['modality'];
  status: Session['status'];
  attendee_ids: string[];
  attended_ids: string[] | null;
  late_ids: string[] | null;
  cancelled_at: Date | null;
  cancelled_by: Session['cancelledBy'];
  cancelled_by_id: string | null;
  cancelled_late: boolean | null;
  cancel_reason: Session['cancelReason'];
  series_id: string | null;
  created_at: Date;
  updated_at: Date;
  version: number;
  note_id: string | null;
  note_status: string | null;
}

/** The row policy hides notes from clients, and drafts from all but their author: then there is none to join. */
export const WITH_NOTE = `select s.id, s.client_id, s.couple_id, s.therapist_id, s.starts_at, s.ends_at, s.modality, s.status,
    s.attendee_ids, s.attended_ids, s.late_ids, s.cancelled_at, s.cancelled_by, s.cancelled_by_id, s.cancelled_late, s.cancel_reason,
    s.series_id, s.created_at, s.updated_at, s.version, n.id as note_id, n.status as note_status
  from session s left join lateral (select n.id, n.status from note n
    where n.session_id = s.id and n.status <> 'entered_in_error' order by n.created_at desc limit 1) n on true`;

export const sessionById = (id: string): Promise<SessionRow[]> =>
  sql<SessionRow>('session by id', `${WITH_NOTE} where s.id = $1`, [id]);

const sessionOf = (row: SessionRow): Session => ({
  id: row.id,
  clientId: row.client_id,
  coupleId: row.couple_id,
  therapistId: row.therapist_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  modality: row.modality,
  status: row.status,
  attendeeIds: row.attendee_ids,
  attendedIds: row.attended_ids,
  lateIds: row.late_ids,
  cancelledAt: row.cancelled_at,
  cancelledBy: row.cancelled_by,
  cancelledById: row.cancelled_by_id,
  cancelledLate: row.cancelled_late,
  cancelReason: row.cancel_reason,
  seriesId: row.series_id,
  seriesDay: null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

const dtoOf = (row: SessionRow, who: string | null): SessionDto =>
  SessionDto.of(sessionOf(row), who, row.note_id === null ? null : { id: row.note_id, status: row.note_status ?? '' });

/** Whether the other came, also late or alone, is the other's to tell; and so is who called it off. */
function forClient(row: SessionRow, clientId: string): Session {
  const own = (ids: string[] | null): string[] | null => ids?.filter((id) => id === clientId) ?? null;
  const session = { ...sessionOf(row), ...NOT_CANCELLED, seriesId: null };
  return { ...session, attendedIds: own(row.attended_ids), lateIds: own(row.late_ids) };
}

/** Staff know whom they meet by name; a client's own list needs none. */
export async function dtosOf(rows: readonly SessionRow[]): Promise<SessionDto[]> {
  const { clientId } = actor();
  if (clientId !== null) return rows.map((row) => SessionDto.of(forClient(row, clientId), null));
  if (rows.length === 0) return [];
  const whose = rows.map((row) => ({ clientId: row.client_id, coupleId: row.couple_id }));
  const nameOf = await namesInCare(whose);
  return rows.map((row, i) => dtoOf(row, nameOf(whose[i]!)));
}
