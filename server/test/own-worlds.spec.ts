import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Agent } from './agent.js';
import { made } from './ended-work.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** While words about a boundary wait in silence, neither partner may meet the other's steps, by a number or a moment. */
let w: World;
let post: Mailbox;

interface Body {
  id: string;
  state: string;
  version: number;
  moves: string[];
  agreedAt: string | null;
  history: unknown[];
}

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
});
afterAll(async () => {
  await w.close();
  await post.close();
});
beforeEach(async () => {
  await check(w.maya, 'clear');
  await check(w.tom, 'clear');
});

const check = (person: Agent, result: 'clear' | 'concern'): Promise<unknown> =>
  made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId: person.clientId, result, screenedAlone: true },
      screenedOn: new Date().toISOString().slice(0, 10),
    }),
  );
let n = 0;
async function proposed(agent: Agent, more: object = {}): Promise<string> {
  const draft = { area: 'third-party', limit: `Quince${++n} by noon`, kind: 'request', negotiable: true, ...more };
  const { id } = await made<Body>(agent.post(`/couples/${w.coupleId}/boundaries`, draft));
  await made(agent.post(`/boundaries/${id}/transitions`, { to: 'proposed' }));
  return id;
}
const step = (agent: Agent, id: string, to: string) => agent.post(`/boundaries/${id}/transitions`, { to });
const reword = (agent: Agent, id: string): Promise<Body> =>
  made(agent.post(`/boundaries/${id}/wordings`, { limit: `Quince${++n} at night` }));
const letGo = (id: string) => w.therapist.post(`/boundaries/${id}/open`, { reason: 'Talked over with each alone.' });
const one = (agent: Agent, id: string): Promise<Body> => made(agent.get(`/boundaries/${id}`));
async function read(agent: Agent, id: string): Promise<unknown> {
  const { body, headers } = await agent.get(`/boundaries/${id}`);
  const list = (await agent.get(`/couples/${w.coupleId}/boundaries?limit=100`)).body as { items: Body[] };
  return { body, etag: headers['etag'] as unknown, place: list.items.findIndex((each) => each.id === id) };
}
/** What it comes to, apart from its id, words and the moment of the day. */
async function outcome(agent: Agent, id: string): Promise<object> {
  const { state, version, moves, agreedAt, history, ...rest } = await one(agent, id);
  const { authorAgrees, otherAgrees, activeFrom } = rest as unknown as Record<string, unknown>;
  const steps = history.length;
  return { state, version, moves, authorAgrees, otherAgrees, activeFrom, steps, agreed: agreedAt !== null };
}
const other = (agent: Agent): Agent => (agent === w.maya ? w.tom : w.maya);

describe('words that are let go', () => {
  it('change nothing for whoever wrote them, whatever the other did meanwhile', async () => {
    for (const writer of [w.tom, w.maya])
      for (const acts of [
        [],
        ['discussing'],
        ['discussing', 'agreed'],
        ['agreed', 'active', 'under_review', 'changed'],
      ]) {
        const id = await proposed(w.tom);
        await check(w.maya, 'concern');
        await reword(writer, id);
        const before = await read(writer, id);
        const answers = [];
        for (const to of acts) answers.push((await step(other(writer), id, to)).status);
        expect([acts, await read(writer, id)]).toEqual([acts, before]);
        await check(w.maya, 'clear');
        expect((await letGo(id)).status).toBe(200);
        expect([acts, answers, await read(writer, id)]).toEqual([acts, answers, before]);
      }
  }, 60_000);

  it('count for the other as one act, and what she did before stays counted', async () => {
    const id = await proposed(w.tom);
    await check(w.maya, 'concern');
    await reword(w.tom, id);
    await step(w.maya, id, 'discussing');
    const { version } = await one(w.maya, id);
    await check(w.maya, 'clear');
    await letGo(id);
    expect((await one(w.maya, id)).version).toBe(version + 1);
  });

  it('do not tell how often they were changed before the other could meet them', async () => {
    const met = async (times: number): Promise<unknown> => {
      await check(w.maya, 'concern');
      const id = await proposed(w.tom);
      for (let i = 0; i < times; i++) await reword(w.tom, id);
      await check(w.maya, 'clear');
      await letGo(id);
      return (await one(w.maya, id)).version;
    };
    expect(await met(2)).toBe(await met(0));
  });
});

describe('whoever went on alone', () => {
  /** Maya goes as far as these steps; then Tom does his. `held`: while newer words of his wait for a clinician. */
  async function lived(hers: string[], his: string[], held: boolean): Promise<{ id: string; outcome: object }> {
    const id = await proposed(w.tom);
    if (held) {
      await check(w.maya, 'concern');
      await reword(w.tom, id);
    }
    for (const to of hers) await made(step(w.maya, id, to));
    for (const to of his) await made(step(w.tom, id, to));
    await check(w.maya, 'clear');
    return { id, outcome: await outcome(w.maya, id) };
  }

  it('meets an end by the other as one that was looked at before, as it always is', async () => {
    for (const hers of [
      ['discussing', 'agreed'],
      ['agreed', 'active'],
    ])
      expect((await lived(hers, ['retired'], true)).outcome).toEqual(
        (await lived(hers, ['under_review', 'retired'], false)).outcome,
      );
    const looked = ['agreed', 'active', 'under_review'];
    expect((await lived(looked, ['retired'], true)).outcome).toEqual((await lived(looked, ['retired'], false)).outcome);
  }, 60_000);

  it('and ended it there meets no other end', async () => {
    const ended = ['agreed', 'active', 'under_review', 'retired'];
    const { id } = await lived(ended, [], true);
    const hers = () => post.all().filter(({ to }) => to === 'maya@harbour.example').length;
    await post.settled();
    const before = [await read(w.maya, id), hers()];
    await made(step(w.tom, id, 'retired'));
    await post.settled();
    expect([await read(w.maya, id), hers()]).toEqual(before);
    expect(await one(w.tom, id)).toMatchObject({ state: 'retired' });
  });

  it('keeps the days on which it was agreed and began, once both stand at the same words again', async () => {
    const { id } = await lived(['agreed', 'active'], [], true);
    const { agreedAt } = await one(w.maya, id);
    await letGo(id);
    const after = await one(w.maya, id);
    expect(after).toMatchObject({ state: 'discussing', agreedAt });
    expect(after).not.toMatchObject({ activeFrom: null });
  });

  it('finds her own new words, and what she says of it, as if both were there; the other meets neither', async () => {
    const steps = ['agreed', 'active', 'under_review', 'changed'];
    const said = async (held: boolean) => {
      const { id } = await lived(steps, [], held);
      const before = await read(w.tom, id);
      await reword(w.maya, id);
      await made(w.maya.post(`/boundaries/${id}/comments`, { text: 'Since we began with it.' }));
      const quiet = JSON.stringify(await read(w.tom, id)) === JSON.stringify(before);
      const hers = await outcome(w.maya, id);
      await made(step(w.maya, id, 'retired'));
      return { quiet, hers, end: await outcome(w.maya, id), id };
    };
    const [open, held] = [await said(false), await said(true)];
    expect([held.hers, held.end]).toEqual([open.hers, open.end]);
    expect([open.quiet, held.quiet]).toEqual([false, true]);
    expect(await one(w.tom, held.id)).toMatchObject({ state: 'discussing' });
  });
});
