import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { decodeCursor, keyset, PageQuery, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type { SignOffDto } from './note.dto.js';
import { signingClock } from './notes.rules.js';
import { signingHours } from './signing-hours.js';
import { namesInCare, staffNames } from '../clients/people-names.js';

interface WaitingRow {
  id: string;
  note_id: string | null;
  session_id: string | null;
  client_id: string | null;
  couple_id: string | null;
  state: SignOffDto['state'];
  kind: SignOffDto['kind'];
  author_id: string;
  happened_at: Date;
  ended_at: Date;
}

/** Sessions that ended longer ago than this without a note are history, not work. */
const NOT_STARTED_WITHIN = '60 days';

/** What waits for this person's name: own drafts and sessions without a note, and notes to be co-signed. */
@Injectable()
export class SignOffService {
  async list({ limit, cursor }: PageQuery): Promise<Page<SignOffDto>> {
    const today = now();
    const [at, id] = decodeCursor(cursor, 2) ?? ['-infinity', '00000000-0000-0000-0000-000000000000'];
    const rows = await sql<WaitingRow>(
      'sign-off',
      `select * from (
         select n.id, n.id as note_id, n.session_id, n.client_id, n.couple_id, n.kind, n.author_id, n.happened_at,
           case when n.returned_at is null then 'draft' else 'returned' end as state,
           coalesce(s.ends_at, n.created_at) as ended_at
         from note n left join session s on s.id = n.session_id where n.status = 'draft' and n.author_id = $1
         union all
         select n.id, n.id, n.session_id, n.client_id, n.couple_id, n.kind, n.author_id, n.happened_at, 'draft', n.created_at
         from psychotherapy_note n where n.status = 'draft' and n.author_id = $1
         union all
         select n.id, n.id, n.session_id, n.client_id, n.couple_id, n.kind, n.author_id, n.happened_at, 'awaiting_cosign',
           coalesce(s.ends_at, n.created_at)
         from note n left join session s on s.id = n.session_id
         where n.status = 'awaiting_cosign' and n.author_id in (select v.therapist_id from supervision v
           where v.supervisor_id = $1 and v.from_at <= now() and (v.to_at is null or v.to_at > now()))
         union all
         select s.id, null, s.id, s.client_id, s.couple_id, 'progress', s.therapist_id, s.starts_at, 'not_started', s.ends_at
         from session s where s.therapist_id = $1 and s.starts_at > now() - interval '${NOT_STARTED_WITHIN}' and s.ends_at < now()
           and s.status in ('planned', 'held')
           and not exists (select from note n where n.session_id = s.id and n.status <> 'entered_in_error')
       ) waiting where (happened_at, id) > ($2::timestamptz, $3::uuid) order by happened_at, id limit $4`,
      [actor().id, at, id, limit + 1],
    );
    const staff = await staffNames(rows.map((row) => row.author_id));
    const who = await namesInCare(rows.map((row) => ({ clientId: row.client_id, coupleId: row.couple_id })));
    const hours = await signingHours();
    const items = rows.map((row): SignOffDto => {
      const whose = { clientId: row.client_id, coupleId: row.couple_id };
      const clock = signingClock(row.ended_at, today, hours);
      return {
        id: row.id,
        noteId: row.note_id,
        sessionId: row.session_id,
        ...whose,
        who: who(whose),
        state: row.state,
        kind: row.kind,
        authorId: row.author_id,
        authorName: staff.get(row.author_id) ?? '',
        happenedAt: row.happened_at.toISOString(),
        dueAt: clock.dueAt.toISOString(),
        limitAt: clock.limitAt.toISOString(),
        hoursLeft: clock.hoursLeft,
        clock: clock.state,
      };
    });
    return keyset(items, limit, (item) => [item.happenedAt, item.id]);
  }
}
