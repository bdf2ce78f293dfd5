import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from './app.js';

/**
 * Who sees which row, and how people try to see more: straight in SQL as the app's own role, beneath every service
 * and guard. Tables of each kind are made here, so that the table of ten people holds for whatever feature comes.
 */
type Who =
  | 'therapist'
  | 'coTherapist'
  | 'annsOwn'
  | 'unrelated'
  | 'former'
  | 'supervisor'
  | 'admin'
  | 'ann'
  | 'ben'
  | 'dora'
  | 'stranger';

const clinic = randomUUID();
const elsewhere = randomUUID();
const id: Record<string, string> = {};
const make = (name: string): string => (id[name] ??= randomUUID());

const people: Record<Who, { roles: string; clinic: string; client?: string }> = {
  therapist: { roles: 'therapist', clinic },
  coTherapist: { roles: 'therapist', clinic },
  annsOwn: { roles: 'therapist', clinic },
  unrelated: { roles: 'therapist', clinic },
  former: { roles: 'therapist', clinic },
  supervisor: { roles: 'supervisor', clinic },
  admin: { roles: 'admin', clinic },
  ann: { roles: 'client', clinic, client: 'c-ann' },
  ben: { roles: 'client', clinic, client: 'c-ben' },
  dora: { roles: 'client', clinic, client: 'c-dora' },
  stranger: { roles: 'therapist', clinic: elsewhere },
};

let owner: pg.Client;
let app: pg.Client;

/** Runs one statement as somebody and takes it back. Answers its rows, or the code of the refusal. */
async function as(
  who: Who | Record<string, string>,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: Record<string, unknown>[]; code: string; count: number }> {
  const settings =
    typeof who === 'string'
      ? {
          clinic: people[who].clinic,
          actor: make(who),
          roles: people[who].roles,
          client: people[who].client ? make(people[who].client) : '',
          request: randomUUID(),
        }
      : who;
  await app.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await app.query('select set_config($1, $2, true)', [`kept.${name}`, value]);
    const { rows, rowCount } = await app.query<Record<string, unknown>>(text, values);
    return { rows, code: 'done', count: rowCount ?? 0 };
  } catch (error) {
    return { rows: [], code: (error as { code: string }).code, count: 0 };
  } finally {
    await app.query('rollback');
  }
}

/** The names of the rows of a table that somebody sees. */
async function seen(who: Who, table: string): Promise<string[]> {
  const { rows } = await as(who, `select id from ${table}`);
  const names = new Map(Object.entries(id).map(([name, value]) => [value, name]));
  return rows
    .map((row) => names.get(String(row['id'])) ?? '?')
    .filter((name) => name !== '?')
    .sort();
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  await owner.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}

const sealed = Buffer.from('sealed');
const now = new Date();
const yesterday = new Date(now.getTime() - 86_400_000);

async function person(name: string, at = clinic): Promise<void> {
  const row = {
    clinic_id: at,
    id: make(name),
    given_name: sealed,
    family_name: sealed,
    created_at: now,
    updated_at: now,
  };
  await insert('client', row);
}

async function user(name: Who): Promise<void> {
  const { roles, clinic: at, client } = people[name];
  await insert('app_user', {
    clinic_id: at,
    id: make(name),
    client_id: client ? make(client) : null,
    display_name: sealed,
    email: sealed,
    roles: [roles],
    status: 'active',
    created_at: now,
  });
}

const care = (
  name: string,
  staff: Who,
  of: Record<string, unknown>,
  times: Record<string, unknown> = {},
): Promise<void> =>
  insert('care_team', {
    clinic_id: clinic,
    id: make(name),
    staff_id: make(staff),
    from_at: yesterday,
    ...of,
    ...times,
  });

