import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { hashOfToken, newToken } from '../src/auth/login.token.js';
import { emailIndex } from '../src/platform/blind.index.js';
import { newClinicKey, openClinicKey } from '../src/platform/keys.js';
import { sealBytes } from '../src/platform/sealed.bytes.js';
import { newId } from '../src/platform/ids.js';
import { TRUST_CHECK_IN } from '../src/instruments/tracker.content.js';
import { score } from '../src/instruments/scoring.rules.js';
import { boundaryList } from '../src/library/boundary-list.worksheet.js';
import { feelingsJournal } from '../src/library/feelings-journal.worksheet.js';
import { worksheetId } from '../src/library/worksheet.library.js';
import { answerAll, bringScales, largeYear, readings, THERAPISTS_OF_LARGE } from './measured.rows.js';
import { Rows } from './rows.js';

/** How much is made. Every therapist has forty people, three weeks of sessions behind and one ahead. */
export interface Size {
  clinics: number;
  /** A multiple of forty. */
  clientsPerClinic: number;
  notesPerClient: number;
  /** People of the one large clinic whose year is counted. */
  counted: number;
  /** People with a long series on every scale; two of them only lend themselves to the recording. */
  readers: number;
}

export const CLIENTS_PER_THERAPIST = 40;
const WORKSHEETS_PER_CLIENT = 6;
const WEEKS = 12;
/** Releases of each partner that the other can read. */
const SHARED = 5;
const NO_NOTES = { noteId: '', otherNoteId: '' };
const NO_PARTNER = { coupleId: '', listId: '', sentId: '', submissionId: '', ...NO_NOTES };
const DAY_MS = 86_400_000;
/** Clinics whose people are signed in and asked about. */
const SIGNED_IN_CLINICS = 10;
/** A draft's version to begin with: a number that nothing else in a statement has. */
export const DRAFT_VERSION = 1_000_003;

/** Somebody who is signed in, and the rows that requests ask for. */
export interface Person {
  token: string;
  clinicId: string;
  actorId: string;
  clientId: string;
  /** An own draft; '' for staff. */
  assignmentId: string;
  /** For partners, else '': their couple, a list of theirs that is being written, and a sheet that was read. */
  coupleId: string;
  listId: string;
  sentId: string;
  submissionId: string;
  /** For therapists, else '': two drafts of hers. */
  noteId: string;
  otherNoteId: string;
}

export interface Population {
  therapists: Person[];
  clients: Person[];
  partners: Person[];
  /** Therapists, each with the person whose long series she reads. */
  readers: Person[];
  /** Of the large clinic. */
  admins: Person[];
  rows: number;
}

interface Key {
  id: string;
  key: Buffer;
}

const SENTENCE = 'They spoke about the week, what was promised, what was kept, and what each of them needs to hear. ';
const GIVEN = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gil', 'Hana', 'Ivo', 'Jo'];
const FAMILY = ['Abel', 'Brook', 'Clay', 'Dorn', 'Ebel', 'Frost', 'Gray', 'Holm', 'Isak', 'Jung'];
const one = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/**
 * Fills a migrated database with clinics whose every sealed column opens through the API. `owner` is a superuser's
 * connection: triggers and foreign keys are not run while this loads.
 */
export async function populate(owner: pg.Client, size: Size, tell: (done: number) => void): Promise<Population> {
  await owner.query('set session_replication_role = replica');
  const people: Population = {
    ...{ therapists: [], clients: [], partners: [], readers: [], admins: [], rows: 0 },
  };
  for (let n = 0; n < size.clinics; n++) {
    await owner.query('begin');
    people.rows += await clinic(owner, size, n, people);
    await owner.query('commit');
    tell(n + 1);
  }
  await owner.query('begin');
  people.rows += await largeClinic(owner, size.counted, people);
  await owner.query('commit');
  await owner.query('reset session_replication_role');
  await owner.query('analyze');
  await owner.query('checkpoint');
  return people;
}

