import { Injectable } from '@nestjs/common';
import { BetrayalEvent, Couple } from '../couples/couple.entity.js';
import { reveal, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Page } from '../platform/paging.js';
import type { ChartMarkDto } from './marks.dto.js';

/** More than anybody can tell apart on a chart; the newest count. */
const MOST = 300;

const HAPPENED = `
  select m.id, m.kind, (m.at at time zone k.time_zone)::date::text as on from (
    select s.id, 'session' as kind, s.starts_at as at from session s where s.client_id = $1 and s.starts_at <= now() and s.status in ('planned', 'held')
    union all
    select s.id, 'session', s.starts_at from session s join couple_partner h on h.couple_id = s.couple_id and h.client_id = $1 and h.to_at is null
      where s.client_id is null and s.starts_at <= now() and s.status in ('planned', 'held')
    union all
    select b.id, 'setback', b.told_at from setback b where b.client_id = $1) m
  cross join (select time_zone from clinic where id = req_clinic()) k
  order by m.at desc, m.id desc limit ${MOST}`;

/** What the care team sets beside a person's scores: sessions, setbacks told, and when something came to light. */
@Injectable()
export class MarksService {
  /** In order of time, as far as the reader may see each. Throws `NotFound` for a person the reader does not see. */
  async of(clientId: string): Promise<Page<ChartMarkDto>> {
    const [client] = await sql<{ id: string; couple_id: string | null }>(
      'marks client',
      `select c.id, h.couple_id from client c left join couple_partner h on h.client_id = c.id and h.to_at is null where c.id = $1`,
      [clientId],
    );
    if (!client) throw new NotFound('client');
    const happened = await sql<{ id: string; kind: 'session' | 'setback'; on: string }>('marks', HAPPENED, [clientId]);
    const marks = happened.map(({ id, kind, on }): ChartMarkDto => ({ id, kind, on, label: LABELS[kind] }));
    const light = client.couple_id === null ? [] : await cameToLight(client.couple_id);
    return { items: [...marks, ...light].toSorted((a, b) => a.on.localeCompare(b.on)), next: null };
  }
}

const LABELS = { session: 'session', setback: 'told of a setback', disclosure: 'something came to light' };

/** Each day once, whether it stands with the couple or with an event of its own. */
async function cameToLight(coupleId: string): Promise<ChartMarkDto[]> {
  const couples = await sql<{ id: string; betrayal: Couple['betrayal'] }>(
    'marks couple',
    'select id, betrayal from couple where id = $1',
    [coupleId],
  );
  const events = await sql<{ id: string; couple_id: string; content: BetrayalEvent['content'] }>(
    'marks events',
    'select id, couple_id, content from betrayal_event where couple_id = $1 order by created_at limit 50',
    [coupleId],
  );
  await reveal(Couple, couples);
  await reveal(BetrayalEvent, events);
  const days = [
    ...couples.map(({ id, betrayal }) => ({ id, on: betrayal?.discoveredOn ?? null })),
    ...events.map(({ id, content }) => ({ id, on: content.discoveredOn })),
  ];
  const once = new Map(days.flatMap(({ id, on }) => (on === null ? [] : [[on, id] as const])));
  return [...once].map(([on, id]) => ({ id, kind: 'disclosure', on, label: LABELS.disclosure }));
}
