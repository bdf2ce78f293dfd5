import { BoundaryText } from '../boundaries/boundary.entity.js';
import { Note } from '../notes/note.entity.js';
import { reveal, sql } from '../platform/database.js';
import { MadePromise } from '../promises/promise.entity.js';
import { Question } from '../questions/question.entity.js';
import { worksheetsOf } from '../worksheets/worksheet.versions.js';
import { type BriefKind, cut, type Found, type KnownTo } from './brief.rules.js';

/** `people`: ids; `jointOf`: the couple whose joint rows count, null for somebody who comes alone; `couples`: where her own lie. */
export interface Asked {
  people: string[];
  jointOf: string | null;
  couples: string[];
  since: Date;
}

interface LineRow {
  kind: BriefKind;
  id: string;
  client_id: string | null;
  couple_id: string | null;
  at: Date | null;
  detail: string | null;
  due_on: string | null;
  draft: number | null;
  known_to: KnownTo;
  worksheet_id: string | null;
  /** The row whose words are told, and those. */
  content_id: string | null;
  content: Buffer | null;
}

/**
 * Everything in one trip, each part by an index of the person or couple. What waits for a clinician is known to whoever
 * wrote it; while newer words of a boundary or agreement wait, each of the two lives by other words, and both are staff's.
 */
const LINES = `
with b as materialized (
  select b.id, b.couple_id, b.made_by, b.state, b.state_at, b.review_on, b.text_id, b.open_from,
    exists (select from boundary_text w where w.boundary_id = b.id and w.held) as waits
  from boundary b where b.couple_id = any ($3::uuid[]) and b.proposed_at is not null),
p as materialized (
  select id, couple_id, made_by, due_at, due_on, made_at, open_from, content from promise
  where couple_id = any ($3::uuid[]) and due_at > $4 order by due_at limit 20)
(select 'agreed' as kind, n.id, n.client_id, n.couple_id, n.happened_at as at, null as detail, null as due_on, null::int as draft,
    case when n.client_id is null then 'both' else 'own' end as known_to, null::uuid as worksheet_id, n.id as content_id, n.sections as content
  from unnest($1::uuid[] || null::uuid) as whose (id)
  cross join lateral (select * from note n where n.signed_at is not null and n.status in ('signed', 'awaiting_cosign') and n.kind = 'progress'
    and (n.client_id = whose.id or whose.id is null and n.client_id is null and n.couple_id = $2) order by n.happened_at desc, n.id desc limit 1) n)
union all
(select case when a.status = 'submitted' then 'homework_sent' else 'homework_open' end, a.id, a.client_id, a.couple_id,
    case when a.status = 'submitted' then a.sent_at else a.assigned_at end, null, a.due_on::text,
    case when a.status = 'submitted' then a.drafts_sent end, case when a.client_id is null then 'both' else 'own' end, a.worksheet_id, null, null
  from assignment a where a.status in ('submitted', 'assigned', 'draft', 'returned')
    and (a.opens_on is null or a.opens_on <= (select today from clinic_day))
    and (a.client_id = any ($1::uuid[]) or a.client_id is null and a.couple_id = $2) order by a.sent_at desc nulls last, a.id desc limit 30)
union all
(select 'shared', r.assignment_id, r.released_by, r.couple_id, coalesce(r.open_from, r.released_at), case when r.open_from is null then 'waits' end,
    null, null, case when r.open_from is null then 'own' else 'both' end, r.worksheet_id, null, null
  from release r where r.couple_id = $2 and r.withdrawn_at is null and r.awaits is null and (r.held or r.open_from > $4) order by r.released_at desc limit 20)
union all
(select 'boundary', b.id, case when b.open_from is null then b.made_by end, b.couple_id, b.state_at, b.state, b.review_on::text, null,
    case when b.open_from is null then 'own' when b.waits then 'staff' else 'both' end, null, t.id, t.content
  from b left join boundary_text t on t.id = b.text_id where $2::uuid is not null and b.state not in ('draft', 'retired')
    and (b.state_at > $4 or b.state = 'under_review' or b.state in ('active', 'renewed') and b.review_on <= (select today + 7 from clinic_day))
  order by b.state_at desc limit 20)
union all
(select 'boundary_mark', b.id, e.client_id, b.couple_id, e.marked_at, e.kind, null, null, 'own', null, t.id, t.content
  from (select distinct on (boundary_id, client_id) boundary_id, client_id, marked_at, kind from boundary_event
    where boundary_id = any (array(select id from b)) and client_id = any ($1::uuid[]) and marked_at > $4
    order by boundary_id, client_id, marked_at desc) e
  join b on b.id = e.boundary_id left join boundary_text t on t.id = b.text_id order by e.marked_at desc limit 20)
union all
(select 'promise', p.id, p.made_by, p.couple_id, p.made_at, case when p.due_at <= now() then 'past' else 'to_come' end, p.due_on::text, null,
    case when p.open_from is null then 'own' else 'both' end, null, p.id, p.content
  from p where $2::uuid is not null or p.made_by = any ($1::uuid[]))
union all
(select 'promise_mark', p.id, m.client_id, p.couple_id, m.marked_at, m.mark, p.due_on::text, null, 'own', null, p.id, p.content
  from (select distinct on (promise_id, client_id) promise_id, client_id, marked_at, mark from promise_mark
    where promise_id = any (array(select id from p)) and client_id = any ($1::uuid[]) order by promise_id, client_id, marked_at desc) m
  join p on p.id = m.promise_id order by m.marked_at desc limit 20)
union all
(select 'agreement', g.id, case when g.open_from is null then g.made_by end, g.couple_id, g.state_at, g.state, g.until_on::text, null,
    case when g.open_from is null then 'own' when g.state = 'active' and not exists (select from agreement_terms w where w.agreement_id = g.id and w.held)
      then 'both' else 'staff' end, null, null, null
  from agreement g where g.couple_id = $2 and g.state in ('proposed', 'active', 'revisiting')
    and (g.state_at > $4 or g.until_on <= (select today + 14 from clinic_day)) order by g.state_at desc limit 10)
union all
(select 'listening', l.id, l.made_by, l.couple_id, l.state_at, l.state, null, null,
    case when l.open_from is null then 'own' else 'both' end, null, null, null
  from listening l where l.couple_id = $2 and l.state in ('offered', 'reflected', 'not_yet', 'heard')
    and (l.state_at > $4 or l.state in ('offered', 'reflected')) order by l.state_at desc limit 10)
union all
(select 'question', q.id, q.client_id, q.couple_id, q.asked_at, q.tag, null, null,
    case when q.state = 'passed_on' and exists (select from question_ask k where k.question_id = q.id and k.closed_at is null) then 'both' else 'own' end,
    null, q.id, q.content
  from question q where q.couple_id = any ($3::uuid[]) and q.client_id = any ($1::uuid[]) and q.state in ('open', 'passed_on') order by q.place, q.asked_at limit 20)
union all
(select 'risk', a.id, a.client_id, a.couple_id, a.last_at, a.severity, null, null, 'staff', null, null, null
  from risk_alert a where a.client_id = any ($1::uuid[]) and a.status <> 'closed' order by a.last_at desc limit 10)
union all
(select 'setback', s.id, s.client_id, s.couple_id, s.told_at, case when s.seen_at is null then 'waits' end, null, null, 'own', null, null, null
  from setback s where s.client_id = any ($1::uuid[]) and (s.told_at > $4 or s.seen_at is null) order by s.told_at desc limit 10)`;

