import { namesInCare } from '../clients/people-names.js';
import { sql } from '../platform/database.js';
import type { BriefSessionDto, FollowingDto } from './brief.dto.js';

interface SessionRow {
  id: string;
  client_id: string | null;
  couple_id: string | null;
  starts_at: Date;
  ends_at: Date;
  modality: BriefSessionDto['modality'];
  status: BriefSessionDto['status'];
  note_id: string | null;
  which: 'last' | 'next' | 'following';
  number: number;
}

/** The last session with these people, the one at hand or next, and what one has after it on the same day. */
const SESSIONS = `
with theirs as materialized (
  select s.*, row_number() over (order by s.starts_at)::int as number from session s
  where s.status in ('planned', 'held', 'missed') and (s.client_id = $1 or $1::uuid is null and s.client_id is null and s.couple_id = $2)),
next as (select * from theirs where ends_at > now() order by starts_at limit 1),
last as (select * from theirs where ends_at <= now() and status <> 'missed' order by starts_at desc limit 1),
following as (
  select s.* from session s cross join clinic k left join next n on true
  where k.id = (select req_clinic()) and s.therapist_id = (select req_actor()) and s.status = 'planned'
    and s.starts_at > coalesce(n.starts_at, now()) and s.starts_at < coalesce(n.starts_at, now()) + interval '1 day'
    and (s.starts_at at time zone k.time_zone)::date = (coalesce(n.starts_at, now()) at time zone k.time_zone)::date
  order by s.starts_at, s.id limit 1)
select which, s.id, s.client_id, s.couple_id, s.starts_at, s.ends_at, s.modality, s.status, s.number,
  (select n.id from note n where n.session_id = s.id and n.status <> 'entered_in_error' order by n.created_at limit 1) as note_id
from (select 'last' as which, id, client_id, couple_id, starts_at, ends_at, modality, status, number from last
  union all select 'next', id, client_id, couple_id, starts_at, ends_at, modality, status, number from next
  union all select 'following', id, client_id, couple_id, starts_at, ends_at, modality, status, 0 from following) s`;

export interface Frame {
  session: BriefSessionDto | null;
  last: { startsAt: Date; endsAt: Date } | null;
  following: FollowingDto | null;
}

/** Of one person (`clientId`), or of a couple's joint sessions. */
export async function frameOf(clientId: string | null, coupleId: string | null): Promise<Frame> {
  const rows = await sql<SessionRow & Record<string, unknown>>('brief sessions', SESSIONS, [clientId, coupleId]);
  const of = (which: SessionRow['which']): SessionRow | undefined => rows.find((row) => row.which === which);
  const [last, next, following] = [of('last'), of('next'), of('following')];
  return {
    session: next ? sessionOf(next) : null,
    last: last ? { startsAt: last.starts_at, endsAt: last.ends_at } : null,
    following: following ? await followingOf(following) : null,
  };
}

const sessionOf = (row: SessionRow): BriefSessionDto => ({
  ...{ id: row.id, modality: row.modality, status: row.status, number: row.number, noteId: row.note_id },
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
});

async function followingOf({ id, client_id: clientId, couple_id, starts_at }: SessionRow): Promise<FollowingDto> {
  const whose = { clientId, coupleId: couple_id };
  const nameOf = await namesInCare([whose]);
  return { sessionId: id, ...whose, displayName: nameOf(whose), startsAt: starts_at.toISOString() };
}
