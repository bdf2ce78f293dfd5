import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a person in care learn which of the staff opened her own record, and nothing else of the log. */
export class OwnAccess0002 implements MigrationInterface {
  readonly name = 'OwnAccess0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWN_ACCESS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

const OWN_ACCESS = `
set role kept_owner;
grant select on app_user, clinic to kept_audit;
reset role;
set role kept_sight;
grant execute on function visible_people() to kept_audit;
reset role;
set role kept_audit;
-- the settings decide whose log it is; once for each day, member of staff and kind of work, over the last year
create function audit_own(before bigint, most int) returns table (event bigint, day date, actor_id uuid, target text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select max(e.id), (e.at at time zone c.time_zone)::date, e.actor_id, e.target from public.audit_event e
  join public.clinic c on c.id = e.clinic_id
  join public.app_user u on u.clinic_id = e.clinic_id and u.id = e.actor_id and u.client_id is null
  where e.clinic_id = public.req_clinic() and e.client_id = public.req_client() and e.act = 'read'
    and e.target in ('assignments', 'clients', 'scales', 'timeline') and e.at > now() - interval '1 year'
  group by 2, 3, 4 having before is null or max(e.id) < before
  order by 1 desc limit least(most, 101) $$;
grant execute on function audit_own(bigint, int) to kept_app;
reset role;`;
