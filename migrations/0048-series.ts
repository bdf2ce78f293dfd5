import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions that come again: a series says by what rule, its sessions are rows like any other, made a bounded time ahead. And
 * what is told of a session afterwards: who came late, who called it off, how late, and why, in codes: no clinical word.
 */
export class Series0048 implements MigrationInterface {
  readonly name = 'Series0000000000048';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [TOLD, SERIES, AHEAD]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// series_day: the day by the rule, by which a session stays known when it is moved or called off.
const TOLD = `
set role kept_owner;
alter table session add column late_ids uuid[], add column series_id uuid, add column series_day date,
  add column cancelled_at timestamptz, add column cancelled_by text check (cancelled_by in ('therapist', 'client')),
  add column cancelled_by_id uuid, add column cancelled_late boolean,
  add column cancel_reason text check (cancel_reason in ('ill', 'work', 'family', 'travel', 'cost', 'forgot', 'other'));
alter table session add constraint session_late check (late_ids is null or attended_ids is not null and late_ids <@ attended_ids),
  add constraint session_of_series check (num_nonnulls(series_id, series_day) in (0, 2)),
  add constraint session_called_off check (case when status = 'cancelled' then num_nonnulls(cancelled_at, cancelled_by, cancelled_late) in (0, 3)
    else num_nonnulls(cancelled_at, cancelled_by, cancelled_by_id, cancelled_late, cancel_reason) = 0 end),
  add constraint session_called_off_by check (cancelled_by_id is null or cancelled_by = 'client' and cancelled_by_id = any (attendee_ids));
grant update (late_ids, series_id, series_day, cancelled_at, cancelled_by, cancelled_by_id, cancelled_late, cancel_reason) on session to kept_app;
reset role;`;

// Only staff know that a session is one of many: a person sees her sessions, each by itself.
const SERIES = `
set role kept_owner;
create table session_series (
  clinic_id uuid not null references clinic, id uuid not null,
  client_id uuid, couple_id uuid, therapist_id uuid not null,
  rhythm text not null check (rhythm in ('weekly', 'monthly')), every int not null check (every between 1 and 12),
  starts_on date not null, at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes int not null check (minutes between 5 and 480),
  until_on date, times int check (times between 1 and 200), ended_on date,
  modality text not null check (modality in ('in_person', 'video', 'phone')),
  attendee_ids uuid[] not null check (cardinality(attendee_ids) between 1 and 10),
  made_until date not null, left_out date[] not null default '{}',
  created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1,
  primary key (clinic_id, id),
  check (num_nonnulls(until_on, times) <= 1), check (until_on >= starts_on),
  check (num_nonnulls(client_id, couple_id) > 0),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, couple_id) references couple (clinic_id, id),
  foreign key (clinic_id, therapist_id) references app_user (clinic_id, id)
);
create index session_series_open on session_series (clinic_id, therapist_id, made_until) where ended_on is null;
-- not validated: the column is new and empty, and validating would read under the policies, as nobody
alter table session add constraint session_series_fkey foreign key (clinic_id, series_id) references session_series (clinic_id, id) not valid;
create unique index session_series_day on session (clinic_id, series_id, series_day) where series_id is not null;
select protect('session_series', 'staff');
create policy own_series on session_series as restrictive for insert with check (therapist_id = (select req_actor()));
create policy own_series_change on session_series as restrictive for update using (therapist_id = (select req_actor()));
grant select, update (therapist_id, made_until, left_out, ended_on, updated_at, version) on session_series to kept_system;
grant insert, select on session to kept_system;
reset role;`;

// A series goes on while its therapist treats them; what is over makes nothing more.
const AHEAD = `
set role kept_system;
create function series_to_make(until date, most int) returns table (clinic_id uuid, id uuid, rhythm text, every int, starts_on text, at_time text,
    minutes int, until_on text, times int, ended_on text, made_until text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.clinic_id, r.id, r.rhythm, r.every, r.starts_on::text, r.at_time, r.minutes, r.until_on::text, r.times, r.ended_on::text, r.made_until::text, c.time_zone
  from public.session_series r join public.clinic c on c.id = r.clinic_id
  where r.ended_on is null and r.made_until < until and (r.until_on is null or r.until_on > r.made_until)
    and exists (select from public.care_team t where t.clinic_id = r.clinic_id and t.staff_id = r.therapist_id
      and (r.couple_id is not null and t.couple_id = r.couple_id or r.couple_id is null and t.client_id = r.client_id)
      and t.from_at <= now() and (t.to_at is null or t.to_at > now()))
  order by r.made_until, r.clinic_id, r.id limit most $$;
-- made once, whoever makes them at the same time; an hour that is taken is left out and told
create function series_make(clinic uuid, series uuid, made date, until date, days date[], begins timestamptz[], ends timestamptz[]) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare r record; n int; missed date[];
begin
  update public.session_series s set made_until = until, updated_at = now() where s.clinic_id = clinic and s.id = series
    and s.made_until = made and s.ended_on is null returning s.* into r;
  if not found then return 0; end if;
  insert into public.session (clinic_id, id, client_id, couple_id, therapist_id, starts_at, ends_at, modality, status, attendee_ids,
      series_id, series_day, created_at, updated_at)
    select clinic, gen_random_uuid(), r.client_id, r.couple_id, r.therapist_id, d.b, d.e, r.modality, 'planned', r.attendee_ids, series, d.day, now(), now()
    from unnest(days, begins, ends) as d (day, b, e) order by d.b on conflict do nothing;
  get diagnostics n = row_count;
  missed := array(select d from unnest(days) d where not exists (select from public.session x where x.clinic_id = clinic and x.series_id = series and x.series_day = d));
  if cardinality(missed) > 0 then
    update public.session_series s set left_out = s.left_out || missed where s.clinic_id = clinic and s.id = series;
  end if;
  return n;
end $$;
create or replace function hand_over_sessions(giver uuid, taker uuid, people uuid[], couples uuid[]) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.session s set therapist_id = taker, updated_at = now(), version = version + 1 where public.req_is('admin')
    and s.clinic_id = public.req_clinic() and s.therapist_id = giver and s.status = 'planned' and s.starts_at > now()
    and (s.couple_id = any (couples) or (s.couple_id is null and s.client_id = any (people)));
  update public.session_series r set therapist_id = taker, updated_at = now(), version = version + 1 where public.req_is('admin')
    and r.clinic_id = public.req_clinic() and r.therapist_id = giver and r.ended_on is null
    and (r.couple_id = any (couples) or (r.couple_id is null and r.client_id = any (people))) $$;
revoke execute on function series_to_make(date, int), series_make(uuid, uuid, date, date, date[], timestamptz[], timestamptz[]) from public;
grant execute on function series_to_make(date, int), series_make(uuid, uuid, date, date, date[], timestamptz[], timestamptz[]) to kept_worker;
reset role;`;