beforeAll(async () => {
  const database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.admin });
  app = new pg.Client({ connectionString: database.app });
  await owner.connect();
  await app.connect();
  await owner.query(`
    set role kept_owner;
    create table probe_staff (clinic_id uuid not null, id uuid not null, client_id uuid, couple_id uuid, author_id uuid, word text,
      primary key (clinic_id, id), foreign key (clinic_id, client_id) references client (clinic_id, id));
    create table probe_shared (like probe_staff including all);
    create table probe_told (like probe_staff including all);
    create table probe_author (like probe_staff including all);
    select protect('probe_staff', 'staff'), protect('probe_shared', 'shared'), protect('probe_told', 'shared', false), protect('probe_author', 'author');
    reset role`);
  for (const at of [clinic, elsewhere])
    await insert('clinic', { id: at, name: 'A clinic', time_zone: 'UTC', wrapped_key: sealed });
  for (const name of ['c-ann', 'c-ben', 'c-dora', 'c-eve']) await person(name);
  await person('c-olga', elsewhere);
  for (const name of Object.keys(people) as Who[]) await user(name);
  for (const couple of ['pair', 'other-pair'])
    await insert('couple', { clinic_id: clinic, id: make(couple), created_at: now, updated_at: now });
  const half = (name: string, couple: string, client: string, place: number) =>
    insert('couple_partner', {
      clinic_id: clinic,
      id: make(name),
      couple_id: make(couple),
      client_id: make(client),
      place,
    });
  await half('h-ann', 'pair', 'c-ann', 1);
  await half('h-ben', 'pair', 'c-ben', 2);
  await care('t-ann', 'therapist', { client_id: make('c-ann') });
  await care('t-ben', 'therapist', { client_id: make('c-ben') });
  await care('t-pair', 'therapist', { couple_id: make('pair') });
  await care('co-pair', 'coTherapist', { couple_id: make('pair') });
  await care('own-ann', 'annsOwn', { client_id: make('c-ann') });
  await care('u-dora', 'unrelated', { client_id: make('c-dora') });
  await care('u-other', 'unrelated', { couple_id: make('other-pair') });
  await care('f-ann', 'former', { client_id: make('c-ann') }, { to_at: now });
  await care('f-pair', 'former', { couple_id: make('pair') }, { to_at: now });
  await insert('supervision', {
    clinic_id: clinic,
    id: make('watch'),
    supervisor_id: make('supervisor'),
    therapist_id: make('therapist'),
    from_at: yesterday,
  });
  const whose = {
    ann: ['c-ann', null],
    ben: ['c-ben', null],
    'ann-in-pair': ['c-ann', 'pair'],
    'ben-in-pair': ['c-ben', 'pair'],
    joint: [null, 'pair'],
    dora: ['c-dora', null],
  };
  for (const [name, [client, couple]] of Object.entries(whose)) {
    for (const kind of ['staff', 'shared', 'told', 'author']) {
      const author = kind === 'author' ? make(name === 'dora' ? 'unrelated' : 'therapist') : null;
      const ids = {
        client_id: client ? make(client) : null,
        couple_id: couple ? make(couple) : null,
        author_id: author,
      };
      await insert(`probe_${kind}`, { clinic_id: clinic, id: make(`${kind}:${name}`), word: 'x', ...ids });
    }
  }
});

afterAll(async () => {
  await app.end();
  await owner.end();
});

