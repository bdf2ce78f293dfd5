import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draft, etag, SECTIONS, signed } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { made } from './ended-work.js';
import { headingsOf, partsOf, structureOf, type Outline } from './pdf.structure.js';
import { goal, planText } from './plan.bodies.js';
import { world, type World } from './world.js';

/** What leaves the house when somebody asks for records: plans among it, and the file that goes. */
let w: World;
/** Names of what was written, to the id of the row it lies in. */
const ids: Record<string, string> = {};

interface Item {
  id: string;
  kind: string;
  planNumber?: number;
}
interface Preview {
  parts: { scope: string; items: Item[] }[];
  withheld: { what: string; count: number | null }[];
  drawn: { id: string; blocked: string | null }[];
}
interface Plan {
  id: string;
  version: number;
}

const preview = (who: Agent): Promise<Preview> => made(w.therapist.get(`/clients/${who.clientId}/record-preview`));
const plansIn = ({ parts }: Preview, scope: string): Item[] =>
  parts.find((part) => part.scope === scope)!.items.filter(({ kind }) => kind.startsWith('plan'));
const sign = (asker: Agent, about: object): Promise<{ id: string }> =>
  made(
    w.therapist.post(`/clients/${asker.clientId}/record-authorisations`, {
      ...{ signedOn: day(-3), expiresOn: day(60), scope: 'own', clientId: asker.clientId },
      ...about,
    }),
  );
const drawn = (asker: Agent, about: object = { scope: 'own' }): Promise<{ id: string; blocked: string | null }> =>
  made(w.therapist.post(`/clients/${asker.clientId}/record-releases`, about));
const both = (): object => ({ scope: 'joint', coupleId: w.coupleId });
const outlineOf = async (id: string): Promise<Outline> => {
  const { status, headers, body } = await w.therapist.get(`/record-releases/${id}/pdf`);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return structureOf(body as Buffer);
};
const wordsOf = ({ root }: Outline): string =>
  partsOf(root, /./)
    .map(({ words }) => words)
    .join('\n');
const refused = async (id: string): Promise<[number, string]> => {
  const { status, body } = await w.therapist.get(`/record-releases/${id}/pdf`);
  return [status, (body as { code: string }).code];
};
const begin = (whose: object, text: object): Promise<Plan> =>
  made<Plan>(w.therapist.post('/plans', whose)).then(({ id, version }) =>
    made<Plan>(w.therapist.put(`/plans/${id}`, text, etag(version))),
  );
const inForce = async (whose: object, behaviour: string): Promise<Plan> => {
  const { id, version } = await begin(whose, planText([goal(behaviour)]));
  const plan = await made<Plan>(w.therapist.post(`/plans/${id}/start`, {}, etag(version)));
  await made(w.therapist.post(`/plans/${id}/show`));
  return plan;
};
const answer = async (who: Agent, plan: string, comment: string): Promise<string> => {
  const told = await made<{ mine: { id: string } }>(who.post(`/plans/${plan}/answer`, { answer: 'agreed', comment }));
  return told.mine.id;
};

