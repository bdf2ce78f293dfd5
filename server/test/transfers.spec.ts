import { assertMovable, assertTwoColleagues } from '../src/transfers/transfers.rules.js';
import { world, type World } from './world.js';

/** An admin hands people over from one therapist to another. */
let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

interface Answer {
  status: number;
  body: {
    id: string;
    version: number;
    code: string;
    primaryTherapistId: string;
    people: { id: string; displayName: string }[];
    items: { id: string; therapistId: string; staffId: string; to: string | null }[];
    [field: string]: unknown;
  };
}

const hand = (clientIds: (string | null | undefined)[], dryRun = false, more: object = {}): Promise<Answer> =>
  w.admin.post(`/transfers?dryRun=${dryRun}`, {
    fromStaffId: w.therapist.userId,
    toStaffId: w.therapist2.userId,
    clientIds,
    ...more,
  });

let hour = 24;
async function planned(by: World['therapist'], whose: object): Promise<{ startsAt: string; endsAt: string }> {
  const startsAt = new Date(Date.now() + hour++ * 3_600_000);
  const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_000_000).toISOString() };
  expect((await by.post('/sessions', { ...whose, ...times })).status).toBe(201);
  return times;
}

describe('a dry run', () => {
  it('says who and what would move, and changes nothing', async () => {
    await planned(w.therapist, { coupleId: w.coupleId });
    const answer = await hand([w.maya.clientId, w.tom.clientId], true);
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        dryRun: true,
        couples: 1,
        sessions: 1,
        clashes: 0,
        people: [{ displayName: 'Maya K.' }, { displayName: 'Tom K.' }],
      },
    ]);
    expect((await w.therapist.get(`/clients/${w.maya.clientId}`)).status).toBe(200);
    expect((await w.therapist2.get(`/clients/${w.maya.clientId}`)).status).toBe(404);
  });
});

