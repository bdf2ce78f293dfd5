import { User } from '../auth/user.entity.js';
import { partnersOf } from '../clients/couple.partners.js';
import { reveal, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { AssignmentRow } from './assignments.dto.js';

/** An assignment and the name of whoever gave it. */
export const ASSIGNMENT = `a.id, a.version, a.client_id, a.couple_id, a.worksheet_id, a.worksheet_key, a.worksheet_version, a.asked_as, a.status,
  a.due_on, a.assigned_by, a.assigned_at, a.sent_at, a.opened_at, a.reviewed_at, a.drafts_sent, u.display_name as assigned_by_name
  from assignment a left join app_user u on u.id = a.assigned_by`;

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
