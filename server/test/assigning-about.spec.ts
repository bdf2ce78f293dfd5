import { etag } from './acts.js';
import { world, type World } from './world.js';

/** Between two people more than one thing may have happened, and a sheet is about one of them: roles and questions follow it. */
let w: World;
let pacing: string;

interface Given {
  id: string;
  betrayalId: string | null;
  version: number;
}
async function made<T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const event = (maya: string, tom: string) =>
  made<{ id: string; version: number }>(
    w.therapist.post(`/couples/${w.coupleId}/betrayals`, {
      types: ['online'],
      roles: [
        { clientId: w.maya.clientId, role: maya },
        { clientId: w.tom.clientId, role: tom },
      ],
    }),
  );
const give = async (more: object = {}): Promise<Given> =>
  (
    await made<{ items: Given[] }>(
      w.therapist.post('/assignments', { worksheetId: pacing, clientIds: [w.maya.clientId], ...more }),
    )
  ).items[0]!;
/** What Maya is asked: her own questions of the sheet, or those of who did it. */
const askedOf = async ({ id }: Given): Promise<string[]> => {
  const { worksheet } = await made<{ worksheet: { sections: { fields: { key: string }[] }[] } }>(
    w.maya.get(`/assignments/${id}`),
  );
  return worksheet.sections.flatMap(({ fields }) => fields.map(({ key }) => key));
};

beforeEach(async () => {
  w = await world();
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  pacing = items.find(({ key }) => key === 'disclosure-pacing')!.id;
});
afterEach(() => w.close());

it('asks by their roles in the work as a whole where nothing was entered', async () => {
  const given = await give();
  expect(given.betrayalId).toBe(null);
  expect(await askedOf(given)).toContain('questions');
  // and somebody without a partner loses nothing
  expect((await give({ clientIds: [w.dana.clientId] })).betrayalId).toBe(null);
});

it('asks by the latest that is open, or by the one that was chosen', async () => {
  const hers = await event('injured', 'involved');
  const his = await event('involved', 'injured');
  const usual = await give();
  expect(usual.betrayalId).toBe(his.id);
  expect([await askedOf(usual), (await askedOf(usual)).includes('questions')]).toEqual([
    expect.arrayContaining(['topics']),
    false,
  ]);
  const chosen = await give({ betrayalId: hers.id });
  expect([chosen.betrayalId, (await askedOf(chosen)).includes('questions')]).toEqual([hers.id, true]);
  expect((await give({ betrayalId: null })).betrayalId).toBe(null);
  await made(w.therapist.post(`/betrayals/${his.id}/close`, { reason: 'Worked through.' }, etag(his.version)));
  expect((await give()).betrayalId).toBe(hers.id);
  expect(
    (await w.therapist.post('/assignments', { worksheetId: pacing, clientIds: [w.maya.clientId], betrayalId: his.id }))
      .status,
  ).toBe(400);
});

it('goes on in the role it was given in, when it is given again', async () => {
  await event('involved', 'injured');
  const first = await give({ repeat: { everyDays: 7 }, dueOn: '2027-01-04' });
  await event('injured', 'involved');
  await made(w.maya.put(`/assignments/${first.id}/response`, { answers: { aftercare: ['day-one'] } }, etag(1)));
  await made(w.maya.post(`/assignments/${first.id}/submit`, undefined, etag(2)));
  await made(w.therapist.post(`/assignments/${first.id}/review`, { decision: 'accept' }, etag(3)));
  const { items } = await made<{ items: Given[] }>(
    w.therapist.get(`/assignments?clientId=${w.maya.clientId}&status=open`),
  );
  expect(items).toMatchObject([{ betrayalId: first.betrayalId }]);
  expect(await askedOf(items[0]!)).toContain('topics');
});

it('puts first in the library what suits the part each has in it, and tells no client which it was', async () => {
  const hers = await event('injured', 'involved');
  const his = await event('involved', 'injured');
  const first = async (betrayalId: string): Promise<string[]> => {
    const path = `/worksheets?limit=100&clientId=${w.maya.clientId}&betrayalId=${betrayalId}`;
    const { items } = await made<{ items: { key: string; offer: { because: string | null } }[] }>(
      w.therapist.get(path),
    );
    return items.filter(({ offer }) => offer.because === 'for_role').map(({ key }) => key);
  };
  expect(await first(hers.id)).not.toEqual(await first(his.id));
  const given = await give();
  expect(await made(w.maya.get(`/assignments/${given.id}`))).toMatchObject({ betrayalId: null });
  expect((await w.therapist.get(`/worksheets?clientId=${w.maya.clientId}&betrayalId=${given.id}`)).status).toBe(400);
});