describe('who sees which row', () => {
  const pair = ['ann', 'ann-in-pair', 'ben', 'ben-in-pair', 'joint'];
  const within = ['ann-in-pair', 'ben-in-pair', 'joint'];
  const nobody: string[] = [];
  const table: Record<
    Who,
    { client: string[]; couple: string[]; halves: string[]; staff: string[]; shared: string[]; author: string[] }
  > = {
    therapist: {
      client: ['c-ann', 'c-ben'],
      couple: ['pair'],
      halves: ['h-ann', 'h-ben'],
      staff: pair,
      shared: pair,
      author: pair,
    },
    coTherapist: {
      client: ['c-ann', 'c-ben'],
      couple: ['pair'],
      halves: ['h-ann', 'h-ben'],
      staff: within,
      shared: within,
      author: nobody,
    },
    annsOwn: {
      client: ['c-ann'],
      couple: [],
      halves: ['h-ann'],
      staff: ['ann', 'ann-in-pair'],
      shared: ['ann', 'ann-in-pair'],
      author: nobody,
    },
    unrelated: {
      client: ['c-dora'],
      couple: ['other-pair'],
      halves: [],
      staff: ['dora'],
      shared: ['dora'],
      author: ['dora'],
    },
    former: { client: [], couple: [], halves: [], staff: nobody, shared: nobody, author: nobody },
    supervisor: {
      client: ['c-ann', 'c-ben'],
      couple: ['pair'],
      halves: ['h-ann', 'h-ben'],
      staff: pair,
      shared: pair,
      author: nobody,
    },
    admin: {
      client: ['c-ann', 'c-ben', 'c-dora', 'c-eve'],
      couple: ['other-pair', 'pair'],
      halves: ['h-ann', 'h-ben'],
      staff: nobody,
      shared: nobody,
      author: nobody,
    },
    ann: {
      client: ['c-ann'],
      couple: ['pair'],
      halves: ['h-ann'],
      staff: nobody,
      shared: ['ann', 'ann-in-pair', 'joint'],
      author: nobody,
    },
    ben: {
      client: ['c-ben'],
      couple: ['pair'],
      halves: ['h-ben'],
      staff: nobody,
      shared: ['ben', 'ben-in-pair', 'joint'],
      author: nobody,
    },
    dora: { client: ['c-dora'], couple: [], halves: [], staff: nobody, shared: ['dora'], author: nobody },
    stranger: { client: [], couple: [], halves: [], staff: nobody, shared: nobody, author: nobody },
  };

  for (const [who, rows] of Object.entries(table) as [Who, (typeof table)[Who]][]) {
    it(`${who} sees their own and nothing beside it`, async () => {
      expect({
        client: await seen(who, 'client'),
        couple: await seen(who, 'couple'),
        halves: await seen(who, 'couple_partner'),
        staff: (await seen(who, 'probe_staff')).map((name) => name.slice(6)),
        shared: (await seen(who, 'probe_shared')).map((name) => name.slice(7)),
        author: (await seen(who, 'probe_author')).map((name) => name.slice(7)),
      }).toEqual(rows);
      expect((await seen(who, 'probe_told')).map((name) => name.slice(5))).toEqual(rows.shared);
    });
  }

  it('shows a person’s portal to those who may know of the person, and colleagues to everyone', async () => {
    const portals = async (who: Who) =>
      (await seen(who, 'app_user')).filter((name) => ['ann', 'ben', 'dora'].includes(name));
    expect(await portals('therapist')).toEqual(['ann', 'ben']);
    expect(await portals('annsOwn')).toEqual(['ann']);
    expect(await portals('ann')).toEqual(['ann']);
    expect(await portals('stranger')).toEqual([]);
    expect(await seen('unrelated', 'app_user')).toContain('therapist');
    expect(await seen('stranger', 'app_user')).toEqual(['stranger']);
  });

  it('ends with the couple: who leaves it loses what is joint at the next statement', async () => {
    await owner.query('update couple_partner set to_at = now() where id = $1', [make('h-ben')]);
    expect((await seen('ben', 'probe_shared')).map((name) => name.slice(7))).toEqual(['ben', 'ben-in-pair']);
    await owner.query('update couple_partner set to_at = null where id = $1', [make('h-ben')]);
  });
});

