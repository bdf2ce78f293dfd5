import type { Agent } from './agent.js';
import { etag } from './acts.js';
import { world, type World } from './world.js';

let w: World;

async function made<T = Record<string, unknown>>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

type Role = 'injured' | 'involved' | 'both' | 'unspecified';
const roles = (maya: Role, tom: Role) => [
  { clientId: w.maya.clientId, role: maya },
  { clientId: w.tom.clientId, role: tom },
];
const betrayal = (more: object = {}) => ({
  ...{ types: ['emotional'], known: 'Messages over a year.', discoveredOn: '2026-01-20' },
  ...{ roles: roles('injured', 'involved') },
  ...more,
});
interface Betrayal {
  id: string;
  version: number;
  roles: object[];
  closedAt: string | null;
}
const add = (more?: object): Promise<Betrayal> =>
  made(w.therapist.post(`/couples/${w.coupleId}/betrayals`, betrayal(more)));
const changes = async (): Promise<Record<string, unknown>[]> =>
  (await made<{ items: Record<string, unknown>[] }>(w.therapist.get(`/couples/${w.coupleId}/changes`))).items;
const versionOfCouple = async (): Promise<number> =>
  (await made<{ version: number }>(w.therapist.get(`/couples/${w.coupleId}`))).version;

beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

describe('what happened', () => {
  it('can be more than one thing, and neither partner has the same part in each', async () => {
    await add();
    await add({ types: ['financial'], roles: roles('both', 'both'), known: null, discoveredOn: null });
    const { items } = await made<{ items: object[] }>(w.therapist.get(`/couples/${w.coupleId}/betrayals`));
    expect(items).toMatchObject([
      { types: ['emotional'], known: 'Messages over a year.', createdByName: 'Dr Ellis', closedAt: null },
      { types: ['financial'], roles: roles('both', 'both'), known: null },
    ]);
  });

  it('is changed and closed with a reason, which stays with who gave it', async () => {
    const one = await add();
    const again = betrayal({ roles: roles('injured', 'both'), reason: 'He told of his own hurt in it.' });
    const changed = await made<Betrayal>(w.therapist.patch(`/betrayals/${one.id}`, again, etag(one.version)));
    expect(changed.roles).toEqual(roles('injured', 'both'));
    const closed = await made<Betrayal>(
      w.therapist.post(`/betrayals/${one.id}/close`, { reason: 'Worked through.' }, etag(changed.version)),
    );
    expect(closed.closedAt).not.toBeNull();
    expect((await w.therapist.patch(`/betrayals/${one.id}`, again, etag(closed.version))).body).toMatchObject({
      code: 'invalid_transition',
    });
    const about = (await changes()).filter(({ eventId }) => eventId === one.id);
    expect(about).toMatchObject([
      { what: 'event_closed', reason: 'Worked through.', changedByName: 'Dr Ellis' },
      { what: 'event_changed', reason: 'He told of his own hurt in it.' },
      { what: 'event_added', reason: null },
    ]);
  });

  it.each([
    ['no role of one of them', () => betrayal({ roles: [roles('both', 'both')[0], roles('both', 'both')[0]] })],
    [
      'a role of somebody else',
      () => betrayal({ roles: [roles('both', 'both')[0], { clientId: w.dana.clientId, role: 'both' }] }),
    ],
    ['no kind', () => betrayal({ types: [] })],
    ['a day that is none', () => betrayal({ discoveredOn: '2026-02-30' })],
  ])('is refused with %s', async (_, body) => {
    expect((await w.therapist.post(`/couples/${w.coupleId}/betrayals`, body())).status).toBe(400);
  });

  it('is refused to change without a reason, or on an old version', async () => {
    const one = await add();
    expect((await w.therapist.patch(`/betrayals/${one.id}`, betrayal(), etag(1))).status).toBe(400);
    const body = betrayal({ reason: 'A better word for it.' });
    expect((await w.therapist.patch(`/betrayals/${one.id}`, body, etag(7))).status).toBe(412);
    expect((await w.therapist.patch(`/betrayals/${one.id}`, body)).status).toBe(428);
  });

  it('is known to those who treat them, and to nobody else', async () => {
    const { id } = await add();
    const table: [Agent, number][] = [
      [w.maya, 403],
      [w.tom, 403],
      [w.admin, 403],
      [w.therapist2, 404],
      [w.supervisor, 404],
      [w.other.therapist, 404],
    ];
    for (const [agent, status] of table) {
      expect((await agent.get(`/couples/${w.coupleId}/betrayals`)).status).toBe(status);
      expect((await agent.get(`/couples/${w.coupleId}/changes`)).status).toBe(status);
      expect((await agent.post(`/couples/${w.coupleId}/betrayals`, betrayal())).status).toBe(status);
      const body = betrayal({ reason: 'Somebody said so.' });
      expect((await agent.patch(`/betrayals/${id}`, body, etag(1))).status).toBe(status);
    }
  });
});

