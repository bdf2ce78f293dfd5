import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyNotes } from '../src/cli/verify-notes.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { contentHash, type NoteContent } from '../src/notes/note-signature.js';
import { draft, etag, signed, type NoteBody } from './acts.js';
import type { Agent } from './agent.js';
import { made } from './ended-work.js';
import { phq9, POINTS } from './forms.js';
import { world, type World } from './world.js';

/** What stands beside a note without being written in it. */
let w: World;
let scale: string;
let sheets: Record<string, string>;
const DAY = 86_400_000;
const at = (days: number, minutes = 0): string => new Date(Date.now() - days * DAY + minutes * 60_000).toISOString();

interface Facts {
  homework?: { title: string; decision: string }[];
  scores?: { title: string; total: number; verdict: string | null; delta: number | null }[];
}
const factsOf = async (id: string): Promise<Facts> =>
  (await made<{ facts: Facts }>(w.therapist.get(`/notes/${id}`))).facts;
const titles = ({ homework = [] }: Facts): string[] => homework.map(({ title }) => title);

/** A session that began so many days ago. */
const session = (about: object, days: number, minutes = -10): Promise<{ id: string }> =>
  made(w.therapist.post('/sessions', { ...about, startsAt: at(days, minutes), endsAt: at(days, minutes + 40) }));

async function score(who: Agent, total: number, days: number): Promise<void> {
  const answers = Object.fromEntries(
    PHQ_9.items.map(({ key }, place) => [key, POINTS[Math.min(3, Math.max(0, total - 3 * place))]]),
  );
  await made(
    w.therapist.post('/scale-responses', {
      instrumentId: scale,
      clientId: who.clientId,
      answers,
      answeredAt: at(days),
    }),
  );
}

/** A sheet that was given, sent and read; by title. */
async function homework(key: string, by: Agent, whose: object, decision = 'accept'): Promise<string> {
  const body = { worksheetId: sheets[key], ...whose, earlyReason: 'Asked for it.' };
  const given = await made<{ items: { id: string; title: string }[] }>(w.therapist.post('/assignments', body));
  const { id, title } = given.items[0]!;
  const open = await made<{ version: number }>(by.get(`/assignments/${id}/response`));
  const kept = await made<{ version: number }>(
    by.put(`/assignments/${id}/response`, { answers: {} }, etag(open.version)),
  );
  const sent = await made<{ version: number }>(by.post(`/assignments/${id}/submit`, undefined, etag(kept.version)));
  await made(w.therapist.post(`/assignments/${id}/review`, { decision }, etag(sent.version)));
  return title;
}

beforeAll(async () => {
  w = await world();
  const file = JSON.stringify(phq9());
  scale = (
    await made<{ id: string }>(
      w.therapist.post('/instruments/import', file, { 'Content-Type': 'application/fhir+json' }),
    )
  ).id;
  const { items } = await made<{ items: { key: string; id: string }[] }>(w.therapist.get('/worksheets?limit=100'));
  sheets = Object.fromEntries(items.map(({ key, id }) => [key, id]));
  for (const person of [w.maya, w.tom])
    await made(
      w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
        ...{ clientId: person.clientId, result: 'clear', screenedAlone: true, screenedOn: at(0).slice(0, 10) },
      }),
    );
});
afterAll(() => w.close());