async function clinic(owner: pg.Client, size: Size, n: number, people: Population): Promise<number> {
  const now = new Date();
  const clinicId = newId();
  const wrappedClinicKey = newClinicKey(clinicId);
  const clinicKey: Key = { id: clinicId, key: openClinicKey(clinicId, wrappedClinicKey) };
  await owner.query('insert into clinic (id, name, time_zone, wrapped_key) values ($1, $2, $3, $4)', [
    clinicId,
    `Practice ${n + 1}`,
    'Etc/UTC',
    wrappedClinicKey,
  ]);
  const seal = (key: Key, table: string, column: string, id: string, value: unknown): Buffer =>
    sealBytes(
      key.key,
      key.id,
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
      `${clinicId}|${table}|${column}|${id}`,
    );
  const t = tables(owner);
  const signIn = async (userId: string): Promise<string> => {
    const token = newToken();
    const week = new Date(now.getTime() + 7 * DAY_MS);
    await owner.query(
      `insert into door.login (id, token_hash, clinic_id, user_id, idle_for, expires_at) values ($1, $2, $3, $4, '7 days', $5)`,
      [newId(), hashOfToken(token), clinicId, userId, week],
    );
    return token;
  };
  const user = async (key: Key, name: string, role: string, clientId: string | null): Promise<string> => {
    const id = newId();
    const email = `${id}@bench.example`;
    const sealed = [seal(key, 'app_user', 'display_name', id, name), seal(key, 'app_user', 'email', id, email)];
    await t.users.add(clinicId, id, clientId, ...sealed, `{${role}}`, 'active', now);
    return id;
  };

  const therapists: string[] = [];
  for (let i = 0; i < size.clientsPerClinic / CLIENTS_PER_THERAPIST; i++)
    therapists.push(await user(clinicKey, `Dr ${one(FAMILY, n + i)}`, 'therapist', null));

  const scales = n === 0 ? await bringScales(owner, clinicId, therapists[0]!, (...at) => seal(clinicKey, ...at)) : [];

  const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())).getTime();
  let before = null as { id: string; therapist: string; key: Key; userId: string } | null;
  for (let i = 0; i < size.clientsPerClinic; i++) {
    const clientId = newId();
    const therapist = therapists[Math.floor(i / CLIENTS_PER_THERAPIST)]!;
    const key: Key = { id: newId(), key: randomBytes(32) };
    const wrapped = sealBytes(clinicKey.key, clinicId, key.key, `${clinicId}|data_key|wrapped|${key.id}`);
    await t.keys.add(clinicId, key.id, clientId, null, wrapped);
    const changed = new Date(now.getTime() - i * 61_000);
    const own = (column: string, value: unknown): Buffer => seal(key, 'client', column, clientId, value);
    const address = `${clientId}@bench.example`;
    await t.clients.add(
      ...[clinicId, clientId, own('given_name', one(GIVEN, i)), own('family_name', one(FAMILY, i + n))],
      ...[own('email', address), emailIndex(address), own('phone', '555 0100'), own('birth_date', '1984-05-06')],
      ...['active', therapist, changed, changed],
    );
    await t.care.add(clinicId, newId(), therapist, clientId, null, new Date(now.getTime() - 90 * DAY_MS));
    const userId = await user(key, `${one(GIVEN, i)} ${one(FAMILY, i + n)[0]}.`, 'client', clientId);

    // Every second pair of people is a couple in care of the same therapist.
    if (i % 4 === 1 && before?.therapist === therapist) {
      const coupleId = newId();
      const coupleKey: Key = { id: newId(), key: randomBytes(32) };
      const wrappedKey = sealBytes(
        clinicKey.key,
        clinicId,
        coupleKey.key,
        `${clinicId}|data_key|wrapped|${coupleKey.id}`,
      );
      await t.keys.add(clinicId, coupleKey.id, null, coupleId, wrappedKey);
      await t.couples.add(clinicId, coupleId, 'repair', changed, changed);
      for (const [place, id] of [before.id, clientId].entries())
        await t.partners.add(clinicId, newId(), coupleId, id, place + 1, place === 0 ? 'injured' : 'involved', changed);
      await t.care.add(clinicId, newId(), therapist, null, coupleId, changed);
      for (const half of [before, { id: clientId, therapist, key, userId }]) {
        const listId = newId();
        const sentId = newId();
        const sheet = [worksheetId(boundaryList.key, 1), boundaryList.key, 1];
        const draft = { answers: {}, visibility: {}, forSession: [], at: null };
        await t.assignments.add(
          ...[clinicId, listId, half.id, null, ...sheet, 'draft', therapist, changed, changed],
          ...[null, null, 0, DRAFT_VERSION],
        );
        const responseId = newId();
        const sealed = seal(half.key, 'response', 'content', responseId, draft);
        await t.responses.add(clinicId, responseId, listId, half.id, sealed, changed);
        await t.assignments.add(
          ...[clinicId, sentId, half.id, coupleId, ...sheet, 'reviewed', therapist, changed, changed],
          ...[changed, changed, 1, 4],
        );
        const submissionId = newId();
        const sent = { ...draft, answers: { ready: 3 } };
        const copy = seal(half.key, 'submission', 'content', submissionId, sent);
        await t.submissions.add(
          ...[clinicId, submissionId, sentId, half.id, coupleId, 1, copy, half.userId, changed, changed],
        );
        for (let k = 0; k < SHARED; k++) {
          const id = newId();
          const content = seal(coupleKey, 'release', 'content', id, { from: 'Ana', answers: { ready: k } });
          const ids = [coupleId, half.id, sentId, submissionId, worksheetId(boundaryList.key, 1)];
          await t.releases.add(clinicId, id, ...ids, content, changed, false, changed);
        }
        const [token, actorId] = [n < SIGNED_IN_CLINICS ? await signIn(half.userId) : '', half.userId];
        if (token)
          people.partners.push({
            ...{ token, clinicId, actorId, clientId: half.id },
            ...{ assignmentId: '', coupleId, listId, sentId, submissionId, ...NO_NOTES },
          });
      }
    }
    before = { id: clientId, therapist, key, userId };

    // Eight sessions a day, five days, each person the same hour every week.
    const place = i % CLIENTS_PER_THERAPIST;
    const sessions: { id: string; at: number }[] = [];
    for (let week = -3; week <= 0; week++) {
      const at = midnight + (week * 7 + (place % 5)) * DAY_MS + (8 + Math.floor(place / 5)) * 3_600_000;
      const id = newId();
      const held = at + 3_600_000 < now.getTime();
      if (held) sessions.push({ id, at });
      await t.sessions.add(
        ...[clinicId, id, clientId, therapist, new Date(at), new Date(at + 3_000_000), 'in_person'],
        ...[held ? 'held' : 'planned', `{${clientId}}`, held ? `{${clientId}}` : null, changed, changed],
      );
    }

    for (let j = 0; j < size.notesPerClient; j++) {
      const id = newId();
      const session = sessions[sessions.length - 1 - j];
      const at = new Date(session?.at ?? midnight - j * 7 * DAY_MS);
      const draft = j === 0 && i % 20 === 0;
      const sections = seal(key, 'note', 'sections', id, { text: SENTENCE.repeat(4) });
      const signed = draft ? [null, null, null, null, null] : [at, therapist, 1, '0'.repeat(64), Buffer.alloc(64)];
      await t.notes.add(
        ...[clinicId, id, clientId, session?.id ?? null, therapist, 'progress', 'free', draft ? 'draft' : 'signed'],
        ...[sections, at, at, at, ...signed, 1],
      );
    }

    let assignmentId = '';
    for (let j = 0; j < WORKSHEETS_PER_CLIENT; j++) {
      const id = newId();
      const responseId = newId();
      const given = new Date(now.getTime() - (WORKSHEETS_PER_CLIENT - j) * 7 * DAY_MS);
      const isDraft = j === WORKSHEETS_PER_CLIENT - 1;
      const waits = j === WORKSHEETS_PER_CLIENT - 2 && i % 8 === 0;
      if (isDraft) assignmentId = id;
      await t.assignments.add(
        ...[clinicId, id, clientId, null, worksheetId(feelingsJournal.key, 1), feelingsJournal.key, 1],
        ...[isDraft ? 'draft' : waits ? 'submitted' : 'reviewed', therapist, given, given],
        ...[isDraft ? null : given, isDraft || waits ? null : given, isDraft ? 0 : 1, DRAFT_VERSION],
      );
      const content = { answers: { entries: [] }, visibility: {}, forSession: [], at: 'entries' };
      await t.responses.add(
        clinicId,
        responseId,
        id,
        clientId,
        seal(key, 'response', 'content', responseId, content),
        given,
      );
    }

    await t.schedules.add(clinicId, newId(), clientId, TRUST_CHECK_IN.id, 7, false, given(now), therapist, changed);
    for (let week = WEEKS; week >= 1; week--) {
      const id = newId();
      const at = new Date(now.getTime() - week * 7 * DAY_MS);
      const answers = Object.fromEntries(TRUST_CHECK_IN.items.map((item, k) => [item.key, (week + k + i) % 11]));
      await t.answers.add(
        ...[clinicId, id, clientId, TRUST_CHECK_IN.id, 1, at, at.toISOString().slice(0, 10), userId, at],
        seal(key, 'scale_response', 'answers', id, answers),
        seal(key, 'scale_response', 'score', id, score(TRUST_CHECK_IN, answers)),
      );
    }
    if (n === 0 && i < size.readers) {
      await answerAll(t.series, scales, { clinicId, clientId, userId }, (...at) => seal(key, ...at));
      const token = await signIn(therapist);
      people.readers.push({ token, clinicId, actorId: therapist, clientId, assignmentId: '', ...NO_PARTNER });
    }
    if (n < SIGNED_IN_CLINICS && place < 20)
      people.clients.push({
        token: await signIn(userId),
        clinicId,
        actorId: userId,
        clientId,
        assignmentId,
        ...NO_PARTNER,
      });
    if (n < SIGNED_IN_CLINICS && place % 8 === 0) {
      const [noteId, otherNoteId] = [newId(), newId()];
      for (const id of [noteId, otherNoteId])
        await t.notes.add(
          ...[clinicId, id, clientId, null, therapist, 'progress', 'free', 'draft'],
          ...[seal(key, 'note', 'sections', id, { text: '' }), changed, changed, changed],
          ...[null, null, null, null, null, DRAFT_VERSION],
        );
      const asked = { ...NO_PARTNER, assignmentId: '', noteId, otherNoteId };
      people.therapists.push({ token: await signIn(therapist), clinicId, actorId: therapist, clientId, ...asked });
    }
  }
  let written = 0;
  for (const rows of Object.values(t)) {
    await rows.flush();
    written += rows.written;
  }
  return written;
}

