import { Injectable } from '@nestjs/common';
import { signingClock, type SigningClock } from '../notes/notes.rules.js';
import { now } from '../platform/clock.js';
import { Client } from '../clients/client.entity.js';
import type { SafeContact } from '../clients/clients.dto.js';
import { reveal, sql } from '../platform/database.js';
import type { Worksheet } from '../library/worksheet.definition.js';
import { worksheetsOf } from '../worksheets/worksheet.versions.js';
import type { RiskAlertDto } from '../risk/risk.dto.js';
import { RiskAlertsService } from '../risk/risk-alerts.service.js';
import { namesOf, type InCare, type PersonRow } from './person.names.js';
import type {
  ComingDto,
  NoteDueDto,
  PersonOfDayDto,
  RiskDto,
  TodayDto,
  TodayReviewDto,
  TodaySessionDto,
} from './today.dto.js';

/** One row of any part of the day; `person` rows bring the names of everybody in it. */
interface DayRow extends InCare, PersonRow {
  part: 'day' | 'session' | 'next' | 'note' | 'review' | 'risk' | 'person';
  at: Date;
  until: Date | null;
  state: string | null;
  modality: TodaySessionDto['modality'];
  note_id: string | null;
  session_id: string | null;
  note_status: string | null;
  worksheet_id: string | null;
  draft: number | null;
  today: string;
  hours: [number, number] | null;
  safe_contact: SafeContact | null;
}

/**
 * The whole day in one trip, and each table in it but once: what a row policy asks of a table (who is in my care?) costs
 * more than its rows do. `not in` is looked up in a hash, where `not exists` would compare every pair. Who they are comes
 * along: `until` of a person is when they last saved their plan for hard days, `state` whether they are one of two.
 */
const DAY = `
with day as materialized (select begins, ends, d.today, array[c.note_due_hours, c.note_limit_hours] as hours
  from clinic_day d, clinic c where c.id = (select req_clinic())),
mine as materialized (select * from desk_session),
noted as materialized (
  select * from desk_note where own_draft or session_id = any (array(select id from mine where starts_at < (select ends from day)))),
latest as materialized (
  select distinct on (session_id) session_id, id, status from noted where session_id is not null order by session_id, created_at desc),
due as (
  select n.id, n.id as note_id, n.session_id, n.client_id, n.couple_id, n.happened_at as at, coalesce(m.ends_at, n.created_at) as since,
    case when n.returned_at is null then 'draft' else 'returned' end as state
  from noted n left join mine m on m.id = n.session_id where n.own_draft
  union all
  select id, null, id, client_id, couple_id, starts_at, ends_at, 'missing' from mine m
  where starts_at <= now() and status in ('planned', 'held') and m.id not in (select session_id from latest)),
entry as materialized (
  (select 'session' as part, m.id, m.client_id, m.couple_id, m.starts_at as at, m.ends_at as until, m.status as state, m.modality,
      l.id as note_id, m.id as session_id, l.status as note_status, null::uuid as worksheet_id, null::int as draft
    from mine m left join latest l on l.session_id = m.id
    where m.starts_at >= (select begins from day) and m.starts_at < (select ends from day) order by m.starts_at limit 50)
  union all
  (select 'next', id, client_id, couple_id, starts_at, ends_at, status, modality, null, id, null, null, null
    from mine where starts_at >= (select ends from day) and status = 'planned' order by starts_at limit 1)
  union all
  (select 'note', id, client_id, couple_id, at, since, state, null, note_id, session_id, null, null, null
    from due order by at limit 50)
  union all
  (select 'review', id, client_id, couple_id, at, null, null, null, null, null, null, worksheet_id, draft
    from review_waiting order by at desc limit 50)),
alarm as materialized (select id, client_id, due_at from risk_waiting order by due_at limit 50),
whose as (
  select client_id, null::uuid as couple_id, 0 as place from entry where client_id is not null
  union
  select client_id, null, 0 from alarm
  union
  select p.client_id, p.couple_id, p.place from couple_partner p
  where p.couple_id = any (array(select couple_id from entry where client_id is null)))
select part, id, client_id, couple_id, at, until, state, modality, note_id, session_id, note_status, worksheet_id, draft,
  null::bytea as given_name, null::bytea as family_name, null::bytea as preferred_name, null::text as today,
  null::int[] as hours, null::bytea as safe_contact from entry
union all
select 'risk', id, client_id, null, due_at, null, null, null, null, null, null, null, null, null, null, null, null, null, null from alarm
union all
select * from (select 'person', c.id, null::uuid, w.couple_id, null::timestamptz,
  (select max(s.saved_at) from setback_plan s where s.client_id = c.id), (select 'partner' from couple_partner p where p.client_id = c.id and p.to_at is null), null, null::uuid, null::uuid, null,
  null::uuid, w.place, c.given_name, c.family_name, c.preferred_name, null, null::int[], c.safe_contact
  from whose w join client c on c.id = w.client_id order by w.place) people
union all
select 'day', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, today::text, hours, null from day`;