describe('without knowing who asks', () => {
  const whole = () => ({ clinic, actor: make('therapist'), roles: 'therapist', client: '', request: randomUUID() });

  it('nothing is seen and nothing is written', async () => {
    const partial: Record<string, string>[] = [
      {},
      { clinic },
      { actor: make('therapist') },
      { roles: 'admin' },
      { ...whole(), clinic: '' },
    ];
    for (const settings of partial) {
      for (const table of ['client', 'couple', 'care_team', 'app_user', 'probe_staff', 'probe_shared']) {
        expect((await as(settings, `select * from ${table}`)).count).toBe(0);
      }
      const { code } = await as(
        settings,
        `insert into probe_staff (clinic_id, id, client_id) values ($1, gen_random_uuid(), $2)`,
        [clinic, make('c-ann')],
      );
      expect(code).toBe('42501');
    }
  });

  it('a malformed clinic is an error, never everything', async () => {
    expect((await as({ ...whole(), clinic: 'all' }, 'select * from client')).code).toBe('22P02');
    expect((await as({ ...whole(), clinic: "' or true" }, 'select * from client')).code).toBe('22P02');
  });

  it('a client who also claims to be staff is a client', async () => {
    const both = { ...whole(), roles: 'client,therapist,admin', client: make('c-ann') };
    expect((await as(both, 'select * from probe_staff')).count).toBe(0);
    expect((await as(both, 'select * from client')).count).toBe(1);
  });
});