const ADMINS = 4;

/** Very many people, of whom a report counts a year and opens nothing: their names are bytes that nobody can read. */
async function largeClinic(owner: pg.Client, counted: number, people: Population): Promise<number> {
  const clinicId = newId();
  const wrapped = newClinicKey(clinicId);
  const key = openClinicKey(clinicId, wrapped);
  await owner.query('insert into clinic (id, name, time_zone, wrapped_key) values ($1, $2, $3, $4)', [
    ...[clinicId, 'Large practice', 'Etc/UTC', wrapped],
  ]);
  const t = tables(owner);
  const user = async (name: string, role: string): Promise<string> => {
    const id = newId();
    const own = (column: string, value: string): Buffer =>
      sealBytes(key, clinicId, Buffer.from(value), `${clinicId}|app_user|${column}|${id}`);
    const email = own('email', `${id}@bench.example`);
    await t.users.add(clinicId, id, null, own('display_name', name), email, `{${role}}`, 'active', new Date());
    return id;
  };
  const therapists: string[] = [];
  for (let n = 0; n < THERAPISTS_OF_LARGE; n++) therapists.push(await user(`Dr ${one(FAMILY, n)} ${n}`, 'therapist'));
  for (let n = 0; n < ADMINS; n++) {
    const actorId = await user(`Desk ${n}`, 'admin');
    const token = newToken();
    await owner.query(
      `insert into door.login (id, token_hash, clinic_id, user_id, idle_for, expires_at) values ($1, $2, $3, $4, '7 days', now() + interval '7 days')`,
      [newId(), hashOfToken(token), clinicId, actorId],
    );
    people.admins.push({ token, clinicId, actorId, clientId: '', assignmentId: '', ...NO_PARTNER });
  }
  await t.users.flush();
  return t.users.written + (await largeYear(owner, { clinicId, therapists, people: counted }));
}

