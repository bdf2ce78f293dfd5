import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { signingHours } from '../notes/signing-hours.js';
import { now } from '../platform/clock.js';
import { reveal, sql } from '../platform/database.js';
import type { BoardDto, CaseloadDto, UnassignedDto } from './caseloads.dto.js';
import { namesOf, type PersonRow } from './person.names.js';

interface TherapistRow {
  id: string;
  display_name: string;
  people: number;
  couples: number;
  sessions: number;
  weekly_sessions: number | null;
  notes_overdue: number;
}

const THERAPISTS = `select u.id, u.display_name, u.weekly_sessions, coalesce(c.people, 0) as people, coalesce(c.couples, 0) as couples,
    coalesce(n.sessions, 0) as sessions, coalesce(n.notes_overdue, 0) as notes_overdue
  from app_user u left join caseload_size c on c.staff_id = u.id
  left join board_numbers((select week_begins from clinic_day), (select week_ends from clinic_day), $1) n on n.therapist_id = u.id
  where 'therapist' = any (u.roles) and u.status = 'active' order by u.created_at, u.id limit 200`;

const UNASSIGNED = `select c.id, c.given_name, c.family_name, c.preferred_name, null::uuid as couple_id, c.created_at
  from unassigned_client w join client c on c.id = w.id order by c.created_at, c.id limit 100`;

/** The admin's board: numbers and names, nothing clinical. */
@Injectable()
export class CaseloadsService {
  async board(): Promise<BoardDto> {
    const { limit } = await signingHours();
    const endedBefore = new Date(now().getTime() - limit * 3_600_000);
    const therapists = await sql<TherapistRow & Record<string, unknown>>('board therapists', THERAPISTS, [endedBefore]);
    await reveal(User, therapists);
    return {
      items: therapists.map(caseloadOf),
      unassigned: await unassigned(),
    };
  }
}

const caseloadOf = (row: TherapistRow): CaseloadDto => ({
  id: row.id,
  displayName: row.display_name,
  people: row.people,
  couples: row.couples,
  sessionsThisWeek: row.sessions,
  weeklySessions: row.weekly_sessions,
  notesOverdue: row.notes_overdue,
});

async function unassigned(): Promise<UnassignedDto[]> {
  const rows = await sql<PersonRow & { created_at: Date }>('board unassigned', UNASSIGNED);
  const nameOf = await namesOf(rows);
  return rows.map((row) => ({
    clientId: row.id,
    displayName: nameOf({ client_id: row.id, couple_id: null }),
    since: row.created_at.toISOString(),
  }));
}
