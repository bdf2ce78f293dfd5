import { draft, etag, signed } from './acts.js';
import { world, type World } from './world.js';

let w: World;
let ids: Record<string, string>;

interface Item {
  id: string;
  kind: string;
}
interface Part {
  scope: string;
  coupleId: string | null;
  allowed: boolean;
  signers: { clientId: string; name: string; signature: { id: string; expiresOn: string } | null }[];
  items: Item[];
}
interface Preview {
  parts: Part[];
  withheld: { what: string; count: number | null }[];
  authorisations: { id: string; state: string; clientName: string }[];
  drawn: { id: string; count: number }[];
}

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const previewOf = async (who: World['therapist'], by = w.therapist): Promise<Preview> => {
  const { status, body } = await by.get(`/clients/${who.clientId}/record-preview`);
  expect(status).toBe(200);
  return body as Preview;
};
const partOf = ({ parts }: Preview, scope: string): Part => parts.find((part) => part.scope === scope)!;
const idsIn = (part: Part): string[] => part.items.map(({ id }) => id);
const sign = async (asker: World['therapist'], body: object): Promise<{ status: number; body: unknown }> =>
  w.therapist.post(`/clients/${asker.clientId}/record-authorisations`, {
    ...{ signedOn: day(-3), expiresOn: day(60) },
    ...body,
  });
const draw = (asker: World['therapist'], body: object, by = w.therapist): ReturnType<World['therapist']['post']> =>
  by.post(`/clients/${asker.clientId}/record-releases`, body);
const joint = (): object => ({ scope: 'joint', coupleId: w.coupleId });

beforeAll(async () => {
  w = await world();
  const [maya, tom, both] = [{ clientId: w.maya.clientId }, { clientId: w.tom.clientId }, { coupleId: w.coupleId }];
  const wrong = await signed(w.therapist, maya);
  await w.therapist.post(`/notes/${wrong.id}/entered-in-error`, { reason: 'The wrong chart.' });
  const own = { kind: 'psychotherapy', format: 'free', sections: { text: 'Mine.' } };
  ids = {
    mayas: (await signed(w.therapist, maya)).id,
    mayasWithin: (await signed(w.therapist, { ...maya, ...both })).id,
    toms: (await signed(w.therapist, tom)).id,
    tomsWithin: (await signed(w.therapist, { ...tom, ...both })).id,
    joint: (await signed(w.therapist, both)).id,
    draft: (await draft(w.therapist, maya)).id,
    jointDraft: (await draft(w.therapist, both)).id,
    wrong: wrong.id,
    private: (await signed(w.therapist, maya, own)).id,
    privateOnBoth: (await signed(w.therapist, both, own)).id,
  };
});
afterAll(() => w.close());