describe('a role', () => {
  const swap = async (maya: Role, tom: Role, reason?: string) =>
    made(
      w.therapist.patch(
        `/couples/${w.coupleId}`,
        { partners: roles(maya, tom), ...(reason ? { reason } : {}) },
        etag(await versionOfCouple()),
      ),
    );

  it('changes with a reason that staff read; what stays the same leaves no line', async () => {
    await swap('both', 'involved', 'Her own affair came to light.');
    const [first, second] = await changes();
    expect(first).toMatchObject({
      ...{ what: 'role', clientId: w.maya.clientId, from: 'injured', to: 'both' },
      ...{ reason: 'Her own affair came to light.', changedByName: 'Dr Ellis' },
    });
    expect(second).not.toMatchObject({ what: 'role' });
    const before = (await changes()).length;
    await swap('both', 'involved');
    expect((await changes()).length).toBe(before);
  });

  it('changes without one by the older way, and what was given before about their work as a whole keeps what it asks', async () => {
    await swap('injured', 'involved');
    const worksheets = await made<{ items: { id: string; key: string }[] }>(w.therapist.get('/worksheets?limit=100'));
    const worksheetId = worksheets.items.find(({ key }) => key === 'feelings-journal')!.id;
    const give = async (): Promise<string> =>
      (
        await made<{ items: { id: string }[] }>(
          w.therapist.post('/assignments', {
            worksheetId,
            coupleId: w.coupleId,
            clientIds: [w.maya.clientId],
            betrayalId: null,
          }),
        )
      ).items[0]!.id;
    const asked = async (id: string): Promise<unknown> =>
      (await w.owner.query<{ asked_as: string }>('select asked_as from assignment where id = $1', [id])).rows[0]!
        .asked_as;
    const before = await give();
    await swap('involved', 'injured');
    expect([await asked(before), await asked(await give())]).toEqual(['injured', 'involved']);
    expect((await changes())[0]).toMatchObject({ what: 'role', reason: null });
  });

  it.each<[Role, string | null]>([
    ['injured', 'injured'],
    ['involved', 'involved'],
    ['both', null],
    ['unspecified', null],
  ])('%s decides what is asked of whoever has it, about their work as a whole', async (role, asked) => {
    await swap(role, 'unspecified');
    const worksheets = await made<{ items: { id: string; key: string }[] }>(w.therapist.get('/worksheets?limit=100'));
    const worksheetId = worksheets.items.find(({ key }) => key === 'feelings-journal')!.id;
    const { items } = await made<{ items: { id: string }[] }>(
      w.therapist.post('/assignments', {
        worksheetId,
        coupleId: w.coupleId,
        clientIds: [w.maya.clientId],
        betrayalId: null,
      }),
    );
    const { rows } = await w.owner.query('select asked_as from assignment where id = $1', [items[0]!.id]);
    expect(rows).toEqual([{ asked_as: asked }]);
  });
});