/** What there is to know, apart from scores; `draft` beside it. */
export async function foundLines({
  people,
  jointOf,
  couples,
  since,
}: Asked): Promise<(Found & { draft: number | null })[]> {
  const rows = await sql<LineRow & Record<string, unknown>>('brief lines', LINES, [people, jointOf, couples, since]);
  const words = await wordsOf(rows);
  const sheets = await worksheetsOf(rows.map(({ worksheet_id }) => worksheet_id));
  return rows
    .map((row) => ({
      ...{ id: row.id, kind: row.kind, clientId: row.client_id, coupleId: row.couple_id, at: row.at },
      title: row.worksheet_id === null ? words(row) : (sheets.get(row.worksheet_id)?.title ?? ''),
      ...{ detail: row.detail, dueOn: row.due_on, knownTo: row.known_to, draft: row.draft },
    }))
    .filter(({ kind, title }) => kind !== 'agreed' || title !== '');
}

/** Opens what is told word for word, once for each kind of row. */
async function wordsOf(rows: readonly LineRow[]): Promise<(row: LineRow) => string> {
  const sealed = (...kinds: BriefKind[]) =>
    rows.filter(({ kind, content }) => kinds.includes(kind) && content !== null);
  const open = new Map<string, string>();
  const keep = (id: string, words: string | undefined): void => void open.set(id, cut(words ?? ''));
  const notes = sealed('agreed').map(({ id, client_id, couple_id, content }) => ({
    id,
    client_id,
    couple_id,
    sections: content,
  }));
  for (const { id, sections } of await reveal(Note, notes))
    keep(id, (sections as unknown as Record<string, string>)['plan']);
  for (const [id, { limit }] of await contents<{ limit: string }>(BoundaryText, sealed('boundary', 'boundary_mark')))
    keep(id, limit);
  for (const [id, { text }] of await contents<{ text: string }>(MadePromise, sealed('promise', 'promise_mark')))
    keep(id, text);
  for (const [id, { text }] of await contents<{ text: string }>(Question, sealed('question'))) keep(id, text);
  return ({ content_id }) => open.get(content_id ?? '') ?? '';
}

/** Of each sealed row once, however many lines tell of it. */
async function contents<T>(entity: new () => object, rows: readonly LineRow[]): Promise<Map<string, T>> {
  const isPersons = entity === Question;
  const sealed = new Map(
    rows.map(({ content_id, client_id, couple_id, content }) => [
      content_id!,
      { id: content_id!, ...(isPersons ? { client_id } : {}), couple_id, content },
    ]),
  );
  const opened = await reveal(entity, [...sealed.values()]);
  return new Map(opened.map(({ id, content }) => [id, content as T]));
}