async function sheet(): Promise<string> {
  const { items } = await made<{ items: { id: string; key: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  const worksheetId = items.find(({ key }) => key === 'feelings-journal')!.id;
  const given = await made<{ items: { id: string }[] }>(
    w.therapist.post('/assignments', { worksheetId, clientIds: [w.maya.clientId] }),
  );
  const { id } = given.items[0]!;
  const entries = [{ rowId: '01900000-0000-7000-8000-00000000dead', note: 'Calm by the river.', share: true }];
  await made(w.maya.put(`/assignments/${id}/response`, { answers: { entries } }, etag(1)));
  await made(w.maya.post(`/assignments/${id}/submit`, undefined, etag(2)));
  return id;
}

async function scale(): Promise<string> {
  const { items } = await made<{ items: { id: string; title: string; items: { key: string }[] }[] }>(
    w.maya.get('/instruments'),
  );
  const [tracker] = items;
  const answers = Object.fromEntries(tracker!.items.map(({ key }) => [key, 5]));
  await made(w.maya.post('/scale-responses', { instrumentId: tracker!.id, clientId: w.maya.clientId, answers }));
  return tracker!.title;
}

let scaleTitle: string;
beforeAll(async () => {
  w = await world();
  const maya = { clientId: w.maya.clientId };
  const tom = { clientId: w.tom.clientId };
  const joint = { coupleId: w.coupleId };
  ids['mayas'] = (await inForce(maya, 'Rings a friend')).id;
  ids['toms'] = (await inForce(tom, 'Walks at noon')).id;
  ids['joint'] = (await inForce(joint, 'Ten minutes each evening')).id;
  ids['mayasDraft'] = (await begin(maya, planText([goal('Not agreed yet')]))).id;
  await answer(w.maya, ids['mayas'], 'This is mine.');
  ids['mayasWord'] = await answer(w.maya, ids['joint'], 'Evenings suit me.');
  ids['tomsWord'] = await answer(w.tom, ids['joint'], 'Ten is enough.');
  const note = await signed(w.therapist, maya, { sections: { ...SECTIONS, data: 'She slept six hours.' } });
  ids['note'] = note.id;
  await made(w.therapist.post(`/notes/${note.id}/addenda`, { text: 'She rang later.', reason: 'It was left out.' }));
  await signed(w.therapist, tom, { sections: { ...SECTIONS, data: 'He spoke of his father.' } });
  await signed(w.therapist, joint, { sections: { ...SECTIONS, data: 'Said by both.' } });
  await draft(w.therapist, maya, { sections: { ...SECTIONS, data: 'Not yet said.' } });
  await signed(w.therapist, maya, { kind: 'psychotherapy', format: 'free', sections: { text: 'A thought of mine.' } });
  ids['sheet'] = await sheet();
  scaleTitle = await scale();
});
afterAll(() => w.close());

describe('the plans in a request for records', () => {
  it('are one’s own, with one’s words to the joint one; the joint one lies in the joint record alone', async () => {
    const [hers, his] = [await preview(w.maya), await preview(w.tom)];
    const idsOf = (items: Item[]): string[] => items.map(({ id }) => id).sort();
    expect(idsOf(plansIn(hers, 'own'))).toEqual([ids['mayas'], ids['mayasWord']].sort());
    expect(idsOf(plansIn(his, 'own'))).toEqual([ids['toms'], ids['tomsWord']].sort());
    for (const { parts } of [hers, his]) expect(idsOf(plansIn({ parts } as Preview, 'joint'))).toEqual([ids['joint']]);
    expect(plansIn(hers, 'own').map(({ planNumber }) => planNumber)).toEqual([1, 1]);
  });

  it('say how many drafts stay, and name none', async () => {
    const hers = await preview(w.maya);
    expect(hers.withheld).toContainEqual({ what: 'plan_drafts', count: 1 });
    expect(JSON.stringify(hers)).not.toContain(ids['mayasDraft']);
    expect((await preview(w.tom)).withheld.map(({ what }) => what)).not.toContain('plan_drafts');
  });
});

describe('the file that goes', () => {
  it('holds one’s own record, each thing on the list, and nothing else', async () => {
    await sign(w.maya, {});
    const outline = await outlineOf((await drawn(w.maya)).id);
    const words = wordsOf(outline);
    expect(headingsOf(outline)).toEqual(
      expect.arrayContaining([
        ...['1 Own record of Maya K.', '2 What is in it', '2 Treatment plan, version 1'],
        ...['2 Own words to the joint plan', expect.stringMatching(/^2 Note, /)],
        expect.stringContaining(`2 ${scaleTitle}, `),
      ]),
    );
    for (const there of [
      ...['Maya Kovac', 'Maya signed on ', 'Rings a friend', 'This is mine.', 'Evenings suit me.'],
      ...['She slept six hours.', 'She rang later.', 'Calm by the river.', 'Treatment plan, version 1'],
    ])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const kept of [
      ...['Walks at noon', 'Ten is enough.', 'He spoke of his father.', 'Not agreed yet', 'Not yet said.'],
      ...['A thought of mine.', 'Said by both.', 'Ten minutes each evening'],
    ])
      expect([kept, words.includes(kept)]).toEqual([kept, false]);
    expect(outline.lang).toBe('en');
    expect(outline.beside.at(-1)).toMatch(/^Maya K\. · Own record Page \d+ of \d+$/);
  });

  it('is what it was on that day: what came later is not on it', async () => {
    const list = await drawn(w.maya);
    await made(w.therapist.post(`/notes/${ids['note']}/addenda`, { text: 'And a week on.', reason: 'Later.' }));
    await signed(w.therapist, { clientId: w.maya.clientId }, { sections: { ...SECTIONS, data: 'The week after.' } });
    await answer(w.maya, ids['mayas']!, 'I think of it otherwise now.');
    const words = wordsOf(await outlineOf(list.id));
    for (const later of ['And a week on.', 'The week after.', 'I think of it otherwise now.'])
      expect([later, words.includes(later)]).toEqual([later, false]);
    await made(w.therapist.post(`/plans/${ids['mayas']}/end`, { reason: 'She moved away.' }));
    const after = wordsOf(await outlineOf(list.id));
    expect(after).toContain('Version 1, in force since ');
    expect(after).not.toContain('She moved away.');
  });

  it('holds the joint record only under both signatures, and of it no word that one alone said', async () => {
    const hers = await sign(w.maya, both());
    const his = await sign(w.maya, { ...both(), clientId: w.tom.clientId });
    const list = await drawn(w.maya, both());
    const outline = await outlineOf(list.id);
    const words = wordsOf(outline);
    for (const there of ['Said by both.', 'Ten minutes each evening', 'Maya signed on ', 'Tom signed on '])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const kept of ['Ten is enough.', 'Evenings suit me.', 'Rings a friend', 'Walks at noon', 'She slept'])
      expect([kept, words.includes(kept)]).toEqual([kept, false]);
    await made(w.therapist.post(`/record-authorisations/${his.id}/revoke`));
    expect(await refused(list.id)).toEqual([409, 'signature_missing']);
    expect((await preview(w.maya)).drawn.find(({ id }) => id === list.id)?.blocked).toBe('signature_missing');
    await sign(w.maya, { ...both(), clientId: w.tom.clientId });
    await outlineOf(list.id);
    await made(w.therapist.post(`/record-authorisations/${hers.id}/revoke`));
    expect(await refused(list.id)).toEqual([409, 'signature_missing']);
  });

  it('is refused once something on the list was marked as an error, until a new list is drawn up', async () => {
    const wrong = await signed(w.therapist, { clientId: w.tom.clientId });
    await sign(w.tom, {});
    const list = await drawn(w.tom);
    expect(list.blocked).toBeNull();
    await made(w.therapist.post(`/notes/${wrong.id}/entered-in-error`, { reason: 'The wrong chart.' }));
    expect(await refused(list.id)).toEqual([409, 'list_outdated']);
    const read = await made<{ blocked: string }>(w.therapist.get(`/record-releases/${list.id}`));
    expect(read.blocked).toBe('list_outdated');
    await outlineOf((await drawn(w.tom)).id);
  });

  it('goes by the hand of whoever treats: others of the house, and the two themselves, have none', async () => {
    const { id } = await drawn(w.maya);
    for (const [agent, status] of [
      [w.admin, 403],
      [w.supervisor, 404],
      [w.maya, 403],
      [w.tom, 403],
      [w.therapist2, 404],
      [w.other.therapist, 404],
    ] as const)
      expect((await agent.get(`/record-releases/${id}/pdf`)).status).toBe(status);
  });

  it('does not go by the hand of a supervisor, who reads the list', async () => {
    const { id } = await drawn(w.maya);
    const supervisorId = w.supervisor.userId;
    await made(w.admin.post(`/staff/${w.therapist.userId}/supervisions`, { supervisorId, cosign: false }));
    expect((await w.supervisor.get(`/record-releases/${id}`)).body).toMatchObject({ blocked: 'not_treated' });
    expect((await w.supervisor.get(`/record-releases/${id}/pdf`)).status).toBe(403);
    expect((await w.therapist.get(`/record-releases/${id}/pdf`)).status).toBe(200);
  });

  it('leaves a later draft that is not on the list unopened, so that she can still take it back', async () => {
    const at = `/assignments/${ids['sheet']}`;
    await made(w.therapist.get(`${at}/submissions`));
    const { id } = await drawn(w.maya);
    const { version } = await made<{ version: number }>(w.therapist.get(at));
    await made(w.therapist.post(`${at}/review`, { decision: 'return', comment: 'Once more?' }, etag(version)));
    const kept = await made<{ version: number }>(w.maya.get(`${at}/response`));
    await made(w.maya.post(`${at}/submit`, undefined, etag(kept.version)));
    await outlineOf(id);
    const sent = await made<{ version: number }>(w.maya.get(at));
    expect((await w.maya.post(`${at}/recall`, undefined, etag(sent.version))).status).toBe(200);
  });

  it('is in the log by each thing on it, and says nothing by its name', async () => {
    const list = await made<{ id: string; items: Item[] }>(
      w.therapist.post(`/clients/${w.maya.clientId}/record-releases`, { scope: 'own' }),
    );
    const sent = await w.therapist.get(`/record-releases/${list.id}/pdf`);
    expect(sent.headers['content-disposition']).toBe('attachment; filename="release.pdf"');
    const { body } = await w.admin.get(`/audit-events?whose=${w.maya.clientId}&what=print`);
    const [event] = body.items as { target: string; rowIds: string[] }[];
    expect(event).toMatchObject({ target: 'record-releases' });
    expect([...event!.rowIds].sort()).toEqual(list.items.map(({ id }) => id).sort());
  });
});