describe('nobody widens her own view', () => {
  const join = (who: Who, staff: Who, of: string, column = 'client_id') =>
    as(who, `insert into care_team (id, staff_id, ${column}, from_at) values (gen_random_uuid(), $1, $2, now())`, [
      make(staff),
      make(of),
    ]);

  it('by joining a care team', async () => {
    expect((await join('unrelated', 'unrelated', 'c-ann')).code).toBe('42501');
    expect((await join('unrelated', 'unrelated', 'pair', 'couple_id')).code).toBe('42501');
    expect((await join('annsOwn', 'annsOwn', 'pair', 'couple_id')).code).toBe('42501');
    expect((await join('coTherapist', 'coTherapist', 'c-ann')).code).toBe('42501');
    expect((await join('supervisor', 'supervisor', 'c-ann')).code).toBe('42501');
    expect((await join('admin', 'admin', 'c-ann')).code).toBe('42501');
    expect((await join('ann', 'therapist', 'c-dora')).code).toBe('42501');
  });

  it('by letting a colleague onto a team that is not hers', async () => {
    expect((await join('unrelated', 'former', 'c-ann')).code).toBe('42501');
    expect((await join('supervisor', 'former', 'c-ann')).code).toBe('42501');
    // care of the couple is no care of either partner alone
    expect((await join('coTherapist', 'former', 'c-ann')).code).toBe('42501');
    expect((await join('annsOwn', 'former', 'c-ann')).code).toBe('done');
    expect((await join('admin', 'former', 'c-ann')).code).toBe('done');
  });

  it('by reopening an ended care or moving a care elsewhere', async () => {
    expect((await as('former', 'update care_team set to_at = null where id = $1', [make('f-ann')])).count).toBe(0);
    expect(
      (await as('unrelated', 'update care_team set client_id = $1 where id = $2', [make('c-ann'), make('u-dora')]))
        .code,
    ).toBe('42501');
    expect(
      (await as('admin', 'update care_team set staff_id = $1 where id = $2', [make('admin'), make('u-dora')])).code,
    ).toBe('42501');
    expect(
      (
        await as('coTherapist', 'update care_team set couple_id = null, client_id = $1 where id = $2', [
          make('c-ann'),
          make('co-pair'),
        ])
      ).code,
    ).toBe('42501');
    expect((await as('unrelated', 'update care_team set to_at = now() where id = $1', [make('u-dora')])).count).toBe(1);
  });

  it('by pulling a stranger into a couple, or pushing somebody into a stranger’s', async () => {
    const link = (who: Who, couple: string, client: string, place = 2) =>
      as(who, 'insert into couple_partner (id, couple_id, client_id, place) values (gen_random_uuid(), $1, $2, $3)', [
        make(couple),
        make(client),
        place,
      ]);
    expect((await link('unrelated', 'other-pair', 'c-eve')).code).toBe('42501');
    expect((await link('unrelated', 'other-pair', 'c-ann')).code).toBe('42501');
    expect((await link('unrelated', 'pair', 'c-dora')).code).toBe('42501');
    expect((await link('unrelated', 'other-pair', 'c-dora')).code).toBe('done');
    expect((await as('unrelated', 'update couple_partner set client_id = $1', [make('c-dora')])).count).toBe(0);
    expect(
      (await as('therapist', 'update couple_partner set client_id = $1 where id = $2', [make('c-dora'), make('h-ben')]))
        .code,
    ).toBe('42501');
    expect(
      (
        await as('annsOwn', 'update couple_partner set couple_id = $1 where id = $2', [
          make('other-pair'),
          make('h-ann'),
        ])
      ).code,
    ).toBe('42501');
  });

  it('a couple has two partners at the most', async () => {
    const third =
      'insert into couple_partner (id, clinic_id, couple_id, client_id, place) values (gen_random_uuid(), $1, $2, $3, 2)';
    await expect(owner.query(third, [clinic, make('pair'), make('c-eve')])).rejects.toMatchObject({ code: '23505' });
  });

  it('by becoming a supervisor', async () => {
    const watch = (who: Who, supervisor: Who) =>
      as(who, 'insert into supervision (id, supervisor_id, therapist_id) values (gen_random_uuid(), $1, $2)', [
        make(supervisor),
        make('unrelated'),
      ]);
    expect((await watch('therapist', 'therapist')).code).toBe('42501');
    expect((await watch('supervisor', 'supervisor')).code).toBe('42501');
    expect((await watch('therapist', 'supervisor')).code).toBe('42501');
    expect((await watch('admin', 'admin')).code).toBe('42501');
    expect((await watch('admin', 'supervisor')).code).toBe('done');
    expect((await as('supervisor', 'update supervision set therapist_id = $1', [make('unrelated')])).count).toBe(0);
  });

  it('by raising a role, her own or another’s', async () => {
    const raise = (who: Who, whom: Who) =>
      as(who, `update app_user set roles = array['admin'] where id = $1`, [make(whom)]);
    for (const who of ['therapist', 'supervisor', 'admin', 'ann'] as const)
      expect((await raise(who, who)).count).toBe(0);
    expect((await raise('therapist', 'unrelated')).count).toBe(0);
    expect((await raise('admin', 'therapist')).count).toBe(1);
  });

  it('by making a portal into something else', async () => {
    const turn = (set: string, values: unknown[]) =>
      as('therapist', `update app_user set ${set} where id = $1`, [make('ann'), ...values]);
    expect((await turn(`client_id = null, roles = array['admin']`, [])).code).toBe('42501');
    expect((await turn('client_id = $2', [make('c-dora')])).code).toBe('42501');
    expect((await turn('version = version + 1', [])).count).toBe(1);
  });

  it('by opening a portal on somebody she does not treat', async () => {
    const open = (who: Who, client: string) =>
      as(
        who,
        `insert into app_user (id, client_id, display_name, email, roles, created_at) values (gen_random_uuid(), $1, '', '', array['client'], now())`,
        [make(client)],
      );
    expect((await open('unrelated', 'c-eve')).code).toBe('42501');
    expect((await open('admin', 'c-eve')).code).toBe('done');
  });

  it('by redirecting another’s invitation to herself', async () => {
    const invite = (who: Who, whom: Who) =>
      as(who, `select door_invite($1, $2) as done`, [Buffer.alloc(32, 1), make(whom)]);
    expect(await invite('therapist', 'admin')).toMatchObject({ code: 'done', rows: [{ done: false }] });
    expect((await invite('unrelated', 'ann')).rows).toEqual([{ done: false }]);
    expect((await invite('ann', 'ben')).rows).toEqual([{ done: false }]);
    expect((await invite('therapist', 'ann')).rows).toEqual([{ done: true }]);
    expect((await invite('admin', 'therapist')).rows).toEqual([{ done: true }]);
  });
});

