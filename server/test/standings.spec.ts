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

  it('says for each person when they were seen and are next, joint sessions included, and what waits', async () => {
    expect(await standing(w.therapist, w.dana)).toEqual([
      { id: w.dana.clientId, lastSeenAt: null, nextAt: null, toRead: 0, notesDue: 0, homeworkOpen: 0, alertsOpen: 0 },
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
