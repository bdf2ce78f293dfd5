import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../clinics/clinics.service.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { attendanceOf } from './attendance.rules.js';
import { cancelled, NOT_CANCELLED } from './cancelling.rules.js';
import { clashesOf, doubleBooked, orDoubleBooked, takenMeanwhile } from './clashes.js';
import type { NewSession, SessionChange, SessionDto, SessionQuery } from './session.dto.js';
import { Session } from './session.entity.js';
import { dtosOf, sessionById, WITH_NOTE, type SessionRow } from './session.rows.js';
import { checkTimes, participantsOf, type Participants, type Times } from './sessions.rules.js';

/** Whose sessions, with whom, become whose. All ids. */
export interface HandOver {
  giver: string;
  taker: string;
  people: readonly string[];
  couples: readonly string[];
}

@Injectable()
export class SessionsService {
  constructor(private readonly clinics: ClinicsService) {}

  async plan(asked: NewSession): Promise<SessionDto> {
    const times = { startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) };
    checkTimes(times, now());
    const whose = participantsOf(asked, await this.peopleIn(asked));
    await this.checkFree([times]);
    return this.read(await this.enter({ ...whose, ...times, modality: asked.modality ?? 'in_person' }));
  }

  /** Puts a planned session of the actor's into the calendar. Throws `RuleBroken('double_booked')`. */
  async enter(
    session: Participants & Times & Pick<Session, 'modality'>,
    series: Pick<Session, 'seriesId' | 'seriesDay'> = { seriesId: null, seriesDay: null },
  ): Promise<string> {
    const at = now();
    const row: Session = {
      id: newId(),
      ...session,
      ...series,
      ...NOT_CANCELLED,
      therapistId: actor().id,
      status: 'planned',
      attendedIds: null,
      lateIds: null,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    const zone = await this.clinics.timeZone();
    await orDoubleBooked(insertRow(Session, row), () => takenMeanwhile(session, zone));
    return row.id;
  }

  /** Throws `RuleBroken('double_booked')` that names what stands there. */
  async checkFree(times: readonly Times[], except: readonly string[] = []): Promise<void> {
    const meets = await clashesOf(times, except);
    if (meets.length > 0) throw doubleBooked(meets, await this.clinics.timeZone());
  }

  async list(query: SessionQuery): Promise<Page<SessionDto>> {
    const down = query.sort === '-startsAt';
    const after = decodeCursor(query.cursor, 2);
    const filters: [string, unknown][] = [
      ['s.client_id =', query.clientId],
      ['s.couple_id =', query.coupleId],
      ['s.therapist_id =', query.therapistId],
      ['s.starts_at >=', query.from],
      ['s.starts_at <', query.to],
    ];
    const used = filters.filter(([, value]) => value !== undefined);
    const values: unknown[] = [query.limit + 1, ...used.map(([, value]) => value)];
    const where = used.map(([column], i) => `${column} $${i + 2}`);
    if (after)
      where.push(`(s.starts_at, s.id) ${down ? '<' : '>'} ($${values.push(after[0])}, $${values.push(after[1])})`);
    const order = down ? 's.starts_at desc, s.id desc' : 's.starts_at, s.id';
    const shape = `${used.map(([column]) => column).join(' ')}${after ? ' after' : ''}${down ? ' down' : ''}`;
    const rows = await sql<SessionRow>(
      nameOf(shape),
      `${WITH_NOTE} ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by ${order} limit $1`,
      values,
    );
    return keyset(await dtosOf(rows), query.limit, (session) => [session.startsAt, session.id]);
  }

  async read(id: string): Promise<SessionDto> {
    const [session] = await dtosOf(await sessionById(id));
    if (!session) throw new NotFound('session');
    return session;
  }

  /** Sessions still to come of `giver` with these people and couples, and how many meet another one of `taker`. For admins: numbers only. */
  async toCome(hand: HandOver): Promise<{ sessions: number; clashes: number }> {
    const [found] = await sql<{ sessions: number; clashes: number }>(
      'sessions-to-come',
      'select sessions, clashes from sessions_to_come($1, $2, $3, $4)',
      [hand.giver, hand.taker, hand.people, hand.couples],
    );
    return found!;
  }

  /** Plans them with `taker` from now on. Throws `RuleBroken('double_booked')`. */
  async handOver(hand: HandOver): Promise<void> {
    await orDoubleBooked(
      sql('sessions-hand-over', 'select hand_over_sessions($1, $2, $3, $4)', [
        hand.giver,
        hand.taker,
        hand.people,
        hand.couples,
      ]),
      () =>
        new RuleBroken(
          'double_booked',
          'A session planned with them meets another one in the calendar of whoever takes over.',
        ),
    );
  }

  async change(id: string, version: number, change: SessionChange): Promise<SessionDto> {
    const at = now();
    const session = await this.findOwn(id);
    const times = {
      startsAt: change.startsAt ? new Date(change.startsAt) : session.startsAt,
      endsAt: change.endsAt ? new Date(change.endsAt) : session.endsAt,
    };
    if (change.startsAt ?? change.endsAt) checkTimes(times, at);
    const attendance = attendanceOf({ ...session, ...times }, change, at);
    const patch: Partial<Session> = { ...times, ...attendance, ...calledOff(session, change, attendance.status, at) };
    if (change.modality) patch.modality = change.modality;
    if (patch.status !== 'cancelled') await this.checkFree([times], [id]);
    const zone = await this.clinics.timeZone();
    await orDoubleBooked(saveVersion(Session, session, { ...patch, updatedAt: at }, version), () =>
      takenMeanwhile(times, zone),
    );
    return this.read(id);
  }

  /** The session as the actor may see it. Throws NotFound. */
  async find(id: string): Promise<Session> {
    const session = await repo(Session).findOneBy({ id });
    if (!session) throw new NotFound('session');
    return session;
  }

  /** One of the actor's own, to be changed. Throws NotFound, Forbidden. */
  async findOwn(id: string): Promise<Session> {
    const session = await this.find(id);
    if (session.therapistId !== actor().id) throw new Forbidden();
    return session;
  }

  /** Writing a note says that the session took place: the planned attendance holds until somebody corrects it. */
  async markHeld(session: Session, at: Date): Promise<void> {
    if (session.status !== 'planned' || session.startsAt > at || session.therapistId !== actor().id) return;
    const patch: Partial<Session> = { status: 'held', attendedIds: session.attendeeIds, updatedAt: at };
    await saveVersion(Session, session, patch, session.version);
  }

  /** When the session before this one ended, of the very same participants; null for the first. Not those that fell out. */
  async endBefore({ clientId, coupleId, startsAt }: Session): Promise<Date | null> {
    const [before] = await sql<{ ends_at: Date }>(
      'session before',
      `select ends_at from session where client_id is not distinct from $1 and couple_id is not distinct from $2
        and starts_at < $3 and status in ('planned', 'held') order by starts_at desc limit 1`,
      [clientId, coupleId, startsAt],
    );
    return before?.ends_at ?? null;
  }

  /** Who is in this care now: the one person, or both partners. Throws NotFound when it is not the actor's to know. */
  async peopleIn({ clientId, coupleId }: { clientId?: string; coupleId?: string }): Promise<string[]> {
    if ((clientId === undefined) === (coupleId === undefined))
      throw new Invalid([{ path: 'clientId', code: 'one_of', message: 'Name either a client or a couple.' }]);
    const rows = clientId
      ? await sql<{ client_id: string }>('client in care', 'select id as client_id from client where id = $1', [
          clientId,
        ])
      : await sql<{ client_id: string }>(
          'partners now',
          'select client_id from couple_partner where couple_id = $1 and to_at is null order by place',
          [coupleId],
        );
    if (rows.length === 0) throw new NotFound(clientId ? 'client' : 'couple');
    return rows.map((row) => row.client_id);
  }
}

/** What becomes of how it was called off: told anew, kept, or gone with the calling off. Throws RuleBroken('not_cancelled'). */
function calledOff(
  session: Session,
  { cancellation }: SessionChange,
  status: Session['status'],
  at: Date,
): Partial<Session> {
  if (status !== 'cancelled') {
    if (cancellation) throw new RuleBroken('not_cancelled', 'This session is not called off.');
    return NOT_CANCELLED;
  }
  if (cancellation) return cancelled(cancellation, session, at);
  return session.status === 'cancelled' ? {} : cancelled({ by: 'therapist' }, session, at);
}

const names = new Map<string, string>();

/** A short name for each form of the list statement: Postgres cuts names at 63 bytes. */
function nameOf(shape: string): string {
  const name = names.get(shape) ?? `sessions ${names.size}`;
  names.set(shape, name);
  return name;
}