describe('rows stay where they belong', () => {
  it('no row is written for whom one does not treat', async () => {
    const write = (who: Who, client: string | null, couple: string | null, table = 'probe_staff') =>
      as(who, `insert into ${table} (id, client_id, couple_id) values (gen_random_uuid(), $1, $2)`, [
        client && make(client),
        couple && make(couple),
      ]);
    expect((await write('therapist', 'c-ann', null)).code).toBe('done');
    expect((await write('unrelated', 'c-ann', null)).code).toBe('42501');
    expect((await write('unrelated', null, 'pair')).code).toBe('42501');
    expect((await write('unrelated', 'c-dora', 'pair')).code).toBe('42501');
    expect((await write('supervisor', 'c-ann', null)).code).toBe('42501');
    expect((await write('admin', 'c-ann', null)).code).toBe('42501');
    expect((await write('ben', 'c-ann', null, 'probe_shared')).code).toBe('42501');
    expect((await write('ben', 'c-ann', 'pair', 'probe_shared')).code).toBe('42501');
    expect((await write('ben', 'c-ben', 'pair', 'probe_shared')).code).toBe('done');
    expect((await write('ben', 'c-ben', null, 'probe_told')).code).toBe('42501');
  });

  it('no row moves to the partner, to the couple or to another clinic', async () => {
    const move = (set: string, values: unknown[]) =>
      as('ann', `update probe_shared set ${set} where id = $1`, [make('shared:ann'), ...values]);
    expect((await move('client_id = $2', [make('c-ben')])).code).toBe('42501');
    expect((await move('clinic_id = $2', [elsewhere])).code).toBe('42501');
    expect(
      (await as('unrelated', 'update probe_shared set client_id = null, couple_id = $1', [make('pair')])).code,
    ).toBe('42501');
  });

  it('another clinic’s rows can be neither named nor overwritten', async () => {
    const put = (text: string, values: unknown[]) => as('admin', text, values);
    expect(
      (
        await put(`insert into care_team (id, staff_id, client_id) values (gen_random_uuid(), $1, $2)`, [
          make('therapist'),
          make('c-olga'),
        ])
      ).code,
    ).toBe('23503');
    expect(
      (
        await put(`insert into care_team (clinic_id, id, staff_id, client_id) values ($1, gen_random_uuid(), $2, $3)`, [
          elsewhere,
          make('stranger'),
          make('c-olga'),
        ])
      ).code,
    ).toBe('42501');
    const upsert = `insert into client (clinic_id, id, given_name, family_name, created_at, updated_at) values ($1, $2, '', '', now(), now()) on conflict (clinic_id, id)`;
    expect((await put(`${upsert} do update set status = 'ended'`, [elsewhere, make('c-olga')])).code).toBe('42501');
    expect((await as('unrelated', `${upsert} do update set status = 'ended'`, [clinic, make('c-ann')])).code).toBe(
      '42501',
    );
    expect((await as('unrelated', `${upsert} do nothing`, [clinic, make('c-ann')])).count).toBe(0);
    expect(
      (
        await as(
          'unrelated',
          `merge into client c using (select 1) x on c.id = $1 when matched then update set status = 'ended'`,
          [make('c-ann')],
        )
      ).count,
    ).toBe(0);
  });

  it('an id that another clinic holds is no sign of it', async () => {
    const text = `insert into client (id, given_name, family_name, created_at, updated_at) values ($1, '', '', now(), now())`;
    expect((await as('therapist', text, [make('c-olga')])).code).toBe('done');
  });

  it('a test in WHERE never meets a hidden row', async () => {
    expect(
      (await as('unrelated', `select 1 / (case when id = $1 then 0 else 1 end) from client`, [make('c-ann')])).code,
    ).toBe('done');
  });

  it('nothing is deleted, emptied or made, and no other role is taken', async () => {
    for (const text of [
      'delete from client',
      'delete from probe_shared',
      'truncate client cascade',
      'create table mine (id int)',
      'create temporary table mine (id int)',
      'set role kept_owner',
      'set role kept_sight',
      'set session_replication_role = replica',
      'select * from sight_care',
      'select * from door.account',
      'select * from audit_event',
      'delete from audit_event',
      `select * from pg_authid`,
    ]) {
      expect(`${text}: ${(await as('admin', text)).code}`).toBe(`${text}: 42501`);
    }
    expect((await as('therapist', 'set local row_security = off; select * from client')).code).toBe('42501');
  });
});
