import { etag, idsOf } from './acts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { made } from './ended-work.js';
import { goal, planText } from './plan.bodies.js';
import { world, type World } from './world.js';

const DAY = 86_400_000;

/** Whom the caseload names first, and why: what a person needs of whoever reads, not of anybody else. */
describe('the order of a caseload', () => {
  let w: World;
  const known = new Map<string, string>();

  const enter = async (givenName: string, by: Agent = w.therapist): Promise<string> => {
    const { id } = await made<{ id: string }>(by.post('/clients', { givenName, familyName: 'Order' }));
    known.set(id, givenName);
    return id;
  };
  const meets = (clientId: string, days: number): Promise<{ id: string }> => {
    const at = Date.now() + days * DAY;
    const [startsAt, endsAt] = [at, at + 1_500_000].map((time) => new Date(time).toISOString());
    return made(w.therapist.post('/sessions', { clientId, startsAt, endsAt }));
  };
  const listed = async (by: Agent, query: string): Promise<string[]> =>
    (await idsOf(by, `/clients?${query}`)).flatMap((id) => known.get(id) ?? []);
  const needs = async (by: Agent): Promise<Record<string, string>> => {
    const { items } = await made<{ items: { id: string; need: string }[] }>(
      by.get(`/standings?clientIds=${[...known.keys()].join(',')}`),
    );
    return Object.fromEntries(items.map(({ id, need }) => [known.get(id)!, need]));
  };

  beforeAll(async () => {
    w = await world();
    for (const name of ['Ended', 'Paused']) {
      const status = name.toLowerCase();
      await made(w.therapist.patch(`/clients/${await enter(name)}`, { status }, etag(1)));
    }
    await meets(await enter('Settled'), 3);
    await enter('Unplanned');
    const quiet = await meets(await enter('Quiet'), -20);
    const unsigned = await meets(await enter('Unsigned'), -1);
    const planned = await enter('Planned');
    const { id, version } = await made<{ id: string; version: number }>(
      w.therapist.post('/plans', { clientId: planned }),
    );
    const kept = await made<{ version: number }>(
      w.therapist.put(`/plans/${id}`, planText([goal('Writes it down.')], { reviewOn: day(10) }), etag(version)),
    );
    await made(w.therapist.post(`/plans/${id}/start`, {}, etag(kept.version)));
    // the note of the quiet one is written: only the silence is left
    const about = { sessionId: quiet.id, kind: 'progress', format: 'free', sections: { text: 'Said little.' } };
    const note = await made<{ id: string; version: number }>(w.therapist.post('/notes', about));
    await made(w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(note.version)));
    expect(unsigned.id).toBeTruthy();
    known.set(w.dana.clientId, 'Dana');
    await made(w.dana.post(`/clients/${w.dana.clientId}/setbacks`, { note: 'It came back.' }));
    known.set(w.maya.clientId, 'Maya');
    await made(w.therapist.post(`/clients/${w.maya.clientId}/risk-alerts`, { danger: 'soon', note: 'Seen.' }));
  });
  afterAll(() => w.close());

  const IN_ORDER = ['Maya', 'Dana', 'Unsigned', 'Planned', 'Quiet', 'Unplanned', 'Settled', 'Paused', 'Ended'];

  it('begins with who may be in danger and ends with who is no longer in care', async () => {
    expect(await listed(w.therapist, 'sort=need&limit=100')).toEqual(IN_ORDER);
    expect(await listed(w.therapist, 'sort=-need&limit=100')).toEqual(IN_ORDER.toReversed());
  });

  it('says of each the one word it is ordered by', async () => {
    expect(await needs(w.therapist)).toEqual({
      ...{ Maya: 'alert_open', Dana: 'setback_told', Unsigned: 'note_due', Planned: 'plan_review', Quiet: 'quiet' },
      ...{ Unplanned: 'unplanned', Settled: 'nothing', Paused: 'paused', Ended: 'ended' },
    });
  });

  it('keeps to the order over pages, from either end', async () => {
    expect(await listed(w.therapist, 'sort=need&limit=2')).toEqual(IN_ORDER);
    expect(await listed(w.therapist, 'sort=-need&limit=2')).toEqual(IN_ORDER.toReversed());
  });

  it('goes on where it was even when whoever stood there has been helped', async () => {
    const first = await made<{ items: { id: string }[]; next: string }>(w.therapist.get('/clients?sort=need&limit=2'));
    expect(first.items.map(({ id }) => known.get(id))).toEqual(['Maya', 'Dana']);
    const { items } = await made<{ items: { id: string }[] }>(w.therapist.get('/setbacks'));
    await made(w.therapist.post(`/setbacks/${items[0]!.id}/seen`));
    const rest = await made<{ items: { id: string }[] }>(
      w.therapist.get(`/clients?sort=need&limit=100&cursor=${first.next}`),
    );
    expect(rest.items.flatMap(({ id }) => known.get(id) ?? [])).toEqual([
      ...['Unsigned', 'Planned', 'Quiet', 'Unplanned', 'Dana', 'Settled', 'Paused', 'Ended'],
    ]);
  });

  it('narrows to those for whom there is something to do, in any order and by name', async () => {
    const calling = ['Maya', 'Unsigned', 'Planned', 'Quiet'];
    expect(await listed(w.therapist, 'needs=true&sort=need&limit=1')).toEqual(calling);
    expect(await listed(w.therapist, 'needs=true&sort=name&limit=1')).toEqual([
      ...['Maya', 'Planned', 'Quiet', 'Unsigned'],
    ]);
    expect(new Set(await listed(w.therapist, 'needs=true&limit=100'))).toEqual(new Set(calling));
    expect(await listed(w.therapist, 'needs=true&q=plan&limit=100')).toEqual(['Planned']);
    expect(await listed(w.therapist, 'needs=true&sort=need&q=ord&limit=100')).toEqual(calling.slice(1));
  });

  it('narrows to who comes as one of two, or alone', async () => {
    expect(await listed(w.therapist, 'couple=coupled&limit=100')).toEqual(['Maya']);
    expect(await listed(w.therapist, 'couple=alone&sort=need&limit=100')).not.toContain('Maya');
    expect(await listed(w.therapist, 'couple=alone&q=dana&limit=100')).toEqual(['Dana']);
    expect((await w.therapist.get('/clients?couple=both')).status).toBe(400);
  });

  it('puts nobody first for what waits for a colleague', async () => {
    const unsigned = [...known].find(([, name]) => name === 'Unsigned')![0];
    await made(w.therapist.post(`/clients/${unsigned}/care-team`, { staffId: w.therapist2.userId }));
    expect((await needs(w.therapist2))['Unsigned']).toBe('unplanned');
    expect(await listed(w.therapist2, 'needs=true&sort=need&limit=100')).toEqual([]);
    expect(await listed(w.therapist2, 'sort=need&limit=100')).toEqual(['Unsigned']);
  });

  it('tells an admin of nobody what they need', async () => {
    expect(await listed(w.admin, 'needs=true&sort=need&limit=100')).toEqual([]);
  });
});