describe('a transfer', () => {
  it('never parts a couple', async () => {
    const answer = await hand([w.maya.clientId]);
    expect([answer.status, answer.body.code]).toEqual([409, 'couple_split']);
  });

  it('moves only whom the therapist treats, and tells nobody apart of whom it does not', async () => {
    const { id } = (await w.therapist2.post('/clients', { givenName: 'Hana', familyName: 'Bauer' })).body as {
      id: string;
    };
    const unknown = '01900000-0000-7000-8000-00000000abcd';
    const answers = await Promise.all([id, w.other.luis.clientId, unknown].map((one) => hand([one])));
    for (const answer of answers) {
      expect([answer.status, answer.body.code]).toEqual([409, 'not_on_care_team']);
    }
  });

  it('goes to a therapist who works here, never to the admin herself', async () => {
    const to = async (toStaffId: string | null | undefined) =>
      (await hand([w.dana.clientId], false, { toStaffId })).status;
    expect(await to(w.therapist.userId)).toBe(409);
    expect(await to(w.admin.userId)).toBe(403);
    expect(await to(w.other.therapist.userId)).toBe(404);
    expect(await to(w.maya.userId)).toBe(404);
    expect((await hand([], false)).status).toBe(400);
    expect((await w.admin.post('/transfers?dryRun=perhaps', {})).status).toBe(400);
  });

  it('is for admins', async () => {
    const body = { fromStaffId: w.therapist.userId, toStaffId: w.therapist2.userId, clientIds: [w.dana.clientId] };
    for (const who of [w.therapist, w.therapist2, w.supervisor, w.dana])
      expect((await who.post('/transfers', body)).status).toBe(403);
    expect((await w.other.admin.post('/transfers', body)).status).toBe(404);
  });

  it('waits while a planned session meets another one of the colleague', async () => {
    const times = await planned(w.therapist, { clientId: w.dana.clientId });
    const { id: clientId } = (await w.therapist2.post('/clients', { givenName: 'Ines', familyName: 'Moreau' }))
      .body as {
      id: string;
    };
    const other = await w.therapist2.post('/sessions', { clientId, ...times });
    expect(other.status).toBe(201);
    expect((await hand([w.dana.clientId], true)).body).toMatchObject({ sessions: 1, clashes: 1 });
    const refused = await hand([w.dana.clientId]);
    expect([refused.status, refused.body.code]).toEqual([409, 'double_booked']);
    expect((await w.therapist.get(`/clients/${w.dana.clientId}`)).status).toBe(200);
    const { id, version } = other.body as { id: string; version: number };
    await w.therapist2.patch(`/sessions/${id}`, { status: 'cancelled' }, { 'If-Match': `"${version}"` });
  });

  it('moves care, the couple, who answers for it and what is planned, and leaves what was written', async () => {
    const note = await w.therapist.post('/notes', {
      coupleId: w.coupleId,
      kind: 'progress',
      format: 'free',
      sections: { text: 'Both came.' },
    });
    const { id: noteId, version } = note.body as { id: string; version: number };
    expect((await w.therapist.post(`/notes/${noteId}/sign`, {}, { 'If-Match': `"${version}"` })).status).toBe(200);

    const done = await hand([w.maya.clientId, w.tom.clientId, w.dana.clientId]);
    expect([done.status, done.body]).toMatchObject([200, { dryRun: false, couples: 1, sessions: 2, clashes: 0 }]);

    for (const who of [w.maya, w.tom, w.dana]) {
      expect((await w.therapist.get(`/clients/${who.clientId}`)).status).toBe(404);
      expect((await w.therapist2.get(`/clients/${who.clientId}`)).body).toMatchObject({
        primaryTherapistId: w.therapist2.userId,
      });
    }
    expect((await w.therapist.get(`/couples/${w.coupleId}`)).status).toBe(404);
    expect((await w.therapist2.get(`/couples/${w.coupleId}`)).body).toMatchObject({ stage: 'stabilise' });
    const from = new Date().toISOString();
    const sessions = (await w.therapist2.get(`/sessions?coupleId=${w.coupleId}&from=${from}`)) as Answer;
    expect(sessions.body.items.map(({ therapistId }) => therapistId)).toEqual([w.therapist2.userId]);
    expect((await w.therapist2.get(`/notes/${noteId}`)).body).toMatchObject({ authorId: w.therapist.userId });
    const team = (await w.admin.get(`/clients/${w.dana.clientId}/care-team`)) as Answer;
    expect(team.body.items.map(({ staffId, to }) => [staffId, to === null])).toEqual([
      [w.therapist2.userId, true],
      [w.therapist.userId, false],
    ]);
  });

  it('is there once for whoever is on both care teams', async () => {
    const { id } = (await w.therapist.post('/clients', { givenName: 'Noor', familyName: 'Faris' })).body as {
      id: string;
    };
    await w.therapist.post(`/clients/${id}/care-team`, { staffId: w.therapist2.userId });
    expect((await hand([id])).status).toBe(200);
    const team = (await w.admin.get(`/clients/${id}/care-team`)) as Answer;
    expect(team.body.items.filter(({ to }) => to === null).map(({ staffId }) => staffId)).toEqual([
      w.therapist2.userId,
    ]);
  });
});

describe('the rules of a transfer', () => {
  const codeOf = (work: () => void): string => {
    try {
      work();
      return 'allowed';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('know who may go', () => {
    const movable = (chosen: string[], treated: string[], partners: string[]) =>
      codeOf(() => assertMovable({ chosen, treated, partners }));
    expect(movable(['a'], ['a'], [])).toBe('allowed');
    expect(movable(['a', 'b'], ['a', 'b'], ['a', 'b'])).toBe('allowed');
    expect(movable(['a'], ['a'], ['a', 'b'])).toBe('couple_split');
    expect(movable(['a', 'x'], ['a'], [])).toBe('not_on_care_team');
    expect(codeOf(() => assertTwoColleagues('t', 't'))).toBe('same_person');
    expect(codeOf(() => assertTwoColleagues('t', 'u'))).toBe('allowed');
  });
});
