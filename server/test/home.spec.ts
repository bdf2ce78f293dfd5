import type { Agent } from './agent.js';
import { USUAL_CRISIS_TEXT } from '../src/clinics/crisis-text.rules.js';
import { world, type World } from './world.js';

interface Home {
  next: {
    id: string;
    title: string;
    status: string;
    position: string | null;
    minutes: number;
  } | null;
  alsoOpen: { id: string; status: string }[];
  checkIns: { instrumentId: string; title: string }[];
  nextSession: { startsAt: string } | null;
  team: string[];
  help: { clinicName: string; phone: string; crisisText: string };
}

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('home', () => {
  let w: World;
  let week: string;

  const home = async (agent: Agent): Promise<Home> => {
    const answer = await agent.get('/home');
    expect(answer.status).toBe(200);
    return answer.body as Home;
  };
  const give = async (worksheetId: string, clientId: string): Promise<{ id: string; version: number }> => {
    const answer = await w.therapist.post('/assignments', {
      worksheetId,
      clientIds: [clientId],
    });
    expect(answer.status).toBe(201);
    return (answer.body as { items: [{ id: string; version: number }] }).items[0];
  };
  const worksheet = async (key: string): Promise<string> => {
    const { items } = (await w.therapist.get('/worksheets')).body as {
      items: { id: string; key: string }[];
    };
    return items.find((one) => one.key === key)!.id;
  };

  beforeAll(async () => {
    w = await world();
    week = await worksheet('weekly-check-in');
  });
  afterAll(() => w.close());

  it('is quiet when nothing is open', async () => {
    expect(await home(w.maya)).toEqual({
      next: null,
      alsoOpen: [],
      askedToShare: [],
      checkIns: [],
      nextSession: null,
      team: ['Dr Ellis'],
      coupleId: w.coupleId,
      pause: null,
      checkInPause: null,
      help: {
        clinicName: 'Harbour Practice',
        phone: '555 0100',
        crisisText: USUAL_CRISIS_TEXT,
      },
    });
  });

  it('offers one next thing, and where it was left', async () => {
    const journal = await give(await worksheet('feelings-journal'), w.maya.clientId);
    const { id, version } = await give(week, w.maya.clientId);
    const sheet = (await w.maya.get(`/worksheets/${week}`)).body as {
      sections: { fields: { key: string; type: string }[] }[];
    };
    const long = sheet.sections.flatMap(({ fields }) => fields).find(({ type }) => type === 'long')!.key;
    const saved = await w.maya.put(
      `/assignments/${id}/response`,
      { answers: { [long]: 'half a thought' }, at: long },
      { 'If-Match': `"${version}"` },
    );
    expect(saved.status).toBe(200);
    const { next, alsoOpen } = await home(w.maya);
    expect(next).toMatchObject({ id, status: 'draft', position: long });
    expect(next!.minutes).toBeGreaterThan(0);
    expect(alsoOpen).toMatchObject([{ id: journal.id, status: 'assigned' }]);
    expect(JSON.stringify(await home(w.maya))).not.toContain('half a thought');
  });

  it("tells one partner nothing of the other's homework or time alone", async () => {
    await w.therapist.post('/sessions', {
      clientId: w.maya.clientId,
      startsAt: inHours(20),
      endsAt: inHours(21),
    });
    expect((await home(w.maya)).nextSession).not.toBeNull();
    expect(await home(w.tom)).toMatchObject({
      next: null,
      alsoOpen: [],
      nextSession: null,
    });
  });

  it('shows the session of both to both', async () => {
    const startsAt = inHours(10);
    const planned = await w.therapist.post('/sessions', {
      coupleId: w.coupleId,
      startsAt,
      endsAt: inHours(11),
    });
    expect(planned.status).toBe(201);
    for (const agent of [w.maya, w.tom]) expect((await home(agent)).nextSession?.startsAt).toBe(startsAt);
    expect((await home(w.dana)).nextSession).toBeNull();
  });

  it('asks for a check-in when its day has come, and not again once it is answered', async () => {
    const { items } = (await w.therapist.get('/instruments')).body as {
      items: { id: string; code: string; items: { key: string }[] }[];
    };
    const trust = items.find(({ code }) => code === 'trust-check-in')!;
    const startsOn = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const planned = await w.therapist.post('/scale-schedules', {
      instrumentId: trust.id,
      clientId: w.dana.clientId,
      everyDays: 7,
      startsOn,
    });
    expect(planned.status).toBe(201);
    expect((await home(w.dana)).checkIns).toMatchObject([{ instrumentId: trust.id }]);
    const answers = Object.fromEntries(trust.items.map(({ key }) => [key, 5]));
    expect(
      (
        await w.dana.post('/scale-responses', {
          instrumentId: trust.id,
          clientId: w.dana.clientId,
          answers,
        })
      ).status,
    ).toBe(201);
    expect((await home(w.dana)).checkIns).toEqual([]);
  });

  it('is for people in care', async () => {
    for (const agent of [w.therapist, w.supervisor, w.admin]) expect((await agent.get('/home')).status).toBe(403);
    expect(await home(w.other.luis)).toMatchObject({
      next: null,
      team: ['Dr Vogel'],
      help: { clinicName: 'Lakeside Practice' },
    });
  });
});
