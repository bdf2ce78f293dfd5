import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Handing people over to a colleague takes the sessions planned with them along: an admin may move those, but not read them. */
export class Transfers0009 implements MigrationInterface {
  readonly name = 'Transfers0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HAND_OVER);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

/** Sessions still to come of one therapist with these people, alone, or with these couples. */
const TO_COME = `public.req_is('admin') and s.clinic_id = public.req_clinic() and s.therapist_id = giver
    and s.status = 'planned' and s.starts_at > now()
    and (s.couple_id = any (couples) or (s.couple_id is null and s.client_id = any (people)))`;

const HAND_OVER = `
set role kept_owner;
grant select (client_id, couple_id, version), update (therapist_id, updated_at, version) on session to kept_system;
reset role;
set role kept_system;
create function sessions_to_come(giver uuid, taker uuid, people uuid[], couples uuid[]) returns table (sessions int, clashes int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int, count(*) filter (where exists (select from public.session o where o.clinic_id = s.clinic_id
    and o.therapist_id = taker and o.status <> 'cancelled' and tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at)))::int
  from public.session s where ${TO_COME} $$;
create function hand_over_sessions(giver uuid, taker uuid, people uuid[], couples uuid[]) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.session s set therapist_id = taker, updated_at = now(), version = version + 1 where ${TO_COME} $$;
grant execute on function sessions_to_come(uuid, uuid, uuid[], uuid[]), hand_over_sessions(uuid, uuid, uuid[], uuid[]) to kept_app;
reset role;`;
