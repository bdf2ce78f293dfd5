import type { Agent } from './agent.js';
import { world, type World } from './world.js';

interface Standing {
  id: string;
  lastSeenAt: string | null;
  nextAt: string | null;
  toRead: number;
  notesDue: number;
  homeworkOpen: number;
  alertsOpen: number;
  checkInsPausedUntil: string | null;
  scale: { title: string; values: number[] } | null;
}

const DAY = 86_400_000;

describe('where care stands', () => {
  let w: World;
  beforeAll(async () => {
    w = await world();
  });
  afterAll(() => w.close());

  const standing = async (who: Agent, ...people: Agent[]): Promise<Standing[]> => {
    const answer = await who.get(`/standings?clientIds=${people.map(({ clientId }) => clientId).join(',')}`);
    expect(answer.status).toBe(200);
    return (answer.body as { items: Standing[] }).items;
  };
  const plan = async (whose: object, at: number): Promise<string> => {
    const startsAt = new Date(Math.floor((Date.now() + at) / 1000) * 1000).toISOString();
    const endsAt = new Date(Date.parse(startsAt) + 50 * 60_000).toISOString();
    const answer = await w.therapist.post('/sessions', { ...whose, startsAt, endsAt });
    expect(answer.status).toBe(201);
    return (answer.body as { startsAt: string }).startsAt;
  };

  it('says that a safety alert is open until somebody closes it, to whoever treats her', async () => {
    const { id } = (
      await w.therapist.post(`/clients/${w.dana.clientId}/risk-alerts`, { danger: 'soon', note: 'Seen.' })
    ).body as { id: string };
    expect((await standing(w.therapist, w.dana))[0]!.alertsOpen).toBe(1);
    expect(await standing(w.supervisor, w.dana)).toEqual([]);
    await w.therapist.post(`/risk-alerts/${id}/acknowledge`, { outcome: 'contacted' });
    expect((await standing(w.therapist, w.dana))[0]!.alertsOpen).toBe(0);
  });

  it('says until when somebody rests from check-ins, and nothing once she goes on; a rest from homework is none', async () => {
    const paused = async () => (await standing(w.therapist, w.dana))[0]!.checkInsPausedUntil;
    await w.dana.post(`/clients/${w.dana.clientId}/pauses`, { days: 9 });
    expect(await paused()).toBeNull();
    const { id, untilOn } = (await w.dana.post(`/clients/${w.dana.clientId}/pauses`, { days: 5, what: 'check_ins' }))
      .body as { id: string; untilOn: string };
    expect(await paused()).toBe(untilOn);
    await w.dana.post(`/pauses/${id}/end`);
    expect(await paused()).toBeNull();
  });

  it('says for each person when they were seen and are next, joint sessions included, and what waits', async () => {
    expect(await standing(w.therapist, w.dana)).toEqual([
      {
        ...{
          id: w.dana.clientId,
          need: 'unplanned',
          lastSeenAt: null,
          nextAt: null,
          toRead: 0,
          notesDue: 0,
          noteClock: null,
          homeworkOpen: 0,
        },
        ...{ alertsOpen: 0, checkInsPausedUntil: null, scale: null },
      },
    ]);
    const seen = await plan({ coupleId: w.coupleId }, -3 * DAY);
    const next = await plan({ clientId: w.maya.clientId }, 2 * DAY);
    await plan({ coupleId: w.coupleId }, 4 * DAY);
    const { items } = (await w.therapist.get('/worksheets')).body as { items: { id: string; key: string }[] };
    const worksheetId = items.find(({ key }) => key === 'feelings-journal')!.id;
    await w.therapist.post('/assignments', { worksheetId, clientIds: [w.maya.clientId] });
    const [maya] = await standing(w.therapist, w.maya);
    expect(maya).toMatchObject({ lastSeenAt: seen, nextAt: next, notesDue: 1, toRead: 0, homeworkOpen: 1 });
    const [tom] = await standing(w.therapist, w.tom);
    expect(tom).toMatchObject({ lastSeenAt: seen, notesDue: 1, homeworkOpen: 0 });
    expect(tom?.nextAt).not.toBe(next);
  });

  it('draws the last four scores of the scale somebody answered last, and leaves open ones out', async () => {
    const { items } = (await w.therapist.get('/instruments')).body as {
      items: { id: string; title: string; code: string; items: { key: string }[] }[];
    };
    const [first, second] = items as [(typeof items)[0], (typeof items)[0]];
    const give = async (scale: typeof first, value: number | null, days: number): Promise<void> => {
      const answers = Object.fromEntries(scale.items.map(({ key }) => [key, value]));
      const answeredAt = new Date(Date.now() - days * DAY).toISOString();
      const sent = await w.therapist.post('/scale-responses', {
        ...{ instrumentId: scale.id, clientId: w.dana.clientId, answers, answeredAt },
      });
      expect(sent.status).toBe(201);
    };
    for (const [value, days] of [
      [9, 60],
      [2, 50],
      [3, 40],
      [null, 30],
      [5, 20],
    ] as const)
      await give(first, value, days);
    await give(second, 7, 45);
    const found = await standing(w.therapist, w.dana, w.maya);
    const danas = found.find(({ id }) => id === w.dana.clientId)!;
    expect(danas.scale).toMatchObject({ title: first.title });
    expect(danas.scale?.values).toHaveLength(3);
    expect(found.find(({ id }) => id === w.maya.clientId)?.scale).toBeNull();
  });

  it('says nothing of whom one does not treat, and nothing at all to others', async () => {
    expect(await standing(w.therapist2, w.maya, w.dana)).toEqual([]);
    expect(await standing(w.other.therapist, w.maya)).toEqual([]);
    expect((await w.admin.get(`/standings?clientIds=${w.dana.clientId}`)).status).toBe(403);
    expect((await w.maya.get(`/standings?clientIds=${w.tom.clientId}`)).status).toBe(403);
    for (const query of ['', '?clientIds=', '?clientIds=me', `?clientIds=${'x,'.repeat(101)}`]) {
      expect((await w.therapist.get(`/standings${query}`)).status).toBe(400);
    }
  });
});
