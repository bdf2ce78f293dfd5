import { Client } from 'pg';
import { freshDatabase } from './app.js';

/** Tables that hold no row of any clinic's, or are owned and guarded by the audit role. */
const EXCEPTIONS = ['clinic', 'migrations', 'audit_event', 'audit_seal', 'audit_head', 'audit_horizon'];

/** Every row of the answer is a defect of the schema. */
const DEFECTS = `
with t as (
  select c.oid, c.oid::regclass::text as name, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relname = any ($1)),
cols as (
  select con.*, (select array_agg(a.attname::text order by k.o) from unnest(con.conkey) with ordinality k(n, o)
    join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.n) as names
  from pg_constraint con where con.connamespace = 'public'::regnamespace)
select name, 'row security not forced' as defect from t where not (relrowsecurity and relforcerowsecurity)
union all select name, 'no restrictive wall for all commands' from t where not exists (
  select from pg_policy p where p.polrelid = t.oid and p.polname = 'wall' and not p.polpermissive and p.polcmd = '*'
    and pg_get_expr(p.polqual, p.polrelid) like '%clinic_id = ( SELECT%' and pg_get_expr(p.polwithcheck, p.polrelid) is not null)
union all select name, 'no change trigger' from t where not exists (
  select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'audit_change' and g.tgenabled = 'O')
union all select t.name, conname || ': key or reference without clinic_id' from cols join t on t.oid = conrelid
  where contype in ('p', 'u', 'f') and names[1] is distinct from 'clinic_id' and confrelid <> 'clinic'::regclass
union all select t.name, i.indexrelid::regclass || ': index not led by clinic_id' from pg_index i join t on t.oid = i.indrelid
  where (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) is distinct from 'clinic_id'
    and not (t.name = 'session' and exists (select from pg_am am join pg_class ic on ic.relam = am.oid where ic.oid = i.indexrelid and am.amname = 'gist'))
union all select name, 'truncate, trigger, references or delete granted' from t
  where has_table_privilege('kept_app', oid, 'truncate') or has_table_privilege('kept_app', oid, 'trigger') or has_table_privilege('kept_app', oid, 'references')
union all select name, 'no kind in its comment' from t where coalesce(obj_description(oid, 'pg_class'), '') !~ '^kind: '
union all select c.oid::regclass::text, 'view without security_invoker' from pg_class c
  where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace and c.relname not like 'sight\\_%'
    and not coalesce(c.reloptions::text[] @> array['security_invoker=true'], false)
union all select p.oid::regprocedure::text, 'security definer without a fixed search_path' from pg_proc p
  where p.pronamespace in ('public'::regnamespace, 'door'::regnamespace) and p.prosecdef and not coalesce(p.proconfig::text like '%search_path%', false)
union all select p.oid::regprocedure::text, 'security definer open to everyone' from pg_proc p
  where p.pronamespace in ('public'::regnamespace, 'door'::regnamespace) and p.prosecdef and has_function_privilege('public', p.oid, 'execute')
union all select rolname, 'a login role is too strong' from pg_roles where rolname in ('kept_app', 'kept_worker') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
union all select relname, 'owned by a login role' from pg_class where relowner in ('kept_app'::regrole, 'kept_worker'::regrole) and relnamespace <> 'pgboss'::regnamespace
  and relkind in ('r', 'v', 'p')
union all select oid::regclass::text, 'sight view open to the app' from pg_class where relkind = 'v' and relname like 'sight\\_%' and has_table_privilege('kept_app', oid, 'select')
union all select c.oid::regclass::text, 'a table of the door is open to the app' from pg_class c
  where c.relnamespace = 'door'::regnamespace and c.relkind = 'r' and (has_table_privilege('kept_app', c.oid, 'select') or has_table_privilege('kept_worker', c.oid, 'select'))
union all select c.oid::regclass::text, 'an audit table is open to the app' from pg_class c
  where c.relname like 'audit\\_%' and c.relkind = 'r' and has_table_privilege('kept_app', c.oid, 'select, insert, update, delete')
`;

describe('every table', () => {
  let admin: Client;
  beforeAll(async () => {
    admin = new Client({ connectionString: (await freshDatabase()).admin });
    await admin.connect();
  });
  afterAll(() => admin.end());
  const defects = async (): Promise<unknown[]> => (await admin.query(DEFECTS, [EXCEPTIONS])).rows;

  it('is walled by clinic, keyed by clinic, audited, and granted no more than it needs', async () => {
    expect(await defects()).toEqual([]);
  });

  it('would be found out otherwise', async () => {
    await admin.query('begin');
    await admin.query(`create table stray (id uuid primary key); grant truncate on stray to kept_app;
      create view peep as select * from client; create function leak() returns int language sql security definer as 'select 1';
      drop policy wall on client; alter table couple no force row level security; drop trigger audit_change on care_team`);
    const found = (await defects()).map((row) => Object.values(row as Record<string, string>).join(': '));
    await admin.query('rollback');
    expect(found).toEqual(
      expect.arrayContaining([
        'stray: row security not forced',
        'stray: no restrictive wall for all commands',
        'stray: no change trigger',
        'stray: truncate, trigger, references or delete granted',
        'peep: view without security_invoker',
        'leak(): security definer without a fixed search_path',
        'leak(): security definer open to everyone',
        'client: no restrictive wall for all commands',
        'couple: row security not forced',
        'care_team: no change trigger',
      ]),
    );
  });

  it('keeps its columns of text that people type sealed: every bytea is either sealed, wrapped or a hash', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json') and not table_name = any ($1) and table_name not like 'pg%'
         and table_name not in (select viewname from pg_views where schemaname = 'public') order by 1`,
      [EXCEPTIONS],
    );
    // What stands here is no text a person types: codes, states, zones. A new column has to be looked at to get in.
    expect(rows.map((row) => row.name)).toMatchSnapshot();
  });
});
