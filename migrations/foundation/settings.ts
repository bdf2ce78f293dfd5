/** Request settings: absent, empty or malformed means "nobody". A set client switches every staff right off. */
export const settings = `
set role kept_owner;
create function req_clinic() returns uuid language sql stable parallel safe
  return nullif(current_setting('kept.clinic', true), '')::uuid;
create function req_actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('kept.actor', true), '')::uuid;
create function req_client() returns uuid language sql stable parallel safe
  return nullif(current_setting('kept.client', true), '')::uuid;
create function req_is(role text) returns boolean language sql stable parallel safe
  return role = any (string_to_array(coalesce(current_setting('kept.roles', true), ''), ','))
     and nullif(current_setting('kept.client', true), '') is null;
create function req_staff() returns boolean language sql stable parallel safe
  return string_to_array(coalesce(current_setting('kept.roles', true), ''), ',') && array['therapist', 'supervisor', 'admin']
     and nullif(current_setting('kept.client', true), '') is null;
grant execute on function req_clinic(), req_actor(), req_client(), req_is(text), req_staff()
  to kept_app, kept_sight, kept_audit, kept_system;
reset role;
`;
