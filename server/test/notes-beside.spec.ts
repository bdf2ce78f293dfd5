import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/ids.js';
import type { Agent } from './agent.js';
import { draft, pastSession, signed } from './acts.js';
import { world, type World } from './world.js';

let w: World;

beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const beside = async (who: Agent, id: string): Promise<string[]> => {
  const { status, body } = await who.get(`/notes?besideId=${id}&limit=100`);
  expect(status).toBe(200);
  return (body as { items: { id: string }[] }).items.map((note) => note.id).sort();
};
const ids = (...notes: { id: string }[]): string[] => notes.map(({ id }) => id).sort();
const daysAgo = (days: number): { happenedAt: string } => ({
  happenedAt: new Date(Date.now() - days * 86_400_000).toISOString(),
});
const PRIVATE = { kind: 'psychotherapy', format: 'free', sections: { text: 'Mine.' } };

describe('notes that belong together', () => {
  it('are those of one session, the joint one, each partner’s own and the writer’s private one', async () => {
    const [one, other] = [
      await pastSession(w.therapist, { coupleId: w.coupleId }),
      await pastSession(w.therapist, { coupleId: w.coupleId }),
    ];
    const joint = await signed(w.therapist, { sessionId: one.id });
    const own = await draft(w.therapist, { sessionId: one.id, clientId: w.maya.clientId });
    const mine = await draft(w.therapist, { sessionId: one.id }, PRIVATE);
    await draft(w.therapist, { sessionId: other.id });
    for (const { id } of [joint, own, mine]) expect(await beside(w.therapist, id)).toEqual(ids(joint, own, mine));
  });

  it('without a session are those of the same couple that tell of the same day', async () => {
    const { coupleId } = w;
    const joint = await draft(w.therapist, { coupleId }, daysAgo(40));
    const own = await draft(w.therapist, { coupleId, clientId: w.tom.clientId }, daysAgo(40));
    // Begun today like the two, and of another couple's or a single person's work, or of a session.
    await draft(w.therapist, { clientId: w.tom.clientId }, daysAgo(40));
    await draft(w.therapist, { sessionId: (await pastSession(w.therapist, { coupleId })).id });
    expect(await beside(w.therapist, joint.id)).toEqual(ids(joint, own));
    await w.owner.query('alter table note disable trigger note_keep');
    await w.owner.query("update note set created_at = created_at - interval '30 days' where id = $1", [own.id]);
    await w.owner.query('alter table note enable trigger note_keep');
    expect(await beside(w.therapist, own.id)).toEqual(ids(joint, own));
    await w.owner.query("update note set happened_at = happened_at - interval '2 days' where id = $1", [own.id]);
    expect(await beside(w.therapist, own.id)).toEqual([own.id]);
  });

  it('or were begun on the same day, so that a day that is put right later does not part them', async () => {
    const [first, second] = [w.maya, w.dana];
    const note = await draft(w.therapist, { clientId: second.clientId }, daysAgo(60));
    const mine = await draft(w.therapist, { clientId: second.clientId }, PRIVATE);
    await draft(w.therapist, { clientId: first.clientId }, daysAgo(60));
    expect(await beside(w.therapist, note.id)).toEqual(ids(note, mine));
  });

  it('are shown to nobody who may not read them', async () => {
    const { coupleId } = w;
    const joint = await signed(w.therapist, { coupleId }, daysAgo(90));
    expect((await w.therapist2.get(`/notes?besideId=${joint.id}`)).status).toBe(404);
    expect((await w.other.therapist.get(`/notes?besideId=${joint.id}`)).status).toBe(404);
    expect((await w.therapist.get(`/notes?besideId=${newId()}`)).status).toBe(404);
    const mine = await draft(w.therapist, { coupleId }, PRIVATE);
    for (const { clientId } of [w.maya, w.tom])
      await w.therapist.post(`/clients/${clientId}/care-team`, { staffId: w.therapist2.userId });
    expect((await w.therapist2.get(`/notes?besideId=${joint.id}`)).status).toBe(404);
    expect((await w.therapist2.get(`/notes?besideId=${mine.id}`)).status).toBe(404);
  });
});
