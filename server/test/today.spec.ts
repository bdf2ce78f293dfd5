import { world, type World } from './world.js';

interface Today {
  day: string;
  risks: unknown[];
  sessions: {
    id: string;
    displayName: string;
    people: { clientId: string; displayName: string }[];
    noteId: string | null;
    noteStatus: string | null;
  }[];
  reviews: { id: string; displayName: string; title: string; draft: number }[];
  notesDue: {
    id: string;
    displayName: string;
    state: string;
    noteId: string | null;
  }[];
  next: { displayName: string } | null;
  people: { clientId: string; safeContact: object | null; isPartner: boolean; setbackPlanAt: string | null }[];
}

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

describe('today', () => {
  let w: World;
  let joint: string;
  let secret: string;

  const plan = async (who: object, at: string, agent = w.therapist): Promise<string> => {
    const endsAt = new Date(Date.parse(at) + 50 * 60_000).toISOString();
    const answer = await agent.post('/sessions', {
      ...who,
      startsAt: at,
      endsAt,
    });
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  };
  const today = async (agent = w.therapist): Promise<Today> => {
    const answer = await agent.get('/today');
    expect(answer.status).toBe(200);
    return answer.body as Today;
  };
  /** An hour that is today and past at the clinic, whenever the test runs; the clinic's zone is set to make it so. */
  beforeAll(async () => {
    w = await world();
    const zone = ['Etc/GMT+12', 'UTC', 'Etc/GMT-12'].find((name) => {
      const hour = Number(
        new Intl.DateTimeFormat('en', {
          hour: 'numeric',
          hourCycle: 'h23',
          timeZone: name,
        }).format(new Date()),
      );
      return hour >= 6 && hour < 18;
    })!;
    await w.owner.query('update clinic set time_zone = $2 where id = $1', [w.clinicId, zone]);
    joint = await plan({ coupleId: w.coupleId }, inHours(-3));
    await plan({ clientId: w.dana.clientId }, inHours(3));
    await plan({ clientId: w.maya.clientId }, inHours(30));
    secret = 'a sentence nobody should meet in a list';
  });
  afterAll(() => w.close());

  it("shows a therapist the sessions of her day, under everybody's name", async () => {
    const { sessions, next, risks } = await today();
    expect(sessions.map(({ displayName }) => displayName)).toEqual(['Maya & Tom K.', 'Dana R.']);
    expect(sessions.map(({ people }) => people)).toEqual([
      [
        { clientId: w.maya.clientId, displayName: 'Maya K.' },
        { clientId: w.tom.clientId, displayName: 'Tom K.' },
      ],
      [{ clientId: w.dana.clientId, displayName: 'Dana R.' }],
    ]);
    expect(next?.displayName).toBe('Maya K.');
    expect(risks).toEqual([]);
  });

  it('says of everybody, once, how to reach them, whether they have a partner in care and when they made their plan', async () => {
    const contact = { channel: 'phone', from: null, to: null, voicemail: false };
    const at = `/clients/${w.dana.clientId}`;
    const { version } = (await w.therapist.get(at)).body as { version: number };
    expect((await w.therapist.patch(at, { safeContact: contact }, { 'If-Match': `"${version}"` })).status).toBe(200);
    const words = { people: [], signs: [], safetySteps: [secret] };
    const plan = `/clients/${w.maya.clientId}/setback-plan`;
    for (const [n, steps] of [['Rest'], ['Rest', 'Walk']].entries())
      expect((await w.maya.put(plan, { ...words, steps }, { 'If-Match': `"${n}"` })).status).toBe(200);
    const { savedAt } = (await w.therapist.get(plan)).body as { savedAt: string };
    const raised = await w.therapist.post(`${at}/risk-alerts`, { danger: 'soon', note: secret });
    expect(raised.status).toBe(201);
    const day = await today();
    expect(day.people).toHaveLength(3);
    expect(day.people).toEqual(
      expect.arrayContaining([
        { clientId: w.dana.clientId, safeContact: contact, isPartner: false, setbackPlanAt: null },
        { clientId: w.maya.clientId, safeContact: null, isPartner: true, setbackPlanAt: savedAt },
        { clientId: w.tom.clientId, safeContact: null, isPartner: true, setbackPlanAt: null },
      ]),
    );
    expect(JSON.stringify(day)).not.toContain(secret);
  });

  it('asks for the note of a session that has begun, not of one to come', async () => {
    const { notesDue } = await today();
    expect(
      notesDue.map(({ id, state, displayName }) => ({
        id,
        state,
        displayName,
      })),
    ).toEqual([{ id: joint, state: 'missing', displayName: 'Maya & Tom K.' }]);
  });

  it('offers the begun note to be finished, and lets it go once it is signed', async () => {
    const begun = await w.therapist.post('/notes', {
      sessionId: joint,
      coupleId: w.coupleId,
      kind: 'progress',
      format: 'free',
      sections: { text: secret },
    });
    expect(begun.status).toBe(201);
    const { id, version } = begun.body as { id: string; version: number };
    const before = await today();
    expect(before.notesDue).toMatchObject([{ noteId: id, state: 'draft' }]);
    expect(before.sessions[0]).toMatchObject({
      noteId: id,
      noteStatus: 'draft',
    });
    expect(JSON.stringify(before)).not.toContain(secret);
    expect((await w.therapist.post(`/notes/${id}/sign`, {}, { 'If-Match': `"${version}"` })).status).toBe(200);
    const after = await today();
    expect(after.notesDue).toEqual([]);
    expect(after.sessions[0]).toMatchObject({ noteStatus: 'signed' });
  });

  it("shows nobody another therapist's day", async () => {
    for (const agent of [w.therapist2, w.supervisor, w.other.therapist]) {
      expect(await today(agent)).toMatchObject({
        sessions: [],
        reviews: [],
        notesDue: [],
        next: null,
        people: [],
      });
    }
  });

  it('is for therapists, not for the people in care nor for admins', async () => {
    for (const agent of [w.maya, w.admin]) expect((await agent.get('/today')).status).toBe(403);
    expect((await w.stranger().get('/today')).status).toBe(401);
  });

  it('brings sent homework to be read, with its title and no answer, until it is reviewed', async () => {
    const { items: sheets } = (await w.therapist.get('/worksheets')).body as {
      items: { id: string; key: string }[];
    };
    const week = sheets.find(({ key }) => key === 'weekly-check-in')!;
    const given = await w.therapist.post('/assignments', {
      worksheetId: week.id,
      clientIds: [w.maya.clientId],
    });
    expect(given.status).toBe(201);
    const [{ id, version }] = (given.body as { items: [{ id: string; version: number }] }).items;
    expect((await today()).reviews).toEqual([]);
    const sheet = (await w.maya.get(`/worksheets/${week.id}`)).body as {
      sections: { fields: { key: string; type: string }[] }[];
    };
    const words = sheet.sections
      .flatMap(({ fields }) => fields)
      .find(({ type }) => type === 'long' || type === 'short')!;
    const saved = await w.maya.put(
      `/assignments/${id}/response`,
      { answers: { [words.key]: secret } },
      { 'If-Match': `"${version}"` },
    );
    expect(saved.status).toBe(200);
    const sent = await w.maya.post(
      `/assignments/${id}/submit`,
      {},
      { 'If-Match': `"${(saved.body as { version: number }).version}"` },
    );
    expect(sent.status).toBe(200);
    const full = await today();
    expect(full.reviews).toMatchObject([{ id, displayName: 'Maya K.', draft: 1 }]);
    expect(full.reviews[0]!.title).not.toBe('');
    expect(JSON.stringify(full)).not.toContain(secret);
    expect((await today(w.therapist2)).reviews).toEqual([]);
    const reviewed = await w.therapist.post(
      `/assignments/${id}/review`,
      { decision: 'accept' },
      { 'If-Match': `"${(sent.body as { version: number }).version}"` },
    );
    expect(reviewed.status).toBe(200);
    expect((await today()).reviews).toEqual([]);
  });

  describe('the timeline', () => {
    interface Item {
      id: string;
      kind: string;
      targetId: string;
      coupleId: string | null;
      title: string | null;
      staffName: string | null;
    }
    const timeline = async (
      clientId: string,
      query = '',
      agent = w.therapist,
    ): Promise<{ items: Item[]; next: string | null }> => {
      const answer = await agent.get(`/clients/${clientId}/timeline${query}`);
      expect(answer.status).toBe(200);
      return answer.body as { items: Item[]; next: string | null };
    };

    it('tells newest first what happened, joint things included, and no word of it', async () => {
      const { items } = await timeline(w.maya.clientId);
      expect(items.map(({ kind }) => kind)).toEqual([
        'homework_reviewed',
        'homework_sent',
        'homework_given',
        'note',
        'session',
      ]);
      expect(items.at(-1)).toMatchObject({
        targetId: joint,
        coupleId: w.coupleId,
        staffName: 'Dr Ellis',
      });
      expect(JSON.stringify(items)).not.toContain(secret);
    });

    it('goes on page by page without losing or repeating one', async () => {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { items: Item[]; next: string | null } = await timeline(
          w.maya.clientId,
          `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        );
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(seen).toEqual((await timeline(w.maya.clientId)).items.map(({ id }) => id));
      expect(new Set(seen).size).toBe(5);
    });

    it("keeps one partner's homework out of the other's timeline", async () => {
      const { items } = await timeline(w.tom.clientId);
      expect(items.map(({ kind }) => kind)).toEqual(['note', 'session']);
    });

    it('is nobody else’s to read', async () => {
      for (const agent of [w.therapist2, w.other.therapist]) {
        expect((await agent.get(`/clients/${w.maya.clientId}/timeline`)).status).toBe(404);
      }
      for (const agent of [w.maya, w.admin])
        expect((await agent.get(`/clients/${w.maya.clientId}/timeline`)).status).toBe(403);
    });
  });
});
