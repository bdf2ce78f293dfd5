import { Injectable } from '@nestjs/common';
import { namesInCare } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { SessionDto, type NewSession, type SessionChange, type SessionQuery } from './session.dto.js';
import { Session } from './session.entity.js';
import { checkTimes, moveSession, participantsOf } from './sessions.rules.js';

interface SessionRow {
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
  created_at: Date;
  updated_at: Date;
  version: number;
  note_id: string | null;
  note_status: string | null;
}

/** The row policy hides notes from clients, and drafts from all but their author: then there is none to join. */
const WITH_NOTE = `select s.id, s.client_id, s.couple_id, s.therapist_id, s.starts_at, s.ends_at, s.modality, s.status,
    s.attendee_ids, s.attended_ids, s.created_at, s.updated_at, s.version, n.id as note_id, n.status as note_status
  from session s left join lateral (select n.id, n.status from note n
    where n.session_id = s.id and n.status <> 'entered_in_error' order by n.created_at desc limit 1) n on true`;

const dtoOf = (row: SessionRow, who: string | null): SessionDto =>
  SessionDto.of(
    {
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
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      version: row.version,
    },
    who,
    row.note_id === null ? null : { id: row.note_id, status: row.note_status ?? '' },
  );

/** Staff know whom they meet by name; a client's own list needs none. */
async function dtosOf(rows: readonly SessionRow[]): Promise<SessionDto[]> {
  const { clientId } = actor();
  // Whether the other came, also alone, is the other's to tell.
  const own = (ids: string[] | null): string[] | null => ids?.filter((id) => id === clientId) ?? null;
  if (clientId !== null) return rows.map((row) => dtoOf({ ...row, attended_ids: own(row.attended_ids) }, null));
  if (rows.length === 0) return [];
  const whose = rows.map((row) => ({ clientId: row.client_id, coupleId: row.couple_id }));
  const nameOf = await namesInCare(whose);
  return rows.map((row, i) => dtoOf(row, nameOf(whose[i]!)));
}

/** The database refuses two sessions of one therapist at a time, also when both are planned at the same moment. */
async function orDoubleBooked<T>(write: Promise<T>, why = 'You already have a session at this time.'): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown };
    if (code === '23P01' && constraint === 'session_double_booked') throw new RuleBroken('double_booked', why);
    throw error;
  }
}

/** Whose sessions, with whom, become whose. All ids. */
export interface HandOver {
  giver: string;
  taker: string;
  people: readonly string[];
  couples: readonly string[];
}

@Injectable()
export class SessionsService {
  async plan(asked: NewSession): Promise<SessionDto> {
    const at = now();
    const times = { startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) };
    checkTimes(times, at);
    const session: Session = {
      id: newId(),
      ...participantsOf(asked, await this.peopleIn(asked)),
      ...times,
      therapistId: actor().id,
      modality: asked.modality ?? 'in_person',
      status: 'planned',
      attendedIds: null,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    await orDoubleBooked(insertRow(Session, session));
    return this.read(session.id);
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
    const [row] = await sql<SessionRow>('session by id', `${WITH_NOTE} where s.id = $1`, [id]);
    const [session] = await dtosOf(row ? [row] : []);
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
      'A session planned with them meets another one in the calendar of whoever takes over.',
    );
  }

  async change(id: string, version: number, change: SessionChange): Promise<SessionDto> {
    const at = now();
    const session = await this.find(id);
    if (session.therapistId !== actor().id) throw new Forbidden();
    const times = {
      startsAt: change.startsAt ? new Date(change.startsAt) : session.startsAt,
      endsAt: change.endsAt ? new Date(change.endsAt) : session.endsAt,
    };
    if (change.startsAt ?? change.endsAt) checkTimes(times, at);
    const patch: Partial<Session> = { ...times, updatedAt: at };
    if (change.modality) patch.modality = change.modality;
    if (change.status) patch.status = moveSession(session.status, change.status, times.startsAt, at);
    if (change.attendedIds) patch.attendedIds = attendedOf(session, change.attendedIds);
    await orDoubleBooked(saveVersion(Session, session, patch, version));
    return this.read(id);
  }

  /** The session as the actor may see it. Throws NotFound. */
  async find(id: string): Promise<Session> {
    const session = await repo(Session).findOneBy({ id });
    if (!session) throw new NotFound('session');
    return session;
  }

  /** Writing a note says that the session took place: the planned attendance holds until somebody corrects it. */
  async markHeld(session: Session, at: Date): Promise<void> {
    if (session.status !== 'planned' || session.startsAt > at || session.therapistId !== actor().id) return;
    const patch: Partial<Session> = { status: 'held', attendedIds: session.attendeeIds, updatedAt: at };
    await saveVersion(Session, session, patch, session.version);
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

function attendedOf(session: Session, ids: string[]): string[] {
  const strangers = ids.flatMap((id, i) =>
    session.attendeeIds.includes(id)
      ? []
      : [{ path: `attendedIds[${i}]`, code: 'not_attending', message: 'was not to attend' }],
  );
  if (strangers.length > 0) throw new Invalid(strangers);
  return [...ids].sort();
}

const names = new Map<string, string>();

/** A short name for each form of the list statement: Postgres cuts names at 63 bytes. */
function nameOf(shape: string): string {
  const name = names.get(shape) ?? `sessions ${names.size}`;
  names.set(shape, name);
  return name;
}
