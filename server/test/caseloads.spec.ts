import { world, type World } from './world.js';

interface Board {
  items: {
    id: string;
    displayName: string;
    people: number;
    couples: number;
    sessionsThisWeek: number;
    weeklySessions: number | null;
    notesOverdue: number;
  }[];
  unassigned: { clientId: string; displayName: string }[];
}

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

describe('the board', () => {
  let w: World;
  const secret = 'nobody at the desk should read this';

  beforeAll(async () => {
    w = await world();
    for (const [days, signed] of [
      [6, false],
      [7, true],
    ] as const) {
      const startsAt = daysAgo(days);
      const endsAt = new Date(startsAt.getTime() + 50 * 60_000);
      const session = await w.therapist.post('/sessions', {
        coupleId: w.coupleId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      });
      expect(session.status).toBe(201);
      const { id: sessionId } = session.body as { id: string };
      const note = await w.therapist.post('/notes', {
        sessionId,
        coupleId: w.coupleId,
        kind: 'progress',
        format: 'free',
        sections: { text: secret },
      });
      expect(note.status).toBe(201);
      const { id, version } = note.body as { id: string; version: number };
      if (signed)
        expect((await w.therapist.post(`/notes/${id}/sign`, {}, { 'If-Match': `"${version}"` })).status).toBe(200);
    }
  });
  afterAll(() => w.close());

  const board = async (): Promise<Board> => {
    const answer = await w.admin.get('/caseloads');
    expect(answer.status).toBe(200);
    return answer.body as Board;
  };
  const of = async (name: string) => (await board()).items.find(({ displayName }) => displayName === name);

  it('says how much each therapist carries', async () => {
    expect((await board()).items.map(({ displayName }) => displayName)).toEqual(['Dr Ellis', 'Sam Okoro', 'Dr Moss']);
    expect(await of('Dr Ellis')).toMatchObject({
      people: 3,
      couples: 1,
      notesOverdue: 1,
    });
    expect(await of('Sam Okoro')).toMatchObject({
      people: 0,
      couples: 0,
      sessionsThisWeek: 0,
      notesOverdue: 0,
    });
  });

  it('counts the sessions of this week', async () => {
    const before = (await of('Sam Okoro'))!.sessionsThisWeek;
    const entered = await w.therapist2.post('/clients', {
      givenName: 'Priya',
      familyName: 'Shah',
    });
    const { id: clientId } = entered.body as { id: string };
    const [{ begins }] = (
      await w.owner.query<{ begins: Date }>(
        `select date_trunc('week', now() at time zone time_zone) at time zone time_zone as begins from clinic where id = $1`,
        [w.clinicId],
      )
    ).rows as [{ begins: Date }];
    const startsAt = new Date(begins.getTime() + 1000);
    const planned = await w.therapist2.post('/sessions', {
      clientId,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 3_000_000).toISOString(),
    });
    expect(planned.status).toBe(201);
    expect((await of('Sam Okoro'))!.sessionsThisWeek).toBe(before + 1);
  });

  it('measures a week by what was agreed with the therapist', async () => {
    const agree = async (weeklySessions: number | null) => {
      const { version } = (await w.admin.get(`/staff/${w.therapist2.userId}`)).body as { version: number };
      const path = `/staff/${w.therapist2.userId}`;
      return (await w.admin.patch(path, { weeklySessions }, { 'If-Match': `"${version}"` })).status;
    };
    expect((await of('Sam Okoro'))!.weeklySessions).toBeNull();
    expect(await agree(12)).toBe(200);
    expect((await of('Sam Okoro'))!.weeklySessions).toBe(12);
    for (const senseless of [0, -1, 81, 1.5]) expect(await agree(senseless)).toBe(400);
    expect(await agree(null)).toBe(200);
    expect((await of('Sam Okoro'))!.weeklySessions).toBeNull();
  });

  it('names whom nobody treats yet, until somebody does', async () => {
    const entered = await w.admin.post('/clients', {
      givenName: 'Rosa',
      familyName: 'Diaz',
    });
    expect(entered.status).toBe(201);
    const { id } = entered.body as { id: string };
    expect((await board()).unassigned).toMatchObject([{ clientId: id, displayName: 'Rosa D.' }]);
    expect(
      (
        await w.admin.post(`/clients/${id}/care-team`, {
          staffId: w.therapist2.userId,
        })
      ).status,
    ).toBe(201);
    expect((await board()).unassigned).toEqual([]);
  });

  it('shows an admin nothing that was written', async () => {
    expect(JSON.stringify(await board())).not.toContain(secret);
    for (const path of [
      '/notes',
      '/sessions',
      '/today',
      '/sign-off',
      '/assignments',
      `/clients/${w.maya.clientId}/timeline`,
      `/clients/${w.maya.clientId}/scores`,
    ]) {
      expect((await w.admin.get(path)).status).toBe(403);
    }
  });

  it('is for admins alone, each of her own clinic', async () => {
    for (const agent of [w.therapist, w.supervisor, w.maya]) expect((await agent.get('/caseloads')).status).toBe(403);
    const other = (await w.other.admin.get('/caseloads')).body as Board;
    expect(other.items.map(({ displayName }) => displayName)).toEqual(['Dr Vogel']);
    expect(other.items[0]).toMatchObject({ people: 1, notesOverdue: 0 });
  });
});
