import { alone, known, type Measured } from './measured.definition.js';

/** A midnight so many days from today. */
const weekFrom = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/T.*/, 'T00:00:00Z');

/** What a therapist's day is made of: her notes, her queue, what happened with a person, her week. */
export const LISTS: readonly Measured[] = [
  {
    key: 'caseload-need',
    title: 'Caseload by need',
    as: 'therapists',
    method: 'GET',
    path: '/clients?sort=need',
    body: 'none',
    single: false,
    alone: alone(
      `select c.id, c.version, c.status, c.given_name, c.family_name, c.preferred_name from client c
       where c.clinic_id = $1 and c.id in (select t.client_id from care_team t where t.clinic_id = $1 and t.staff_id = $2)
       order by exists (select from note n where n.clinic_id = $1 and n.client_id = c.id and n.status = 'draft') desc,
         c.updated_at desc, c.id desc limit 26`,
      known('clinicId', 'actorId'),
    ),
  },
  {
    key: 'notes',
    title: "Person's notes",
    as: 'therapists',
    method: 'GET',
    path: '/notes?clientId={clientId}',
    body: 'none',
    single: false,
    alone: alone(
      `select id, version, kind, format, status, client_id, couple_id, session_id, author_id, happened_at, created_at, updated_at,
         signed_at from note where clinic_id = $1 and client_id = $2 order by happened_at desc, id desc limit 26`,
      known('clinicId', 'clientId'),
    ),
  },
  {
    key: 'sign-off',
    title: 'Sign-off queue',
    as: 'therapists',
    method: 'GET',
    path: '/sign-off',
    body: 'none',
    single: false,
    alone: alone(
      `select s.id, s.client_id, s.couple_id, s.starts_at, s.ends_at from session s where s.clinic_id = $1 and s.therapist_id = $2
         and s.ends_at < now() and s.status in ('planned', 'held')
         and not exists (select from note n where n.clinic_id = $1 and n.session_id = s.id) order by s.ends_at limit 26`,
      known('clinicId', 'actorId'),
    ),
  },
  {
    key: 'timeline',
    title: 'Timeline',
    as: 'therapists',
    method: 'GET',
    path: '/clients/{clientId}/timeline',
    body: 'none',
    single: false,
    alone: alone(
      `select id, signed_at as at from note where clinic_id = $1 and client_id = $2 and signed_at is not null
       union all select id, starts_at from session where clinic_id = $1 and client_id = $2 and starts_at <= now()
       union all select id, answered_at from scale_response where clinic_id = $1 and client_id = $2
       order by at desc, id desc limit 26`,
      known('clinicId', 'clientId'),
    ),
  },
  {
    key: 'week',
    title: 'Calendar week',
    as: 'therapists',
    method: 'GET',
    path: `/sessions?therapistId={actorId}&from=${weekFrom(-3)}&to=${weekFrom(4)}&limit=100`,
    body: 'none',
    single: false,
    alone: alone(
      `select id, version, client_id, couple_id, therapist_id, starts_at, ends_at, modality, status from session
       where clinic_id = $1 and therapist_id = $2 and starts_at >= current_date - 3 and starts_at < current_date + 4
       order by starts_at, id limit 101`,
      known('clinicId', 'actorId'),
    ),
  },
];
