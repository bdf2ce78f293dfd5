import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How much of one partner's steps with a boundary the other meets. While words wait in silence each goes on in a world
 * of one's own, so nothing that is counted over both their acts may be shown to either: each is told a count of one's own
 * acts and of those that were met.
 */
export class ActsMet0039 implements MigrationInterface {
  readonly name = 'ActsMet0000000000039';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [COLUMNS, ALONE, SETTLED, COUNTS]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}

// met: steps the other meets by it: none of what stays with whoever took it, more than one where what stood there has to
// be looked at again before. settles: in the world of whoever agreed alone, both have agreed
const COLUMNS = `
set role kept_owner;
alter table boundary_move add column met smallint not null default 1 check (met between 0 and 9), add column settles boolean not null default false,
  add check (not settles or met = 0 and to_state = 'agreed');
grant select (made_by, asked_from) on boundary to kept_system;
grant select on boundary_move to kept_system;
grant select (clinic_id, boundary_id, text_id, agreed_by, agreed_at) on boundary_consent to kept_system;
reset role;`;

// Of the steps there are: those taken while newer words of the other waited unmet.
const ALONE = `
update boundary_move m set met = 0 where m.client_id is not null and (m.to_state not in ('proposed', 'declined', 'retired')
    or m.to_state = 'retired' and m.from_state = 'under_review')
  and exists (select from boundary_text w where w.clinic_id = m.clinic_id and w.boundary_id = m.boundary_id and w.written_by <> m.client_id
    and w.written_at < m.moved_at and (w.held or w.open_from > m.moved_at)
    and not exists (select from boundary_text n where n.clinic_id = w.clinic_id and n.boundary_id = w.boundary_id and n.number > w.number
      and n.written_at < m.moved_at and not n.held and (n.open_from is null or n.open_from <= m.moved_at)))`;

// ... and the first agreement among them to words that the other had agreed to.
const SETTLED = `
update boundary_move m set settles = true where m.met = 0 and m.to_state = 'agreed'
  and not exists (select from boundary_move b where b.clinic_id = m.clinic_id and b.boundary_id = m.boundary_id and b.client_id = m.client_id
    and b.met = 0 and b.to_state in ('agreed', 'under_review', 'changed') and (b.moved_at, b.id) < (m.moved_at, m.id))
  and exists (select from boundary_consent mine join boundary_consent theirs on theirs.clinic_id = mine.clinic_id and theirs.text_id = mine.text_id
    and theirs.agreed_by <> mine.agreed_by and theirs.agreed_at <= mine.agreed_at
    where mine.clinic_id = m.clinic_id and mine.boundary_id = m.boundary_id and mine.agreed_by = m.client_id
      and mine.agreed_at between m.moved_at - interval '10 seconds' and m.moved_at)`;

const COUNTS = `
set role kept_system;
-- for each of these, the steps of others that whoever asks has met; hers from before it opened to him are none
create function boundary_steps_met(of_boundaries uuid[]) returns table (boundary_id uuid, steps int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.boundary_id, sum(m.met)::int from public.boundary_move m
  join public.boundary b on b.clinic_id = m.clinic_id and b.id = m.boundary_id
  where m.clinic_id = public.req_clinic() and m.boundary_id = any (of_boundaries) and m.couple_id = any ((select public.visible_couples())::uuid[])
    and m.client_id is distinct from public.req_client() and (b.made_by = public.req_client() or m.from_state <> 'draft' and m.moved_at > b.open_from)
  group by m.boundary_id $$;
-- where the other of the two has taken it alone, while words wait; null where both stand at the same place
create function boundary_alone(of_boundary uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.to_state from public.boundary b
  join public.boundary_move m on m.clinic_id = b.clinic_id and m.boundary_id = b.id and m.client_id <> public.req_client() and m.met = 0
    and (m.settles or m.to_state not in ('agreed', 'renewed'))
  where b.clinic_id = public.req_clinic() and b.id = of_boundary and b.couple_id = any ((select public.visible_couples())::uuid[])
    and b.state in ('proposed', 'discussing', 'changed')
    and exists (select from public.boundary_move s where s.clinic_id = b.clinic_id and s.boundary_id = b.id and s.client_id = m.client_id and s.settles
      and s.moved_at >= b.asked_from and s.moved_at <= m.moved_at)
    and exists (select from public.boundary_consent c where c.clinic_id = b.clinic_id and c.text_id = b.text_id and c.agreed_by = m.client_id
      and c.agreed_at >= b.asked_from)
  order by m.moved_at desc, m.id desc limit 1 $$;
grant execute on function boundary_steps_met(uuid[]), boundary_alone(uuid) to kept_app;
reset role;`;