@Injectable()
export class TodayService {
  constructor(private readonly alerts: RiskAlertsService) {}

  async today(): Promise<TodayDto> {
    const rows = await sql<DayRow & Record<string, unknown>>('today', DAY);
    const part = (name: DayRow['part']): DayRow[] => rows.filter((row) => row.part === name);
    const people = await reveal(Client, part('person'));
    const nameOf = await namesOf(people);
    const sheets = await worksheetsOf(part('review').map((row) => row.worksheet_id));
    const risks = await this.alerts.ofDay(part('risk').map((row) => row.id));
    const [next] = part('next');
    const [due, limit] = part('day')[0]?.hours ?? [0, 0];
    const clock = (since: Date): SigningClock => signingClock(since, now(), { due, limit });
    return {
      day: part('day')[0]?.today ?? '',
      risks: risks.map(riskOf),
      sessions: part('session').map((row) => sessionOf(row, nameOf(row), comingTo(row, people, nameOf))),
      reviews: part('review').map((row) => reviewOf(row, nameOf(row), sheets)),
      notesDue: part('note').map((row) => noteOf(row, nameOf(row), clock)),
      next: next
        ? {
            id: next.id,
            displayName: nameOf(next),
            startsAt: next.at.toISOString(),
          }
        : null,
      people: [...new Map(people.map((row) => [row.id, personOf(row)])).values()],
    };
  }
}

const personOf = (row: DayRow): PersonOfDayDto => ({
  clientId: row.id,
  safeContact: row.safe_contact,
  isPartner: row.state === 'partner',
  setbackPlanAt: row.until?.toISOString() ?? null,
});

const riskOf = (alert: RiskAlertDto): RiskDto => ({
  ...{ id: alert.id, clientId: alert.clientId, displayName: alert.displayName },
  source: alert.entries.at(-1)?.source ?? 'by_hand',
  told: alert.entries.length,
  at: alert.lastAt,
  status: alert.status === 'taken' ? 'taken' : 'open',
  severity: alert.severity ?? 'raised',
  ...{ ownerName: alert.ownerName, dueAt: alert.dueAt, isLate: alert.isLate, reach: alert.reach },
});

/** To a joint session both come. */
const comingTo = (
  { client_id: one, couple_id: couple }: DayRow,
  people: readonly DayRow[],
  nameOf: (row: InCare) => string,
): ComingDto[] =>
  people
    .filter(({ id, couple_id }) => (one === null ? couple_id === couple : id === one && couple_id === null))
    .map(({ id }) => ({ clientId: id, displayName: nameOf({ client_id: id, couple_id: null }) }));

const sessionOf = (row: DayRow, displayName: string, people: ComingDto[]): TodaySessionDto => ({
  id: row.id,
  clientId: row.client_id,
  coupleId: row.couple_id,
  displayName,
  people,
  startsAt: row.at.toISOString(),
  endsAt: (row.until ?? row.at).toISOString(),
  modality: row.modality,
  status: row.state as TodaySessionDto['status'],
  noteId: row.note_id,
  noteStatus: row.note_status as TodaySessionDto['noteStatus'],
});

const reviewOf = (row: DayRow, displayName: string, sheets: Map<string, Worksheet>): TodayReviewDto => ({
  id: row.id,
  clientId: row.client_id,
  coupleId: row.couple_id,
  displayName,
  title: sheets.get(row.worksheet_id ?? '')?.title ?? '',
  draft: row.draft ?? 1,
  submittedAt: row.at.toISOString(),
});

const noteOf = (row: DayRow, displayName: string, clock: (since: Date) => SigningClock): NoteDueDto => ({
  ...clockOf(clock(row.until ?? row.at)),
  id: row.id,
  noteId: row.note_id,
  sessionId: row.session_id,
  clientId: row.client_id,
  coupleId: row.couple_id,
  displayName,
  at: row.at.toISOString(),
  state: row.state as NoteDueDto['state'],
});

const clockOf = ({ limitAt, hoursLeft, state }: SigningClock): Pick<NoteDueDto, 'limitAt' | 'hoursLeft' | 'clock'> => ({
  ...{ limitAt: limitAt.toISOString(), hoursLeft, clock: state },
});
