import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is in my care is asked once a transaction, not once for every table of every statement: it costs more than the
 * rows themselves. What was learnt lies in settings of the transaction, beside whose it is; it counts for nobody else
 * and no longer than the care it was read from stands unchanged.
 */
export class SightOnce0008 implements MigrationInterface {
  readonly name = 'SightOnce0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGHT_ONCE);
    await runner.query(OPEN_ONCE);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const PARTS = ['visible_people', 'care_people', 'visible_clients', 'care_clients', 'visible_couples', 'care_couples'];

// The asking functions are plain expressions, so that a policy holds them in line instead of calling them.
const SIGHT_ONCE = `
set role kept_sight;
create function sight_of() returns text language sql stable
  return current_setting('kept.clinic', true) || '|' || current_setting('kept.actor', true) || '|' ||
    current_setting('kept.roles', true) || '|' || current_setting('kept.client', true);
create function learn_sight(part text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare found record;
begin
  with person as materialized (select client_id, own, direct from public.sight_everybody),
  pair as materialized (select couple_id, own from public.sight_couple)
  select array(select client_id from person) as visible_people, array(select client_id from person where own) as care_people,
    array(select client_id from person where direct) as visible_clients, array(select client_id from person where direct and own) as care_clients,
    array(select couple_id from pair) as visible_couples, array(select couple_id from pair where own) as care_couples into found;
  perform ${PARTS.map((part) => `set_config('kept.${part}', found.${part}::text, true)`).join(', ')},
    set_config('kept.sight_of', public.sight_of(), true);
  return case part ${PARTS.map((part) => `when '${part}' then found.${part}`).join(' ')} end;
end $$;
-- direct: by her own care, not only as the partner of a couple in care
create view sight_everybody as
  select client_id, own, true as direct from sight_client
  union all
  select p.client_id, m.own, false from sight_care m join couple_partner p on p.clinic_id = (select req_clinic()) and p.couple_id = m.couple_id
    and p.from_at <= now() and (p.to_at is null or p.to_at > now());
${PARTS.map(
  (part) => `create or replace function ${part}() returns uuid[] language sql stable
  return case when current_setting('kept.sight_of', true) = sight_of() then current_setting('kept.${part}', true)::uuid[] else learn_sight('${part}') end;`,
).join('\n')}
drop view sight_person;
grant execute on function sight_of(), learn_sight(text) to kept_app, kept_system, kept_audit;
create function forget_sight() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin perform set_config('kept.sight_of', '', true); return null; end $$;
grant execute on function forget_sight() to kept_owner;
reset role;
set role kept_owner;
create trigger forget_sight after insert or update or delete on care_team for each statement execute function forget_sight();
create trigger forget_sight after insert or update or delete on couple_partner for each statement execute function forget_sight();
create trigger forget_sight after insert or update or delete on supervision for each statement execute function forget_sight();
reset role;`;

// One statement finds the login and its user.
const OPEN_ONCE = `
set role kept_system;
create or replace function open_request(hash bytea, request uuid, extend boolean)
  returns table (user_id uuid, clinic_id uuid, roles text[], client_id uuid, login_id uuid, idle_expires_at timestamptz, expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l record;
begin
  select d.*, a.roles, a.client_id into l from door.login d join public.app_user a on a.clinic_id = d.clinic_id and a.id = d.user_id
    where d.token_hash = hash and d.expires_at > now() and d.seen_at + d.idle_for > now() and a.status = 'active';
  if not found then return; end if;
  -- written at most every 30 s, so that reading does not write
  if extend and l.seen_at < now() - interval '30 seconds' then
    update door.login d set seen_at = now() where d.id = l.id; l.seen_at := now();
  end if;
  perform set_config('kept.clinic', l.clinic_id::text, true), set_config('kept.actor', l.user_id::text, true),
    set_config('kept.roles', array_to_string(l.roles, ','), true), set_config('kept.client', coalesce(l.client_id::text, ''), true),
    set_config('kept.request', request::text, true);
  return query select l.user_id, l.clinic_id, l.roles, l.client_id, l.id, least(l.seen_at + l.idle_for, l.expires_at), l.expires_at;
end $$;
reset role;`;
