import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { draft, etag, signed } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { world, type World } from './world.js';

/**
 * The tables of the features, attacked beneath every service: SQL as the app's own role with the settings of somebody
 * who is signed in, over rows that the services made.
 */
let w: World;
let app: pg.Client;
let admin: pg.Client;
/** A therapist who treats Maya alone, and one who treats the couple alone. */
let mayasOwn: Agent;
let coTherapist: Agent;
const id: Record<string, string> = {};

type Who = () => { agent: Agent; roles: string; clinicId?: string };
const people: Record<string, Who> = {
  therapist: () => ({ agent: w.therapist, roles: 'therapist' }),
  coTherapist: () => ({ agent: coTherapist, roles: 'therapist' }),
  mayasOwn: () => ({ agent: mayasOwn, roles: 'therapist' }),
  supervisor: () => ({ agent: w.supervisor, roles: 'supervisor,therapist' }),
  admin: () => ({ agent: w.admin, roles: 'admin' }),
  maya: () => ({ agent: w.maya, roles: 'client' }),
  tom: () => ({ agent: w.tom, roles: 'client' }),
  dana: () => ({ agent: w.dana, roles: 'client' }),
  stranger: () => ({ agent: w.other.therapist, roles: 'therapist', clinicId: w.other.clinicId }),
};

interface Outcome {
  rows: Record<string, unknown>[];
  count: number;
  code: string;
}

/** Runs statements as somebody and takes them back; the last one answers. */
async function as(who: string, ...statements: [string, unknown[]?][]): Promise<Outcome> {
  const { agent, roles, clinicId } = people[who]!();
  const settings = {
    clinic: clinicId ?? w.clinicId,
    actor: agent.userId,
    roles,
    client: agent.clientId,
    request: randomUUID(),
  };
  await app.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await app.query('select set_config($1, $2, true)', [`kept.${name}`, value]);
    let answer: Outcome = { rows: [], count: 0, code: 'done' };
    for (const [text, values] of statements) {
      const { rows, rowCount } = await app.query<Record<string, unknown>>(text, values ?? []);
      answer = { rows, count: rowCount ?? 0, code: 'done' };
    }
    return answer;
  } catch (error) {
    return { rows: [], count: 0, code: (error as { code: string }).code };
  } finally {
    await app.query('rollback');
  }
}

const code = async (who: string, text: string, values: unknown[] = []): Promise<string> =>
  (await as(who, [text, values])).code;

/** Nothing happened: refused, or no row was met. */
async function nothing(who: string, text: string, values: unknown[] = []): Promise<void> {
  const { code: refusal, count } = await as(who, [text, values]);
  expect([who, text, refusal === 'done' ? count : 0]).toEqual([who, text, 0]);
}

