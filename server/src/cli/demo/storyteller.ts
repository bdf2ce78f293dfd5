import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Temporal } from 'temporal-polyfill';
import type { Client as Connection } from 'pg';
import { DataSource } from 'typeorm';
import { actingAs } from '../../platform/acting.js';
import type { Actor } from '../../platform/scope.js';
import { foundClinic, foundUser, type NewClinic, type NewUser } from '../founding.js';

export type Person = Pick<Actor, 'id' | 'clinicId' | 'roles' | 'clientId'>;

export const DEMO_PASSWORD = 'trust-takes-time';

/** Tells a clinic's past through the same services that serve requests, each act by its person, at its time. */
export class Storyteller {
  clinicId = '';
  private zone = 'UTC';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly owner: Connection,
    private readonly today: Date,
  ) {}

  async found(clinic: NewClinic): Promise<void> {
    this.clinicId = await foundClinic(this.owner, clinic);
    this.zone = clinic.timeZone;
  }

  async user(user: Omit<NewUser, 'createdAt'>): Promise<Person> {
    const id = await foundUser(
      this.owner,
      this.app.get(DataSource),
      this.clinicId,
      { ...user, createdAt: this.day(-120, '09:00') },
      DEMO_PASSWORD,
    );
    return { id, clinicId: this.clinicId, roles: user.roles, clientId: user.clientId ?? null };
  }

  /** A clock time of the clinic, so many days from today (negative = ago). */
  day(days: number, time: string): Date {
    const date = Temporal.Instant.fromEpochMilliseconds(this.today.getTime())
      .toZonedDateTimeISO(this.zone)
      .toPlainDate()
      .add({ days });
    const at = date.toZonedDateTime({ timeZone: this.zone, plainTime: Temporal.PlainTime.from(time) });
    return new Date(at.epochMilliseconds);
  }

  /** So many hours before now. */
  lately(hours: number): Date {
    return new Date(this.today.getTime() - hours * 3_600_000);
  }

  /** The calendar day of the clinic so many days from today, `YYYY-MM-DD`. */
  date(days: number): string {
    return Temporal.Instant.fromEpochMilliseconds(this.day(days, '12:00').getTime())
      .toZonedDateTimeISO(this.zone)
      .toPlainDate()
      .toString();
  }

  /** Somebody does something, at that moment of the past (never later than now). */
  tell<T>(who: Person, at: Date, act: () => Promise<T>): Promise<T> {
    return actingAs(this.app.get(DataSource), who, act, at > this.today ? this.today : at);
  }

  service<T>(type: new (...args: never[]) => T): T {
    return this.app.get(type as never, { strict: false });
  }
}

/** The same story on every machine: a small generator of numbers from 0 to 1 (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