const given = (now: Date): string => new Date(now.getTime() - WEEKS * 7 * DAY_MS).toISOString().slice(0, 10);

function tables(db: pg.Client) {
  const [uuid, text, bytea, int, time] = ['uuid', 'text', 'bytea', 'int', 'timestamptz'];
  const own = { clinic_id: uuid, id: uuid };
  return {
    keys: new Rows(db, 'data_key', { ...own, client_id: uuid, couple_id: uuid, wrapped: bytea }),
    users: new Rows(db, 'app_user', {
      ...{
        ...own,
        client_id: uuid,
        display_name: bytea,
        email: bytea,
        roles: 'text[]',
        status: text,
        created_at: time,
      },
    }),
    clients: new Rows(db, 'client', {
      ...{ ...own, given_name: bytea, family_name: bytea, email: bytea, email_index: bytea, phone: bytea },
      ...{ birth_date: bytea, status: text, primary_therapist_id: uuid, created_at: time, updated_at: time },
    }),
    care: new Rows(db, 'care_team', { ...own, staff_id: uuid, client_id: uuid, couple_id: uuid, from_at: time }),
    couples: new Rows(db, 'couple', { ...own, stage: text, created_at: time, updated_at: time }),
    partners: new Rows(db, 'couple_partner', {
      ...{ ...own, couple_id: uuid, client_id: uuid, place: int, role: text, from_at: time },
    }),
    sessions: new Rows(db, 'session', {
      ...{ ...own, client_id: uuid, therapist_id: uuid, starts_at: time, ends_at: time, modality: text, status: text },
      ...{ attendee_ids: 'uuid[]', attended_ids: 'uuid[]', created_at: time, updated_at: time },
    }),
    notes: new Rows(db, 'note', {
      ...{ ...own, client_id: uuid, session_id: uuid, author_id: uuid, kind: text, format: text, status: text },
      ...{ sections: bytea, happened_at: time, created_at: time, updated_at: time },
      ...{ signed_at: time, signed_by: uuid, signed_version: int, content_hash: text, signature: bytea },
      ...{ version: int },
    }),
    assignments: new Rows(db, 'assignment', {
      ...{ ...own, client_id: uuid, couple_id: uuid, worksheet_id: uuid, worksheet_key: text, worksheet_version: int },
      ...{ status: text, assigned_by: uuid, assigned_at: time, updated_at: time, sent_at: time, reviewed_at: time },
      ...{ drafts_sent: int, version: int },
    }),
    responses: new Rows(db, 'response', {
      ...{ ...own, assignment_id: uuid, client_id: uuid, content: bytea, saved_at: time },
    }),
    submissions: new Rows(db, 'submission', {
      ...{ ...own, assignment_id: uuid, client_id: uuid, couple_id: uuid, draft_number: int, content: bytea },
      ...{ sent_by: uuid, sent_at: time, opened_at: time },
    }),
    releases: new Rows(db, 'release', {
      ...{ ...own, couple_id: uuid, released_by: uuid, assignment_id: uuid, submission_id: uuid, worksheet_id: uuid },
      ...{ content: bytea, released_at: time, held: 'boolean', open_from: time },
    }),
    schedules: new Rows(db, 'scale_schedule', {
      ...{ ...own, client_id: uuid, instrument_id: uuid, every_days: int, before_each_session: 'boolean' },
      ...{ starts_on: 'date', created_by: uuid, created_at: time },
    }),
    series: readings(db),
    answers: new Rows(db, 'scale_response', {
      ...{ ...own, client_id: uuid, instrument_id: uuid, instrument_version: int, answered_at: time },
      ...{ answered_on: 'date', recorded_by: uuid, created_at: time, answers: bytea, score: bytea },
    }),
  };
}
