/**
 * protect(table, kind): everything a table needs so that no feature has to think of tenancy, sight or audit.
 *
 * clinic: staff of the clinic write, all its users read · person: the record of a person and her care team; the admin
 * too · staff: care team only · shared: care team and the person herself (third argument false: she reads, staff
 * write) · author: the writer only · system: nothing is visible to the app.
 *
 * A row with client_id is that person's own; with couple_id alone it is joint; with both it is one partner's own row
 * within the couple's work, which the care of the couple sees and the other partner never does.
 */
export const protect = `
set role kept_owner;
create function protect(t regclass, kind text, client_writes boolean default true) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  n text := t::text; pk text[]; r record; rd text; wr text;
  has_client boolean; has_couple boolean; has_author boolean;
  client_col text; couple_col text; clients text; couples text;
  -- every function call is wrapped in (select ...): evaluated once a statement, not once a row
  is_client constant text := '(select req_client()) is not null';
  is_staff constant text := '(select req_staff())';
begin
  if kind not in ('clinic', 'person', 'staff', 'shared', 'author', 'system') then raise exception 'protect(%): unknown kind %', n, kind; end if;
  if not exists (select from pg_attribute where attrelid = t and attname = 'clinic_id' and not attisdropped) then
    raise exception 'protect(%): clinic_id is missing', n; end if;
  execute format('alter table %s alter clinic_id set not null, alter clinic_id set default public.req_clinic()', t);
  select array_agg(a.attname::text order by k.ord) into pk from pg_constraint c, unnest(c.conkey) with ordinality k(num, ord)
    join pg_attribute a on a.attrelid = t and a.attnum = k.num where c.conrelid = t and c.contype = 'p';
  if pk is distinct from array['clinic_id', 'id'] then raise exception 'protect(%): primary key must be (clinic_id, id), is %', n, pk; end if;
  for r in select c.conname, (select array_agg(a.attname::text order by k.ord) from unnest(c.conkey) with ordinality k(num, ord)
      join pg_attribute a on a.attrelid = t and a.attnum = k.num) as cols
    from pg_constraint c where c.conrelid = t and c.contype in ('u', 'f', 'x') loop
    if not 'clinic_id' = any (r.cols) then raise exception 'protect(%): % lacks clinic_id', n, r.conname; end if;
  end loop;
  select bool_or(attname = 'client_id') or t = 'client'::regclass, bool_or(attname = 'couple_id') or t = 'couple'::regclass, bool_or(attname = 'author_id')
    into has_client, has_couple, has_author from pg_attribute where attrelid = t and attnum > 0 and not attisdropped;
  if kind in ('person', 'staff', 'shared') and not (has_client or has_couple) then raise exception 'protect(%): kind % needs client_id or couple_id', n, kind; end if;
  if kind = 'author' and not has_author then raise exception 'protect(%): kind author needs author_id', n; end if;

  execute format('alter table %s enable row level security; alter table %1$s force row level security', t);
  for r in select polname from pg_policy where polrelid = t loop execute format('drop policy %I on %s', r.polname, t); end loop;
  execute format('create policy wall on %s as restrictive for all using (clinic_id = (select req_clinic())) with check (clinic_id = (select req_clinic()))', t);

  client_col := case when t = 'client'::regclass then 'id' else 'client_id' end;
  couple_col := case when t = 'couple'::regclass then 'id' else 'couple_id' end;
  clients := case when kind = 'person' then 'people' else 'clients' end;
  couples := case
    when not has_couple then null
    when not has_client then format('%s = any ((select %%s_couples())::uuid[])', couple_col)
    when kind = 'person' then format('(client_id is null and %s = any ((select %%s_couples())::uuid[]))', couple_col)
    else format('(%s = any ((select %%s_couples())::uuid[]) and (client_id is null or %s))', couple_col, is_staff) end;
  rd := concat_ws(' or ', case when has_client then format('%s = any ((select visible_%s())::uuid[])', client_col, clients) end, format(couples, 'visible'));
  wr := concat_ws(' or ', case when has_client then format('%s = any ((select care_%s())::uuid[])', client_col, clients) end, format(couples, 'care'));

  if kind = 'clinic' then
    execute format('create policy see on %s for select using (%s or %s)', t, is_staff, is_client);
    execute format('create policy act on %s for insert with check (%s)', t, is_staff);
    execute format('create policy change on %s for update using (%s) with check (%2$s)', t, is_staff);
  elsif kind = 'person' then
    execute format('create policy see on %s for select using ((select req_is(''admin'')) or %s)', t, rd);
    -- a new person may be entered by any staff member; everything hung on a person needs her care or the admin
    execute format('create policy act on %s for insert with check (%s)', t,
      case when t = 'client'::regclass then is_staff else format('%s and ((select req_is(''admin'')) or %s)', is_staff, wr) end);
    execute format('create policy change on %s for update using (%s and ((select req_is(''admin'')) or %s))', t, is_staff, wr);
  elsif kind = 'staff' then
    execute format('create policy see on %s for select using (%s and (%s))', t, is_staff, rd);
    execute format('create policy act on %s for insert with check (%s and (%s))', t, is_staff, wr);
    execute format('create policy change on %s for update using (%s and (%s)) with check (%2$s and (%3$s))', t, is_staff, wr);
  elsif kind = 'shared' then
    execute format('create policy see on %s for select using (%s)', t, rd);
    execute format('create policy act on %s for insert with check (%s)', t, wr);
    execute format('create policy change on %s for update using (%s) with check (%2$s)', t, wr);
    if client_writes then
      execute format('create policy own on %s for insert with check (%s and (%s))', t, is_client, rd);
      execute format('create policy own_change on %s for update using (%s and (%s)) with check (%2$s and (%3$s))', t, is_client, rd);
    end if;
  elsif kind = 'author' then
    execute format('create policy own on %s for all using (author_id = (select req_actor()) and %s) with check (author_id = (select req_actor()) and %2$s%s)', t, is_staff,
      case when wr = '' then '' else ' and (' || wr || ')' end);
  end if;
  -- a row with both ids is a partner's of that very couple: else it would show a stranger to the couple's therapists
  if has_client and has_couple and kind in ('staff', 'shared', 'author') then
    execute format('create policy pair on %s as restrictive for insert with check (couple_id is null
      or (couple_id = any ((select visible_couples())::uuid[]) and (client_id is null or is_partner(client_id, couple_id))))', t);
    execute format('create policy pair_change on %s as restrictive for update using (true) with check (couple_id is null or couple_id = any ((select visible_couples())::uuid[]))', t);
  end if;
  -- whose a row is and who wrote it does not change: the app may not even name these columns in an update
  if kind <> 'system' then
    execute format('grant select, insert on %s to kept_app', t);
    execute format('grant update (%s) on %s to kept_app', (select string_agg(quote_ident(attname), ', ') from pg_attribute
      where attrelid = t and attnum > 0 and not attisdropped and attname not in ('clinic_id', 'id', 'client_id', 'couple_id', 'author_id')), t);
  end if;
  execute format('drop trigger if exists audit_change on %s; create trigger audit_change after insert or update or delete on %1$s for each row execute function audit_change()', t);
  execute format('comment on table %s is %L', t, 'kind: ' || kind);
end $$;
revoke execute on function protect(regclass, text, boolean) from public;
-- a row that hangs on another belongs to whom that one belongs to, and is hung there by somebody who sees it
create function hang_on(t regclass, parent regclass, col text) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('create policy %I on %s as restrictive for insert with check (exists (select from %s parent where parent.clinic_id = %2$s.clinic_id
    and parent.id = %2$s.%4$I and parent.client_id is not distinct from %2$s.client_id and parent.couple_id is not distinct from %2$s.couple_id))', 'on_' || parent::text, t, parent, col);
  execute format('revoke update (%I) on %s from kept_app', col, t);
end $$;
revoke execute on function hang_on(regclass, regclass, text) from public;
reset role;
`;
