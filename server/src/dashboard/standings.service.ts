import { Injectable } from '@nestjs/common';
import { LastScoresService } from '../scales/last-scores.service.js';
import { signingClock, type SigningHours } from '../notes/notes.rules.js';
import { signingHours } from '../notes/signing-hours.js';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import type { Page } from '../platform/paging.js';
import { needsOfAll } from './needs.js';
import type { StandingDto } from './standings.dto.js';

interface StandingRow {
  id: string;
  last_seen_at: Date | null;
  next_at: Date | null;
  to_read: number;
  notes_due: number;
  note_due_from: Date | null;
  homework_open: number;
  alerts_open: number;
  paused_until: string | null;
}

@Injectable()
export class StandingsService {
  constructor(private readonly scores: LastScoresService) {}

  /** Of the people asked about, those the actor may see. */
  async of(clientIds: readonly string[]): Promise<Page<StandingDto>> {
    const rows = await sql<StandingRow & Record<string, unknown>>(
      'standings',
      `select s.id, s.last_seen_at, s.next_at, s.to_read, s.notes_due, s.note_due_from, s.homework_open,
        (select count(*)::int from risk_waiting w where w.client_id = s.id) as alerts_open,
        (select max(r.until_on)::text from check_in_rest r where r.client_id = s.id and r.from_on <= d.today and r.until_on > d.today) as paused_until
       from standing s cross join clinic_day d where s.id = any ($1::uuid[])`,
      [clientIds],
    );
    const needs = await needsOfAll();
    const scales = await this.scores.of(rows.map(({ id }) => id));
    const [hours, at] = [await signingHours(), now()];
    return {
      items: rows.map((row) => ({
        ...dtoOf(row),
        need: needs.get(row.id)!,
        noteClock: clockOf(row, at, hours),
        scale: scales.get(row.id) ?? null,
      })),
      next: null,
    };
  }
}

const clockOf = ({ note_due_from: from }: StandingRow, at: Date, hours: SigningHours): StandingDto['noteClock'] =>
  from && signingClock(from, at, hours).state;

const dtoOf = (row: StandingRow): Omit<StandingDto, 'need' | 'scale' | 'noteClock'> => ({
  id: row.id,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  nextAt: row.next_at?.toISOString() ?? null,
  toRead: row.to_read,
  notesDue: row.notes_due,
  homeworkOpen: row.homework_open,
  alertsOpen: row.alerts_open,
  checkInsPausedUntil: row.paused_until,
});
