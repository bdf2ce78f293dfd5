import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import type { Need } from './needs.rules.js';

/** `clientIds`: the people asked about, joined by commas, at most 100. */
export class StandingsQuery {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  clientIds: string[];
}

/**
 * The last four answers to the scale a person answered last, oldest first; an answer without a score is left out. Only the first
 * and the last are named in words.
 */
export class LastScoresDto {
  instrumentId: string;
  title: string;
  answeredOn: string;
  values: number[];
}

/** Where one person's care stands; instants, null when there is none, and counts of what waits. */
export class StandingDto {
  id: string;
  /** The weightiest thing about them. */
  need: Need;
  lastSeenAt: string | null;
  nextAt: string | null;
  /** Homework that was sent and waits for the reader's answer. */
  toRead: number;
  /** Sessions of the reader's own without a finished note. */
  notesDue: number;
  /** Where the oldest of them stands by the clinic's hours. */
  noteClock: 'in_time' | 'due' | 'late' | null;
  homeworkOpen: number;
  /** Safety alerts that nobody has closed so far. */
  alertsOpen: number;
  /** The day check-ins go on; null while they are not paused. */
  checkInsPausedUntil: string | null;
  scale: LastScoresDto | null;
}
