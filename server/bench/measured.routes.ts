import { CASELOAD_COLUMNS, CASELOAD_JOINS } from '../src/clients/client.rows.js';
import { TRUST_CHECK_IN } from '../src/instruments/tracker.content.js';
import { ASSIGNMENT } from '../src/assignments/assignment.rows.js';
import type { Person } from './clinic.rows.js';
import { alone, known, type Measured } from './measured.definition.js';
import { LISTS } from './measured.lists.js';
import { noteBody } from './note.body.js';

/** The policies name the clinic of every table; without them the statement has to. */
const inClinic = (joins: string): string => joins.replace(/\bon (\w+)\./g, 'on $1.clinic_id = $$1 and $1.');

export const scaleBody = (clientId: string): object => ({
  clientId,
  instrumentId: TRUST_CHECK_IN.id,
  answers: Object.fromEntries(TRUST_CHECK_IN.items.map((item, i) => [item.key, (i * 3) % 11])),
});

const ENTRY = {
  rowId: '018f0000-0000-7000-8000-000000000001',
  feelings: ['sadness', 'hope'],
  strength: 6,
  note: 'The drive home was quiet. We said what we had promised to say, and then we said nothing for a while.',
  share: false,
};
const LIST = 200;
/** Two hundred boundaries, as long as people write them. */
const list = JSON.stringify({
  answers: {
    boundaries: Array.from({ length: LIST }, (_, i) => ({
      rowId: `018f0000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      limit: `No calls after ten on weekdays, number ${i}`,
      kept: 'The phone lies in the kitchen.',
    })),
  },
  at: 'boundaries',
});
export const answersBody = (): object => ({ answers: { entries: [ENTRY] }, at: 'entries' });

export const ROUTES: readonly Measured[] = [
  {
    key: 'client',
    title: 'Client by id',
    as: 'therapists',
    method: 'GET',
    path: '/clients/{clientId}',
    body: 'none',
    single: true,
    alone: alone(
      `select ${CASELOAD_COLUMNS}, c.pronouns, c.birth_date, c.email, c.phone, c.time_zone, c.safe_contact, u.status as portal
       from client c ${inClinic(CASELOAD_JOINS)} left join app_user u on u.clinic_id = $1 and u.client_id = c.id
       where c.clinic_id = $1 and c.id = $2`,
      known('clinicId', 'clientId'),
    ),
  },
  {
    key: 'caseload',
    title: 'Caseload page',
    as: 'therapists',
    method: 'GET',
    path: '/clients',
    body: 'none',
    single: false,
    alone: alone(
      `select ${CASELOAD_COLUMNS} from client c ${inClinic(CASELOAD_JOINS)}
       where c.clinic_id = $1 and c.id in (select t.client_id from care_team t where t.clinic_id = $1 and t.staff_id = $2)
       order by c.updated_at desc, c.id desc limit 26`,
      known('clinicId', 'actorId'),
    ),
  },
  {
    key: 'homework',
    title: "Client's homework",
    as: 'clients',
    method: 'GET',
    path: '/assignments',
    body: 'none',
    single: false,
    alone: alone(
      `select ${ASSIGNMENT} and u.clinic_id = $1 where a.clinic_id = $1 and a.client_id = $2 order by a.id desc limit 26`,
      known('clinicId', 'clientId'),
    ),
  },
  {
    key: 'draft',
    title: 'Save draft answers',
    as: 'clients',
    method: 'PUT',
    path: '/assignments/{assignmentId}/response',
    body: 'answers',
    single: true,
    alone: alone(
      `with moved as (update assignment set version = version + 1, status = 'draft', updated_at = now()
         where clinic_id = $1 and id = $2 and version = $3 returning clinic_id, id)
       update response r set content = $4, saved_at = now() from moved
       where r.clinic_id = moved.clinic_id and r.assignment_id = moved.id returning r.id, r.saved_at`,
      [...known('clinicId', 'assignmentId', 'version'), { bytes: '01'.repeat(200) }],
    ),
  },
  {
    key: 'list',
    title: 'Save a list of 200 rows',
    as: 'partners',
    method: 'PUT',
    path: '/assignments/{listId}/response',
    body: 'list',
    single: true,
    alone: alone(
      `with moved as (update assignment set version = version + 1, status = 'draft', updated_at = now()
         where clinic_id = $1 and id = $2 and version = $3 returning clinic_id, id)
       update response r set content = $4, saved_at = now() from moved
       where r.clinic_id = moved.clinic_id and r.assignment_id = moved.id returning r.id, r.saved_at`,
      [...known('clinicId', 'listId', 'version'), { bytes: '01'.repeat(list.length) }],
    ),
  },
  {
    key: 'note',
    title: 'Save a note, same words',
    as: 'therapists',
    method: 'PUT',
    path: '/notes/{noteId}',
    body: 'note',
    single: true,
    alone: null,
  },
  {
    key: 'note-words',
    title: 'Save a note, new words',
    as: 'therapists',
    method: 'PUT',
    path: '/notes/{otherNoteId}',
    body: 'new words',
    single: true,
    alone: null,
  },
  {
    key: 'release',
    title: 'Share an answer',
    as: 'partners',
    method: 'POST',
    path: '/assignments/{sentId}/releases',
    body: 'release',
    single: true,
    alone: alone(
      `insert into release (clinic_id, id, couple_id, released_by, assignment_id, submission_id, worksheet_id, content, released_at, held, open_from)
       select clinic_id, $2, couple_id, released_by, assignment_id, submission_id, worksheet_id, content, now(), false, now()
       from release where clinic_id = $1 and assignment_id = $3 limit 1 returning id, released_at`,
      [...known('clinicId'), { fresh: 'id' }, ...known('sentId')],
    ),
  },
  {
    key: 'shared',
    title: 'Shared page',
    as: 'partners',
    method: 'GET',
    path: '/couples/{coupleId}/shared',
    body: 'none',
    single: false,
    alone: alone(
      `select id, couple_id, worksheet_id, open_from, content from release where clinic_id = $1 and couple_id = $2 and released_by <> $3
         and open_from is not null and withdrawn_at is null order by open_from desc, id desc limit 26`,
      known('clinicId', 'coupleId', 'clientId'),
    ),
  },
  {
    key: 'scale',
    title: 'Create scale response',
    as: 'clients',
    method: 'POST',
    path: '/scale-responses',
    body: 'scale',
    single: true,
    alone: alone(
      `insert into scale_response (clinic_id, id, client_id, instrument_id, instrument_version, answered_at, answered_on, recorded_by, created_at, answers, score)
       values ($1, $2, $3, $4, 1, now(), current_date, $5, now(), $6, $6) returning id, answered_at`,
      [
        ...known('clinicId'),
        { fresh: 'id' },
        ...known('clientId'),
        { constant: TRUST_CHECK_IN.id },
        ...known('actorId'),
        { bytes: '01'.repeat(200) },
      ],
    ),
  },
  {
    key: 'today',
    title: 'Today',
    as: 'therapists',
    method: 'GET',
    path: '/today',
    body: 'none',
    single: false,
    alone: alone(
      `select id, client_id, couple_id, starts_at, ends_at, modality, status from session
       where clinic_id = $1 and therapist_id = $2 and starts_at >= current_date and starts_at < current_date + 1 order by starts_at`,
      known('clinicId', 'actorId'),
    ),
  },
  ...LISTS,
  {
    key: 'series',
    title: 'Scores, 200 points × 12 scales',
    as: 'readers',
    method: 'GET',
    path: '/clients/{clientId}/scores',
    body: 'none',
    single: false,
    alone: alone(
      `select id, client_id, instrument_id, instrument_version, answered_at, answered_on, score, reading from scale_response
       where clinic_id = $1 and client_id = $2 order by answered_at desc, id desc limit 2500`,
      known('clinicId', 'clientId'),
    ),
  },
  {
    key: 'outcomes',
    title: 'Outcomes of a year, 20,000 clients',
    as: 'admins',
    method: 'GET',
    path: '/outcomes/report',
    body: 'none',
    single: false,
    alone: alone(
      `select l.instrument_code, c.primary_therapist_id, count(*), count(*) filter (where l.verdict in ('recovered', 'improved')),
         count(*) filter (where l.from_case), count(*) filter (where l.from_case and not l.to_case)
       from (select distinct on (q.instrument_code, q.client_id) q.* from quarter_reading q where q.clinic_id = $1
         order by q.instrument_code, q.client_id, q.quarter desc) l
       join client c on c.clinic_id = $1 and c.id = l.client_id group by 1, 2`,
      known('clinicId'),
    ),
  },
];

export const pathOf = (route: Measured, who: Person): string =>
  `/api/v1${route.path.replace(/\{(\w+)\}/g, (_, name: string) => String(who[name as keyof Person]))}`;

/** `version`: of the draft that is saved; what is new in it differs from save to save. */
export function bodyOf({ body }: Measured, who: Person, version: number): string | null {
  switch (body) {
    case 'none':
      return null;
    case 'answers':
      return JSON.stringify(answersBody());
    case 'list':
      return list;
    case 'scale':
      return JSON.stringify(scaleBody(who.clientId));
    case 'note':
    case 'new words':
      return JSON.stringify(noteBody(version, body === 'new words'));
    case 'release':
      return JSON.stringify({ fieldKeys: ['ready'] });
  }
}

/** Routes that save a draft: each has one writer, and its version moves on with every save. */
export const isSave = ({ body }: Measured): boolean => ['answers', 'list', 'note', 'new words'].includes(body);
/** Routes that leave rows behind, which are taken back after each slice. */
export const leavesRows = ({ body }: Measured): boolean => body === 'scale' || body === 'release';
