import { User } from '../auth/user.entity.js';
import { bothOf, partnersOf } from '../couples/couple.partners.js';
import { reveal, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { AssignmentRow } from './assignments.dto.js';
import type { Assignment } from './assignments.entity.js';

/**
 * An assignment, the name of whoever gave it, and the day it is wished for: that of the first session after it was
 * given, if it was wished for by then; later by the days its addressee has paused.
 */
export const ASSIGNMENT = `a.id, a.version, a.client_id, a.couple_id, a.worksheet_id, a.worksheet_key, a.worksheet_version, a.asked_as, a.betrayal_id, a.status,
  coalesce(a.due_on + coalesce(z.days, 0), d.day) as due_on, a.due_next_session, a.opens_on, a.sequence_id, a.assigned_by, a.assigned_at, a.sent_at, a.opened_at, a.reviewed_at, a.drafts_sent, u.display_name as assigned_by_name
  from assignment a
  left join lateral (select min(s.starts_at at time zone (select k.time_zone from clinic k))::date as day from session s
    where a.due_next_session and s.status <> 'cancelled' and s.starts_at > a.assigned_at
      and (s.attendee_ids @> array[a.client_id] or a.client_id is null and s.client_id is null and s.couple_id = a.couple_id)) d on true
  left join lateral (select sum(least(p.until_on, coalesce(p.ended_on, p.until_on)) - p.from_on)::int as days from homework_pause p
    where a.due_on is not null and p.client_id = a.client_id and p.what = 'homework' and p.from_on <= a.due_on and p.until_on > a.assigned_at::date) z on true
  left join app_user u on u.id = a.assigned_by`;

export async function revealGivers<R extends AssignmentRow>(rows: R[]): Promise<R[]> {
  const givers = [...new Map(rows.map((row) => [row.assigned_by, row.assigned_by_name])).entries()].map(
    ([id, display_name]) => ({ id, display_name }),
  );
  await reveal(User, givers);
  const names = new Map(givers.map((giver) => [giver.id, giver.display_name]));
  for (const row of rows) row.assigned_by_name = names.get(row.assigned_by) ?? null;
  return rows;
}

/** Throws `NotFound` when there is none, or it is not the actor's to see. */
export async function assignmentRow(id: string): Promise<AssignmentRow> {
  const [row] = await revealGivers(
    await sql<AssignmentRow>('assignment', `select ${ASSIGNMENT} where a.id = $1`, [id]),
  );
  if (!row) throw new NotFound('assignment');
  return row;
}

/** Whom an event about this row concerns: its person, or both partners. */
export async function peopleOf(row: { client_id: string | null; couple_id: string | null }): Promise<string[]> {
  if (row.client_id !== null) return [row.client_id];
  const partners = await partnersOf(row.couple_id);
  return partners;
}

/** The calendar day it is at the clinic, `YYYY-MM-DD`. */
export async function clinicToday(): Promise<string> {
  const [day] = await sql<{ today: string }>('homework today', 'select today from clinic_day');
  return day!.today;
}

type Addressee = Pick<Assignment, 'clientId' | 'coupleId' | 'askedAs' | 'betrayalId'>;

/** To whom what follows on this sheet goes: once the work of two has ended, to her alone; null, for what was for both. */
export async function goesOnFor({ clientId, coupleId, askedAs, betrayalId }: Addressee): Promise<Addressee | null> {
  if (coupleId === null || (await bothOf(coupleId)).length === 2) return { clientId, coupleId, askedAs, betrayalId };
  return clientId === null ? null : { clientId, coupleId: null, askedAs, betrayalId: null };
}