describe('beside the note of one person', () => {
  it('stand the homework read since the session before and the last scores of that day, with what is read of them', async () => {
    const about = { clientId: w.dana.clientId };
    await score(w.dana, 20, 30);
    const before = await session(about, 14);
    await score(w.dana, 12, 5);
    const title = await homework('self-care-plan', w.dana, { clientIds: [w.dana.clientId] });
    const again = await homework('feelings-journal', w.dana, { clientIds: [w.dana.clientId] }, 'return');
    const now = await session(about, 0);

    const facts = await factsOf((await draft(w.therapist, { sessionId: now.id })).id);
    expect(facts.homework).toMatchObject([
      { title: again, decision: 'return' },
      { title, decision: 'accept' },
    ]);
    expect(facts.scores).toMatchObject([{ total: 12, verdict: 'improved', delta: -8, min: 0, max: 27 }]);
    // As it was then: neither what was answered nor what was read later.
    const earlier = await factsOf((await draft(w.therapist, { sessionId: before.id })).id);
    expect(earlier).toMatchObject({ homework: [], scores: [{ total: 20, verdict: null, delta: null }] });
  });

  it('stays as it was signed, under the hash, whatever is answered later', async () => {
    const made1 = await made<{ id: string }>(w.therapist.post('/clients', { givenName: 'Ines', familyName: 'Prado' }));
    const ines = { clientId: made1.id } as Agent;
    await score(ines, 9, 3);
    const { id: sessionId } = await session({ clientId: made1.id }, 0, 60 * -3);
    const note = await signed(w.therapist, { sessionId });
    // within the session's own day, also shortly after midnight
    await score(ines, 21, 179 / (24 * 60));
    const body = await made<NoteBody>(w.therapist.get(`/notes/${note.id}`));
    expect(body).toMatchObject({ facts: { homework: [], scores: [{ total: 9 }] } });
    const content = {
      ...body,
      ...{ createdAt: new Date(body['createdAt'] as string), happenedAt: new Date(body['happenedAt'] as string) },
    } as unknown as NoteContent;
    expect(contentHash(content)).toBe(body['contentHash']);
    const other = { ...content.facts!, scores: [{ ...content.facts!.scores![0]!, total: 8 }] };
    expect(contentHash({ ...content, facts: other })).not.toBe(body['contentHash']);
    // Another note on the same session knows what is known by now.
    expect((await factsOf((await draft(w.therapist, { sessionId })).id)).scores).toMatchObject([{ total: 21 }]);
    expect((await verifyNotes(w.owner, w.config.verifyingKey)).wrong).toEqual([]);
  });

  it('is gathered when the note is read and signed, not for every save', async () => {
    const { id: sessionId } = await session({ clientId: w.dana.clientId }, 1);
    const note = await draft(w.therapist, { sessionId });
    const saved = await made<{ facts: Facts }>(
      w.therapist.put(`/notes/${note.id}`, { sections: { data: 'More.' } }, etag(note.version)),
    );
    expect(saved.facts).not.toHaveProperty('scores');
    const own = await draft(w.therapist, { sessionId }, { kind: 'psychotherapy', format: 'free', sections: {} });
    expect(await factsOf(own.id)).toBeNull();
  });
});

it('a joint note knows what the two fill in together and nothing of either alone; a partner’s own only hers', async () => {
  const both = { coupleId: w.coupleId };
  await score(w.maya, 15, 4);
  await score(w.tom, 6, 4);
  const mayas = await homework('self-care-plan', w.maya, { ...both, clientIds: [w.maya.clientId] });
  const toms = await homework('feelings-journal', w.tom, { ...both, clientIds: [w.tom.clientId] });
  const together = await homework('weekly-check-in', w.maya, { ...both, mode: 'together' });
  const { id: sessionId } = await session(both, 0, 31);

  const joint = await signed(w.therapist, { sessionId });
  const { text } = await w.therapist.get(`/notes/${joint.id}`);
  expect(await factsOf(joint.id)).toMatchObject({ homework: [{ title: together }], scores: [] });
  for (const theirs of [mayas, toms, 'PHQ', scale]) expect(text).not.toContain(theirs);

  const own = await signed(w.therapist, { sessionId, clientId: w.maya.clientId });
  const facts = await factsOf(own.id);
  expect([titles(facts), facts.scores?.map(({ total }) => total)]).toEqual([[mayas], [15]]);
  // Neither of them reads a note, nor learns from one what the other was given.
  for (const person of [w.maya, w.tom])
    for (const { id } of [joint, own]) expect((await person.get(`/notes/${id}`)).status).toBe(403);
  for (const stranger of [w.therapist2, w.other.therapist])
    expect((await stranger.get(`/notes/${own.id}`)).status).toBe(404);

  const next = await session(both, 0, 80);
  expect(titles(await factsOf((await draft(w.therapist, { sessionId: next.id })).id))).toEqual([]);
});