describe('if Maya asks for her records', () => {
  it('the preview shows her own record and the joint one, each thing once', async () => {
    const preview = await previewOf(w.maya);
    expect(idsIn(partOf(preview, 'own')).sort()).toEqual([ids['mayas'], ids['mayasWithin']].sort());
    expect(idsIn(partOf(preview, 'joint'))).toEqual([ids['joint']]);
  });

  it('nothing of Tom’s own is in it, in either direction', async () => {
    const [hers, his] = [JSON.stringify(await previewOf(w.maya)), JSON.stringify(await previewOf(w.tom))];
    for (const id of [ids['toms'], ids['tomsWithin']])
      expect([hers.includes(id!), his.includes(id!)]).toEqual([false, true]);
    for (const id of [ids['mayas'], ids['mayasWithin']])
      expect([hers.includes(id!), his.includes(id!)]).toEqual([true, false]);
  });

  it('no psychotherapy note is in it, nor how many there are, nor a draft or a mistake', async () => {
    const preview = await previewOf(w.maya);
    for (const key of ['private', 'privateOnBoth', 'draft', 'jointDraft', 'wrong'])
      expect([key, JSON.stringify(preview).includes(ids[key]!)]).toEqual([key, false]);
    expect(preview.withheld).toEqual([
      { what: 'partner_record', count: null },
      { what: 'psychotherapy', count: null },
      { what: 'unsigned', count: 2 },
      { what: 'mistakes', count: 1 },
      { what: 'staff_only', count: null },
    ]);
  });

  it('her own sheets and scales go with her record, and what she called back does not', async () => {
    const { items } = (await w.therapist.get('/worksheets?limit=100')).body as { items: { id: string; key: string }[] };
    const worksheetId = items.find(({ key }) => key === 'feelings-journal')!.id;
    const given = await w.therapist.post('/assignments', { worksheetId, clientIds: [w.maya.clientId] });
    const [one] = (given.body as { items: { id: string }[] }).items;
    const entries = [{ rowId: '01900000-0000-7000-8000-00000000dead', note: 'Calm.', share: false }];
    await w.maya.put(`/assignments/${one!.id}/response`, { answers: { entries } }, etag(1));
    expect((await w.maya.post(`/assignments/${one!.id}/submit`, undefined, etag(2))).status).toBe(200);
    const tracker = ((await w.maya.get('/instruments')).body as { items: { id: string; items: { key: string }[] }[] })
      .items[0]!;
    const answers = { [tracker.items[0]!.key]: 5 };
    const asked = { instrumentId: tracker.id, clientId: w.maya.clientId, answers };
    expect((await w.maya.post('/scale-responses', asked)).status).toBe(201);
    const own = partOf(await previewOf(w.maya), 'own');
    expect(own.items.map(({ kind }) => kind).sort()).toEqual(['note', 'note', 'scale', 'sheet']);
    expect(JSON.stringify(partOf(await previewOf(w.tom), 'own'))).not.toContain('"sheet"');
  });

  it('nothing is drawn up before she has signed, and then exactly what the preview shows', async () => {
    const early = await draw(w.maya, { scope: 'own' });
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'signature_missing']);
    expect((await sign(w.maya, { scope: 'own', clientId: w.maya.clientId })).status).toBe(201);
    const own = partOf(await previewOf(w.maya), 'own');
    expect(own.allowed).toBe(true);
    const made = await draw(w.maya, { scope: 'own' });
    expect([made.status, (made.body as { items: Item[] }).items]).toEqual([201, own.items]);
    const { id } = made.body as { id: string };
    const read = await w.therapist.get(`/record-releases/${id}`);
    expect((read.body as { items: Item[] }).items).toEqual(own.items);
    expect((await previewOf(w.maya)).drawn).toEqual([expect.objectContaining({ id, count: own.items.length })]);
  });

  it('the joint record waits for both: one signature is not enough, whose ever it is', async () => {
    const first = await sign(w.maya, { ...joint(), clientId: w.maya.clientId });
    expect(first.status).toBe(201);
    const one = partOf(await previewOf(w.maya), 'joint');
    expect([one.allowed, one.signers.map(({ signature }) => signature !== null)]).toEqual([false, [true, false]]);
    expect((await draw(w.maya, joint())).status).toBe(409);
    // Tom's signature for a request of his own is none for hers
    await sign(w.tom, { ...joint(), clientId: w.tom.clientId });
    expect((await draw(w.maya, joint())).status).toBe(409);
    const second = await sign(w.maya, { ...joint(), clientId: w.tom.clientId });
    expect(second.status).toBe(201);
    expect((await draw(w.maya, joint())).status).toBe(201);
    // and taken back, it is missing again
    const { id } = second.body as { id: string };
    expect((await w.therapist.post(`/record-authorisations/${id}/revoke`)).status).toBe(200);
    expect((await draw(w.maya, joint())).status).toBe(409);
    expect((await w.therapist.post(`/record-authorisations/${id}/revoke`)).status).toBe(409);
    expect((await previewOf(w.maya)).authorisations.map(({ state }) => state)).toEqual(['revoked', 'stands', 'stands']);
  });

  it('a signature has its day, lasts a year at most, and is of somebody whose record it is', async () => {
    const own = { scope: 'own', clientId: w.tom.clientId };
    expect((await sign(w.tom, { ...own, signedOn: day(2) })).status).toBe(400);
    expect((await sign(w.tom, { ...own, expiresOn: day(500) })).status).toBe(400);
    expect((await sign(w.tom, { ...own, signedOn: day(-400), expiresOn: day(-30) })).status).toBe(400);
    expect((await sign(w.tom, { ...own, clientId: w.maya.clientId })).status).toBe(400);
    expect((await sign(w.tom, { ...joint(), clientId: w.dana.clientId })).status).toBe(400);
    expect((await sign(w.dana, { ...joint(), clientId: w.dana.clientId })).status).toBe(400);
    expect((await sign(w.tom, { scope: 'joint', clientId: w.tom.clientId })).status).toBe(400);
  });

  it('the front desk, the two themselves and colleagues without care see none of it', async () => {
    const at = `/clients/${w.maya.clientId}`;
    for (const agent of [w.admin, w.maya, w.tom]) {
      expect((await agent.get(`${at}/record-preview`)).status).toBe(403);
      expect((await draw(w.maya, { scope: 'own' }, agent)).status).toBe(403);
    }
    for (const agent of [w.therapist2, w.supervisor, w.other.therapist]) {
      expect((await agent.get(`${at}/record-preview`)).status).toBe(404);
      expect((await draw(w.maya, { scope: 'own' }, agent)).status).toBe(404);
    }
  });

  it('whoever treats Maya alone meets neither the joint record nor who signed for it', async () => {
    const added = await w.admin.post(`/clients/${w.maya.clientId}/care-team`, { staffId: w.therapist2.userId });
    expect(added.status).toBe(201);
    const preview = await previewOf(w.maya, w.therapist2);
    expect(preview.parts.map(({ scope }) => scope)).toEqual(['own']);
    expect(preview.withheld).toContainEqual({ what: 'joint_of_others', count: null });
    expect(preview.authorisations.map(({ clientName }) => clientName)).toEqual(['Maya']);
    expect(preview.drawn).toHaveLength(1);
  });

  it('every look is in the access log, as a look at the record itself is', async () => {
    await previewOf(w.maya);
    await w.owner.query('set role kept_audit');
    const { rows } = await w.owner.query<{ n: string }>(
      `select count(*) as n from audit_event where act = 'read' and target = 'record-releases' and actor_id = $1`,
      [w.therapist.userId],
    );
    await w.owner.query('reset role');
    expect(Number(rows[0]!.n)).toBeGreaterThan(0);
  });

  it('cannot be drawn up beneath the services either, with a signature missing', async () => {
    const { rows } = await w.owner.query<{ policy: string }>(
      `select polname as policy from pg_policy where polrelid = 'record_release'::regclass and not polpermissive and polcmd = 'a'`,
    );
    expect(rows.map(({ policy }) => policy)).toContain('all_signed');
  });
});