/** Copies a row with other values, as the attacker would write it. */
function copy(
  table: string,
  from: string,
  change: Record<string, unknown>,
): Promise<{ text: string; values: unknown[] }> {
  return admin.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [from]).then(({ rows }) => {
    const row: Record<string, unknown> = { ...rows[0], id: randomUUID(), ...change };
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`).join(', ');
    return { text: `insert into ${table} (${names.join(', ')}) values (${places})`, values: Object.values(row) };
  });
}
async function insertAs(who: string, table: string, from: string, change: Record<string, unknown>): Promise<string> {
  const { text, values } = await copy(table, from, change);
  return code(who, text, values);
}

const made = async (asked: Promise<{ status: number; body: unknown }>): Promise<Record<string, unknown>> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
};

async function newTherapist(email: string): Promise<Agent> {
  const { foundUser } = await import('../src/cli/founding.js');
  const { DataSource } = await import('typeorm');
  const { PASSWORD } = await import('./world.js');
  const user = { email, displayName: 'Somebody', roles: ['therapist' as const], createdAt: new Date() };
  await foundUser(w.owner, w.app.get(DataSource), w.clinicId, user, PASSWORD);
  return w.stranger().signIn(email, PASSWORD);
}

/** A worksheet answered and sent by one person; returns the ids of assignment, draft and submission. */
async function homework(name: string, by: Agent, given: string): Promise<void> {
  id[`assignment ${name}`] = given;
  const open = (await by.get(`/assignments/${given}/response`)).body as { version: number };
  const saved = await made(by.put(`/assignments/${given}/response`, { answers: {} }, etag(open.version)));
  const sent = await by.post(`/assignments/${given}/submit`, undefined, etag(saved['version'] as number));
  if (sent.status >= 300) throw new Error(JSON.stringify(sent.body));
}

/** A boundary of Maya's in force, one of hers that is a draft, one that waits, a promise of Tom's; marks of both. */
async function commitments(): Promise<void> {
  const limit = { area: 'conflict', limit: 'Words', why: 'A reason', kind: 'request', negotiable: true };
  const start = async (name: string): Promise<string> =>
    (id[name] = (await made(w.maya.post(`/couples/${w.coupleId}/boundaries`, limit)))['id'] as string);
  const move = (by: Agent, which: string, to: string) => made(by.post(`/boundaries/${which}/transitions`, { to }));
  const agreed = await start('agreed');
  await move(w.maya, agreed, 'proposed');
  await move(w.tom, agreed, 'agreed');
  await move(w.maya, agreed, 'active');
  await start('unsaid');
  const check = { clientId: w.tom.clientId, screenedAlone: true, screenedOn: new Date().toISOString().slice(0, 10) };
  const record = (result: string) =>
    made(w.therapist.post(`/couples/${w.coupleId}/safety-checks`, { ...check, result }));
  await record('concern');
  await move(w.maya, await start('held'), 'proposed');
  await record('clear');
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  id['promise'] = (await made(w.tom.post('/promises', { coupleId: w.coupleId, text: 'Words', dueAt })))['id'] as string;
  const occurredOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  for (const by of [w.maya, w.tom]) await made(by.post(`/boundaries/${agreed}/events`, { kind: 'kept', occurredOn }));
  await made(w.tom.post(`/promises/${id['promise']}/marks`, { mark: 'done' }));
  id['seen'] = (await made(w.maya.post(`/promises/${id['promise']}/marks`, { mark: 'saw_it' })))['id'] as string;
}

/** Two worksheets of the therapist's own, published and given to Dana; one of them her colleagues share. */
async function ownWorksheets(): Promise<void> {
  const sections = [{ title: 'One', fields: [{ type: 'short', label: 'Why?' }] }];
  for (const [name, shared] of [
    ['private', false],
    ['common', true],
  ] as const) {
    const { id: template } = await made(w.therapist.post('/worksheets', { title: 'Of my own', sections, shared }));
    await made(w.therapist.post(`/worksheets/${template as string}/publish`, {}, etag(1)));
    const given = { worksheetId: template, clientIds: [w.dana.clientId] };
    const [one] = (await made(w.therapist.post('/assignments', given)))['items'] as { worksheetId: string }[];
    id[`${name} template`] = template as string;
    id[`${name} version`] = one!.worksheetId;
  }
}

beforeAll(async () => {
  w = await world();
  app = new pg.Client({ connectionString: w.database.app });
  admin = new pg.Client({ connectionString: w.database.admin });
  await app.connect();
  await admin.connect();
  mayasOwn = await newTherapist('own@harbour.example');
  coTherapist = await newTherapist('co@harbour.example');
  await made(w.therapist.post(`/clients/${w.maya.clientId}/care-team`, { staffId: mayasOwn.userId }));
  await admin.query(
    'insert into care_team (clinic_id, id, staff_id, couple_id) values ($1, gen_random_uuid(), $2, $3)',
    [w.clinicId, coTherapist.userId, w.coupleId],
  );
  const worksheets = ((await w.therapist.get('/worksheets')).body as { items: { id: string; key: string }[] }).items;
  const journal = worksheets.find(({ key }) => key === 'feelings-journal') ?? worksheets[0]!;
  for (const person of [w.maya, w.tom])
    await made(
      w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
        clientId: person.clientId,
        result: 'clear',
        screenedAlone: true,
        screenedOn: new Date().toISOString().slice(0, 10),
      }),
    );
  const each = (
    await made(w.therapist.post('/assignments', { worksheetId: journal.id, coupleId: w.coupleId, mode: 'each' }))
  )['items'] as { id: string; clientId: string }[];
  const of = (agent: Agent): string => each.find(({ clientId }) => clientId === agent.clientId)!.id;
  await homework('maya', w.maya, of(w.maya));
  await homework('tom', w.tom, of(w.tom));
  const danas = (
    await made(w.therapist.post('/assignments', { worksheetId: journal.id, clientIds: [w.dana.clientId] }))
  )['items'] as { id: string }[];
  await homework('dana', w.dana, danas[0]!.id);
  const alone = { coupleId: w.coupleId, attendeeIds: [w.maya.clientId] };
  id['session'] = (
    await made(
      w.therapist.post('/sessions', { ...alone, startsAt: '2026-12-01T10:00:00Z', endsAt: '2026-12-01T11:00:00Z' }),
    )
  )['id'] as string;
  id['joint session'] = (
    await made(
      w.therapist.post('/sessions', {
        coupleId: w.coupleId,
        startsAt: '2026-12-02T10:00:00Z',
        endsAt: '2026-12-02T11:00:00Z',
      }),
    )
  )['id'] as string;
  const about = { clientId: w.maya.clientId };
  id['draft'] = (await draft(w.therapist, about)).id;
  id['signed'] = (await signed(w.therapist, about)).id;
  id['own words'] = (
    await signed(w.therapist, about, { kind: 'psychotherapy', format: 'free', sections: { text: 'x' } })
  ).id;
  await made(w.therapist.post(`/notes/${id['signed']}/addenda`, { text: 'More.' }));
  const instrument = ((await w.maya.get('/instruments')).body as { items: { id: string }[] }).items[0]!.id;
  await made(
    w.therapist.post('/scale-schedules', {
      instrumentId: instrument,
      coupleId: w.coupleId,
      everyDays: 7,
      startsOn: '2026-11-01',
    }),
  );
  await commitments();
  await ownWorksheets();
  const noor = await made(w.therapist2.post('/clients', { givenName: 'Noor', familyName: 'Haddad' }));
  id['noor'] = noor['id'] as string;
  id['waiting'] = (await signed(w.therapist2, { clientId: id['noor'] })).id;
  const row = async (name: string, text: string, values: unknown[]): Promise<void> => {
    id[name] = (await admin.query<{ id: string }>(text, values)).rows[0]!.id;
  };
  for (const name of ['maya', 'tom', 'dana']) {
    const given = [id[`assignment ${name}`]];
    await row(`response ${name}`, 'select id from response where assignment_id = $1', given);
    await row(`submission ${name}`, 'select id from submission where assignment_id = $1', given);
  }
  await row('schedule', 'select id from scale_schedule where client_id = $1', [w.maya.clientId]);
  await row('addendum', 'select id from note_addendum where note_id = $1', [id['signed']]);
});
afterAll(async () => {
  await app.end();
  await admin.end();
  await w.close();
});

const CLINICAL = [
  'session',
  'note',
  'psychotherapy_note',
  'note_addendum',
  'psychotherapy_addendum',
  'note_cosignature',
  'note_revision',
  'assignment',
  'response',
  'submission',
  'review',
  'safety_check',
  'scale_schedule',
  'scale_response',
  'boundary_own',
  'boundary_move',
  'boundary_event',
  'promise_mark',
];

describe('who meets a worksheet that a therapist made', () => {
  const seen = async (table: string, which: string): Promise<string[]> => {
    const found: string[] = [];
    for (const who of Object.keys(people))
      if ((await as(who, [`select 1 from ${table} where id = $1`, [id[which]]])).count > 0) found.push(who);
    return found;
  };

  it('reads it: she herself; of what she shares, her colleagues; of what was given, who holds a sheet of it', async () => {
    expect(await seen('worksheet_template', 'private template')).toEqual(['therapist']);
    expect(await seen('worksheet_version', 'private version')).toEqual(['therapist', 'dana']);
    const staff = ['therapist', 'coTherapist', 'mayasOwn', 'supervisor', 'admin'];
    expect(await seen('worksheet_template', 'common template')).toEqual(staff);
    expect(await seen('worksheet_version', 'common version')).toEqual([...staff, 'dana']);
  });

  it('changes it: she alone, and nobody what was published', async () => {
    for (const who of Object.keys(people).filter((each) => each !== 'therapist')) {
      await nothing(who, 'update worksheet_template set shared = true');
      await nothing(who, `update worksheet_template set changed = true where id = $1`, [id['common template']]);
    }
    expect(await code('therapist', `update worksheet_template set owner_id = owner_id`)).toBe('42501');
    for (const who of Object.keys(people)) {
      expect(await code(who, 'update worksheet_version set number = 9')).toBe('42501');
      expect(await code(who, 'delete from worksheet_version')).toBe('42501');
    }
    const forged = { number: 2, published_by: w.supervisor.userId };
    expect(await insertAs('supervisor', 'worksheet_version', id['common version']!, forged)).toBe('42501');
    const named = { owner_id: w.supervisor.userId };
    expect(await insertAs('mayasOwn', 'worksheet_template', id['common template']!, named)).toBe('42501');
  });
});

describe('who sees the rows of the features', () => {
  const countOf = async (who: string, table: string, where: string): Promise<number> =>
    (await as(who, [`select 1 from ${table} where ${where}`])).count;

  it('a partner sees no row of the other’s, in any table', async () => {
    for (const table of CLINICAL) {
      expect([table, await countOf('tom', table, `client_id = '${w.maya.clientId}'`)]).toEqual([table, 0]);
      expect([table, await countOf('dana', table, `client_id is distinct from '${w.dana.clientId}'`)]).toEqual([
        table,
        0,
      ]);
    }
  });

  it('an admin, another clinic and somebody who treats neither see none at all', async () => {
    for (const who of ['admin', 'stranger', 'supervisor'])
      for (const table of CLINICAL)
        expect([
          who,
          table,
          await countOf(who, table, `client_id in ('${w.maya.clientId}', '${w.dana.clientId}')`),
        ]).toEqual([who, table, 0]);
  });

  it('care of the couple alone opens what was done within it, and no partner’s own care', async () => {
    expect(await countOf('coTherapist', 'assignment', `couple_id = '${w.coupleId}'`)).toBe(2);
    for (const table of ['note', 'psychotherapy_note', 'note_addendum', 'note_revision'])
      expect([table, await countOf('coTherapist', table, `client_id = '${w.maya.clientId}'`)]).toEqual([table, 0]);
  });

  it('care of one partner alone opens neither the other’s rows nor the joint ones', async () => {
    for (const table of CLINICAL)
      expect([table, await countOf('mayasOwn', table, `client_id is distinct from '${w.maya.clientId}'`)]).toEqual([
        table,
        0,
      ]);
    expect(await countOf('mayasOwn', 'note', `id = '${id['draft']}'`)).toBe(0);
    expect(await countOf('mayasOwn', 'psychotherapy_note', 'true')).toBe(0);
  });

  it('staff never see a draft of homework', async () => {
    for (const who of ['therapist', 'coTherapist', 'mayasOwn', 'supervisor', 'admin'])
      expect([who, await countOf(who, 'response', 'true')]).toEqual([who, 0]);
  });
});

describe('a commitment', () => {
  const HUNG = ['boundary_own', 'boundary_text', 'boundary_consent', 'boundary_comment', 'boundary_move'];
  const count = async (who: string, text: string): Promise<number> => (await as(who, [text])).count;

  it('that is a draft, or waits for a clinician, is not there for the other, nor is anything that hangs on it', async () => {
    for (const name of ['unsaid', 'held']) {
      expect(await count('maya', `select 1 from boundary where id = '${id[name]}'`)).toBe(1);
      expect(await count('maya', `select 1 from boundary_own where boundary_id = '${id[name]}'`)).toBe(1);
      for (const who of ['tom', 'dana', 'mayasOwn', 'admin', 'stranger']) {
        expect([who, await count(who, `select 1 from boundary where id = '${id[name]}'`)]).toEqual([who, 0]);
        for (const table of HUNG)
          expect([who, table, await count(who, `select 1 from ${table} where boundary_id = '${id[name]}'`)]).toEqual([
            who,
            table,
            0,
          ]);
      }
    }
    expect(await count('therapist', `select 1 from boundary where id = '${id['held']}'`)).toBe(1);
    expect(await count('therapist', `select 1 from boundary where id = '${id['unsaid']}'`)).toBe(0);
    expect(await count('therapist', `select 1 from boundary_own where boundary_id = '${id['unsaid']}'`)).toBe(0);
  });

  it('opens by the gate or a clinician, and is agreed to by nobody for somebody else', async () => {
    await nothing('tom', `update boundary set open_from = now() where id = '${id['held']}'`);
    await nothing('maya', `update boundary set open_from = now(), held = false where id = '${id['held']}'`);
    await nothing('tom', `update boundary set state = 'active' where id = '${id['unsaid']}'`);
    await nothing('therapist', `update boundary set state = 'retired' where id = '${id['agreed']}'`);
    await nothing('maya', `update boundary set negotiable = false where id = '${id['agreed']}'`);
    await nothing('maya', `update boundary set open_from = null where id = '${id['agreed']}'`);
    const { rows } = await admin.query<{ id: string }>(
      'select id from boundary_consent where boundary_id = $1 and agreed_by = $2',
      [id['agreed'], w.tom.clientId],
    );
    for (const who of ['maya', 'therapist'])
      expect(await insertAs(who, 'boundary_consent', rows[0]!.id, {})).toBe('42501');
    expect(await insertAs('tom', 'boundary_consent', rows[0]!.id, {})).toBe('done');
    for (const table of ['boundary_text', 'boundary_consent', 'boundary_move', 'boundary_event', 'promise_mark'])
      expect([table, await code('maya', `update ${table} set couple_id = couple_id`)]).toEqual([table, '42501']);
    expect(await code('maya', `update boundary_own set content = 'x' where boundary_id = '${id['agreed']}'`)).toBe(
      'done',
    );
    await nothing('maya', `update boundary_own set content = 'x' where boundary_id = '${id['agreed']}'`);
  });

  it('that was promised is not confirmed by its maker, nor told by the other', async () => {
    const his = { client_id: w.tom.clientId };
    expect(await insertAs('tom', 'promise_mark', id['seen']!, his)).toBe('42501');
    expect(await insertAs('tom', 'promise_mark', id['seen']!, { ...his, mark: 'done' })).toBe('done');
    expect(await insertAs('maya', 'promise_mark', id['seen']!, { mark: 'done' })).toBe('42501');
    expect(await insertAs('therapist', 'promise_mark', id['seen']!, {})).toBe('42501');
    await nothing('tom', `update promise set open_from = now() where id = '${id['promise']}'`);
    expect(await code('tom', `update promise set due_at = now()`)).toBe('42501');
  });
});

describe('what one of two puts before the other', () => {
  const SHARE = `insert into release (id, couple_id, released_by, assignment_id, submission_id, worksheet_id, content, released_at, held, open_from)
    select gen_random_uuid(), s.couple_id, s.client_id, a.id, s.id, a.worksheet_id, 'x', now(), $2, case when not $2 then now() end
    from submission s join assignment a on a.clinic_id = s.clinic_id and a.id = s.assignment_id where s.id = $1`;
  const shared = async (held: boolean): Promise<[string, number]> => {
    const { code: refusal, count } = await as('tom', [SHARE, [id['submission tom'], held]]);
    return [refusal, count];
  };

  it('waits while somebody told of a concern, past every service as well', async () => {
    const check = (result: string) =>
      made(
        w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
          ...{ clientId: w.maya.clientId, result, screenedAlone: true, screenedOn: day(0) },
        }),
      );
    expect(await shared(false)).toEqual(['done', 1]);
    await check('concern');
    expect([await shared(false), await shared(true)]).toEqual([
      ['42501', 0],
      ['done', 1],
    ]);
    await check('clear');
    expect(await shared(false)).toEqual(['done', 1]);
  });

  it('lasts as long as the terms that both agreed to say, whoever writes', async () => {
    const terms = { who: 'me', what: 'Words', why: 'A reason', way: 'weekly', stepDown: 'Less', untilOn: day(42) };
    const { id: it } = await made(w.tom.post(`/couples/${w.coupleId}/agreements`, terms));
    const step = (by: Agent, name: string) => made(by.post(`/agreements/${it as string}/steps`, { step: name }));
    await step(w.maya, 'agree');
    await step(w.therapist, 'start');
    for (const who of ['therapist', 'coTherapist', 'tom', 'maya']) {
      expect(await code(who, 'update agreement set until_on = until_on + 7 where id = $1', [it])).toBe('42501');
      expect(await code(who, 'update agreement set terms_id = $2 where id = $1', [it, randomUUID()])).toBe('42501');
    }
    expect(await code('therapist', 'update agreement set listed_at = now() where id = $1', [it])).toBe('done');
  });
});

describe('a hard day', () => {
  it('is told, and the plan for it written, by herself alone; one of the staff takes note of it once, by name', async () => {
    const plan = `insert into setback_plan (id, client_id, version, content, saved_at) values (gen_random_uuid(), $1, $2, 'x', now())`;
    const told = `insert into setback (id, client_id, content, told_at) values (gen_random_uuid(), $1, 'x', now())`;
    const hers = [w.dana.clientId];
    for (const who of ['therapist', 'supervisor', 'admin', 'tom']) {
      expect([who, await code(who, plan, [...hers, 1])]).toEqual([who, '42501']);
      expect([who, await code(who, told, hers)]).toEqual([who, '42501']);
    }
    expect([await code('dana', plan, [...hers, 1]), await code('dana', told, hers)]).toEqual(['done', 'done']);
    const { id: it } = await made(w.dana.post(`/clients/${w.dana.clientId}/setbacks`, {}));
    const note = 'update setback set seen_at = now(), seen_by = $2 where id = $1';
    expect(await code('therapist', note, [it, w.supervisor.userId])).toBe('42501');
    await nothing('dana', note, [it, w.dana.userId]);
    await made(w.therapist.post(`/setbacks/${it as string}/seen`));
    await nothing('therapist', note, [it, w.therapist.userId]);
  });
});

describe('whose a row is', () => {
  it('does not change, by whoever may change the row', async () => {
    const [couple, dana, tom] = [w.coupleId, w.dana.clientId, w.tom.clientId];
    for (const table of ['assignment', 'session', 'note', 'response', 'scale_schedule', 'psychotherapy_note']) {
      for (const [set, value] of [
        ['client_id = null, couple_id', couple],
        ['client_id', dana],
        ['client_id', tom],
        ['couple_id', couple],
        ['clinic_id', w.other.clinicId],
        ['id', randomUUID()],
      ]) {
        const text = `update ${table} set ${set} = $1`;
        for (const who of ['therapist', 'maya'])
          expect([who, text, await code(who, text, [value])]).toEqual([who, text, '42501']);
      }
    }
    expect(await code('therapist', 'update note set author_id = $1', [coTherapist.userId])).toBe('42501');
    expect(await code('admin', 'update care_team set staff_id = $1', [w.admin.userId])).toBe('42501');
    expect(await code('admin', 'update couple_partner set couple_id = $1', [w.coupleId])).toBe('42501');
    expect(await code('admin', 'update supervision set supervisor_id = $1', [w.therapist.userId])).toBe('42501');
  });

  it('is a partner of that couple, where it names both', async () => {
    const stranger = { client_id: w.dana.clientId, couple_id: w.coupleId };
    expect(
      await insertAs('coTherapist', 'session', id['joint session']!, {
        ...stranger,
        status: 'cancelled',
        therapist_id: coTherapist.userId,
      }),
    ).toBe('42501');
    expect(await insertAs('therapist', 'session', id['joint session']!, { ...stranger, status: 'cancelled' })).toBe(
      '42501',
    );
  });

  it('is the same as of what it hangs on, and it hangs on nothing that its writer does not see', async () => {
    const own = { client_id: w.tom.clientId, couple_id: w.coupleId };
    const onMayas = { ...own, assignment_id: id['assignment maya'] };
    expect(await insertAs('tom', 'response', id['response tom']!, onMayas)).toBe('42501');
    const sent = { ...onMayas, draft_number: 7, sent_by: w.tom.userId };
    expect(await insertAs('tom', 'submission', id['submission tom']!, sent)).toBe('42501');
    // the same answer for an assignment there is and for one there is not
    expect(await insertAs('tom', 'response', id['response tom']!, { ...own, assignment_id: randomUUID() })).toBe(
      '42501',
    );
    const addendum = { author_id: w.therapist.userId, client_id: w.dana.clientId, couple_id: null };
    expect(await insertAs('therapist', 'note_addendum', id['addendum']!, addendum)).toBe('42501');
  });

  it('is said by whoever wrote it', async () => {
    const forged = { sent_by: w.maya.userId, draft_number: 8 };
    expect(await insertAs('tom', 'submission', id['submission tom']!, forged)).toBe('42501');
    expect(await insertAs('tom', 'submission', id['submission tom']!, { draft_number: 8 })).toBe('done');
    const given = { assigned_by: coTherapist.userId };
    expect(await insertAs('therapist', 'assignment', id['assignment maya']!, given)).toBe('42501');
    const session = { therapist_id: coTherapist.userId, status: 'cancelled' };
    expect(await insertAs('therapist', 'session', id['session']!, session)).toBe('42501');
  });
});

describe('what was given and sent', () => {
  it('is not rewritten by the person it was given to', async () => {
    for (const set of [
      'worksheet_key = $1',
      'message = $1::bytea',
      'assigned_by = $1::uuid',
      'worksheet_id = $1::uuid',
    ])
      expect(await code('maya', `update assignment set ${set}`, [w.maya.userId])).toBe('42501');
    for (const who of ['maya', 'therapist'])
      expect(await code(who, 'update submission set content = $1', [Buffer.from('x')])).toBe('42501');
  });

  it('stays with its author once taken back, also for an update that names no row', async () => {
    await admin.query('update submission set recalled_at = now() where id = $1', [id['submission tom']]);
    const { count } = await as('therapist', ['update submission set recalled_at = null']);
    const seen = await as(
      'therapist',
      ['update submission set recalled_at = null'],
      ['select 1 from submission where id = $1', [id['submission tom']]],
    );
    await admin.query('update submission set recalled_at = null where id = $1', [id['submission tom']]);
    expect([count, seen.count]).toEqual([2, 0]);
  });

  it('is not taken back once it was opened', async () => {
    await admin.query('update submission set opened_at = now() where id = $1', [id['submission maya']]);
    await nothing('maya', 'update submission set recalled_at = now() where id = $1', [id['submission maya']]);
    await nothing('maya', 'update submission set opened_at = null');
  });
});

describe('signed notes', () => {
  it('keep their words for whoever asks', async () => {
    for (const who of ['therapist', 'mayasOwn', 'coTherapist', 'supervisor', 'admin', 'maya']) {
      await nothing(who, 'update note set sections = $2 where id = $1', [id['signed'], Buffer.from('x')]);
      await nothing(who, `update note set status = 'draft' where id = $1`, [id['signed']]);
      await nothing(who, 'delete from note where id = $1', [id['signed']]);
      await nothing(who, 'update psychotherapy_note set sections = $1', [Buffer.from('x')]);
      await nothing(who, 'update note_addendum set text = $1', [Buffer.from('x')]);
      await nothing(who, 'update note_revision set sections = $1', [Buffer.from('x')]);
    }
  });

  it('are begun as drafts, and added to only once signed', async () => {
    const again = { content_hash: 'a'.repeat(64) };
    expect(await insertAs('therapist', 'note', id['signed']!, again)).toBe('42501');
    const early = { note_id: id['draft'], author_id: mayasOwn.userId };
    expect(await insertAs('mayasOwn', 'note_addendum', id['addendum']!, early)).toBe('42501');
    const onOwnWords = { note_id: id['own words'], author_id: mayasOwn.userId };
    const { text, values } = await copy('note_addendum', id['addendum']!, onOwnWords);
    expect(await code('mayasOwn', text.replace('note_addendum', 'psychotherapy_addendum'), values)).toBe('42501');
  });

  it('are co-signed by a supervisor, and by nobody else', async () => {
    people['author'] = () => ({ agent: w.therapist2, roles: 'therapist' });
    const note = (await admin.query<Record<string, unknown>>('select * from note where id = $1', [id['waiting']]))
      .rows[0]!;
    expect(note['status']).toBe('awaiting_cosign');
    const cosign = (by: string, hash = note['content_hash']): [string, unknown[]] => [
      `insert into note_cosignature (id, note_id, client_id, supervisor_id, decision, created_at, note_version, content_hash, signature)
       values (gen_random_uuid(), $1, $2, $3, 'cosigned', now(), $4, $5, $6)`,
      [id['waiting'], note['client_id'], by, note['version'], hash, Buffer.from('x')],
    ];
    const sign: [string, unknown[]] = [`update note set status = 'signed' where id = $1`, [id['waiting']]];
    expect((await as('author', cosign(w.therapist2.userId))).code).toBe('42501');
    expect((await as('author', sign)).code).toBe('KE001');
    expect((await as('supervisor', sign)).code).toBe('KE001');
    expect((await as('supervisor', cosign(w.supervisor.userId, 'b'.repeat(64)))).code).toBe('42501');
    expect(await as('supervisor', cosign(w.supervisor.userId), sign)).toMatchObject({ code: 'done', count: 1 });
    await nothing('supervisor', `update note set status = 'signed', sections = $2 where id = $1`, [
      id['waiting'],
      Buffer.from('x'),
    ]);
  });
});

describe('who signs in', () => {
  it('is mailed at the address that was accepted', async () => {
    const [maya] = [w.maya.userId];
    const other = Buffer.from('elsewhere');
    for (const who of ['therapist', 'admin', 'maya', 'tom'])
      await nothing(who, 'update app_user set email = $2 where id = $1', [maya, other]);
    await nothing('therapist', `update app_user set status = 'invited' where id = $1`, [maya]);
    expect(await code('therapist', `update app_user set status = 'disabled' where id = $1`, [w.admin.userId])).toBe(
      'done',
    );
    await nothing('therapist', `update app_user set status = 'disabled' where id = $1`, [w.admin.userId]);
  });
});

describe('what the app’s role cannot reach', () => {
  it.each([
    'select * from door.account',
    'select * from door.token',
    'select * from pgboss.job',
    'select * from outbox',
    'select * from outbox_take(10)',
    'select * from sight_client',
    'insert into audit_event (clinic_id, act, target) values (gen_random_uuid(), $$x$$, $$y$$)',
    'select door_issue(gen_random_uuid(), gen_random_uuid(), $$reset$$, $$x$$::bytea, $$1 h$$::interval, null)',
    'select * from mail_address(gen_random_uuid(), gen_random_uuid())',
    'select portal_user(gen_random_uuid(), gen_random_uuid())',
    'select audit_seal(1)',
    'select * from audit_verify(gen_random_uuid())',
    `select protect('client', 'clinic')`,
    'delete from note',
    'delete from audit_event',
    'update data_key set wrapped = $$x$$::bytea',
  ])('%s', async (text) => {
    for (const who of ['admin', 'therapist', 'tom']) {
      const { code: refusal, count } = await as(who, [text]);
      expect([who, refusal === '42501' || (refusal === 'done' && count === 0)]).toEqual([who, true]);
    }
  });

  it('an entry of the log names whoever is signed in, and nobody else', async () => {
    const functions = await admin.query<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p where p.proname like 'audit%' and has_function_privilege('kept_app', p.oid, 'execute')`,
    );
    expect(functions.rows.map(({ name }) => name).sort()).toEqual([
      'audit_access(text,text,uuid[],uuid,uuid)',
      'audit_own(bigint,integer)',
      'audit_read(uuid,uuid,text,timestamp with time zone,timestamp with time zone,bigint,integer)',
      'audit_verify_own()',
    ]);
    const refused = await w.tom.get('/audit-events');
    expect(refused.status).toBe(403);
    const { rows } = await admin.query<{ actor_id: string; request_id: string; target: string }>(
      `select actor_id, request_id, target from audit_event where act = 'refused 403' order by id desc limit 1`,
    );
    expect(rows[0]).toEqual({
      actor_id: w.tom.userId,
      request_id: refused.headers['x-request-id'],
      target: 'GET /api/v1/audit-events',
    });
  });

  it('somebody else’s key', async () => {
    for (const who of ['tom', 'dana', 'stranger', 'supervisor'])
      expect((await as(who, ['select 1 from data_key where client_id = $1', [w.maya.clientId]])).count).toBe(0);
    expect((await as('tom', ['select 1 from data_key'])).count).toBe(2);
  });
});
