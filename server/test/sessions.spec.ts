import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/ids.js';
import { etag, idsOf } from './acts.js';
import { world, type World } from './world.js';

let w: World;
let coupleId: string;

beforeAll(async () => {
  w = await world();
  coupleId = w.coupleId;
});
afterAll(() => w.close());

let hours = 0;
/** A free hour of its own for each session, so that no test books another one's time. */
const hour = (): { startsAt: string; endsAt: string } => {
  const start = Date.UTC(2027, 0, 4) + hours++ * 7_200_000;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
};

describe('planning a session', () => {
  it('answers with the session, its place and its version', async () => {
    const when = hour();
    const made = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...when, modality: 'video' });
    expect(made.status).toBe(201);
    expect(made.headers['location']).toBe(`/api/v1/sessions/${made.body.id}`);
    expect(made.headers['etag']).toBe('"1"');
    expect(made.body).toMatchObject({
      ...when,
      clientId: w.dana.clientId,
      coupleId: null,
      who: 'Dana R.',
      therapistId: w.therapist.userId,
      modality: 'video',
      status: 'planned',
      attendeeIds: [w.dana.clientId],
      attendedIds: null,
      noteId: null,
      version: 1,
    });
    expect((await w.therapist.get(`/sessions/${made.body.id}`)).body).toEqual(made.body);
  });

  it('expects both partners of a couple unless somebody says otherwise', async () => {
    const made = await w.therapist.post('/sessions', { coupleId, ...hour() });
    expect(made.body.attendeeIds).toEqual([w.maya.clientId, w.tom.clientId].sort());
    expect(made.body.clientId).toBeNull();
  });

  it('refuses bad times, two owners, strangers and unknown fields with their paths', async () => {
    const { startsAt, endsAt } = hour();
    const wrong: [object, string][] = [
      [{ clientId: w.dana.clientId, startsAt: endsAt, endsAt: startsAt }, 'endsAt'],
      [{ clientId: w.dana.clientId, startsAt: '2027-01-04', endsAt }, 'startsAt'],
      [{ clientId: w.dana.clientId, startsAt: '2027-02-30T10:00:00Z', endsAt }, 'startsAt'],
      [{ startsAt, endsAt }, 'clientId'],
      [{ clientId: w.dana.clientId, coupleId, startsAt, endsAt }, 'clientId'],
      [{ clientId: w.dana.clientId, attendeeIds: [w.maya.clientId], startsAt, endsAt }, 'attendeeIds[0]'],
      [{ clientId: w.dana.clientId, startsAt, endsAt, modality: 'letter' }, 'modality'],
      [{ clientId: w.dana.clientId, startsAt, endsAt, therapistId: newId() }, 'therapistId'],
    ];
    for (const [body, path] of wrong) {
      const answer = await w.therapist.post('/sessions', body);
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
    }
  });

  it('is for those who treat the person: nobody else learns that there is one', async () => {
    const body = { clientId: w.dana.clientId, ...hour() };
    expect((await w.therapist2.post('/sessions', body)).status).toBe(404);
    expect((await w.other.therapist.post('/sessions', body)).status).toBe(404);
    expect((await w.admin.post('/sessions', body)).status).toBe(403);
    expect((await w.dana.post('/sessions', body)).status).toBe(403);
  });
});

describe('double booking', () => {
  it('is refused, also for half an overlap; back to back is not one', async () => {
    const when = hour();
    const half = new Date(Date.parse(when.startsAt) + 1_800_000).toISOString();
    const later = new Date(Date.parse(when.endsAt) + 1_800_000).toISOString();
    expect((await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...when })).status).toBe(201);
    const clash = await w.therapist.post('/sessions', { coupleId, startsAt: half, endsAt: later });
    expect([clash.status, clash.body.code]).toEqual([409, 'double_booked']);
    const next = await w.therapist.post('/sessions', { coupleId, startsAt: when.endsAt, endsAt: later });
    expect(next.status).toBe(201);
  });

  it('is refused when ten requests come at the same moment: one wins', async () => {
    const when = hour();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => w.therapist.post('/sessions', { clientId: w.dana.clientId, ...when })),
    );
    const won = answers.filter((answer) => answer.status === 201);
    expect(won).toHaveLength(1);
    const codes = answers.filter((answer) => answer.status !== 201).map((answer) => answer.body.code as string);
    expect(codes.every((code) => code === 'double_booked' || code === 'unavailable')).toBe(true);
    expect(codes).toContain('double_booked');
  });

  it('is refused when a session is moved, and a cancelled session frees its time', async () => {
    const [first, second] = [hour(), hour()];
    const a = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...first });
    const b = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...second });
    const move = (): Promise<{ status: number; body: { code: string } }> =>
      w.therapist.patch(`/sessions/${b.body.id}`, first, etag(1));
    expect(await move()).toMatchObject({ status: 409, body: { code: 'double_booked' } });
    await w.therapist.patch(`/sessions/${a.body.id}`, { status: 'cancelled' }, etag(1));
    expect((await move()).status).toBe(200);
  });
});

describe('changing a session', () => {
  it('needs the version that was read', async () => {
    const { body } = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...hour() });
    expect((await w.therapist.patch(`/sessions/${body.id}`, { modality: 'phone' })).status).toBe(428);
    const changed = await w.therapist.patch(`/sessions/${body.id}`, { modality: 'phone' }, etag(1));
    expect([changed.status, changed.body.modality, changed.body.version]).toEqual([200, 'phone', 2]);
    const stale = await w.therapist.patch(`/sessions/${body.id}`, { modality: 'video' }, etag(1));
    expect([stale.status, stale.headers['etag']]).toEqual([412, '"2"']);
  });

  it('does not call a session held before it began', async () => {
    const { body } = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...hour() });
    const answer = await w.therapist.patch(`/sessions/${body.id}`, { status: 'held' }, etag(1));
    expect([answer.status, answer.body.code]).toEqual([409, 'not_started']);
  });

  it('records who came, of those who were to come', async () => {
    const start = Date.now() - 90 * 86_400_000;
    const when = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
    const { body } = await w.therapist.post('/sessions', { coupleId, ...when });
    const came = await w.therapist.patch(
      `/sessions/${body.id}`,
      { status: 'held', attendedIds: [w.maya.clientId] },
      etag(1),
    );
    expect(came.body).toMatchObject({ status: 'held', attendedIds: [w.maya.clientId] });
    const wrong = await w.therapist.patch(`/sessions/${body.id}`, { attendedIds: [w.dana.clientId] }, etag(2));
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'attendedIds[0]']);
  });
});

describe('who sees a session', () => {
  it('shows both partners the times of their joint sessions, and each only their own others', async () => {
    const joint = (await w.therapist.post('/sessions', { coupleId, ...hour() })).body as { id: string };
    const alone = (await w.therapist.post('/sessions', { coupleId, attendeeIds: [w.tom.clientId], ...hour() }))
      .body as { id: string };
    const own = (await w.therapist.post('/sessions', { clientId: w.maya.clientId, ...hour() })).body as { id: string };
    const sees = async (who: typeof w.maya, session: { id: string }): Promise<number> =>
      (await who.get(`/sessions/${session.id}`)).status;
    expect([await sees(w.maya, joint), await sees(w.tom, joint)]).toEqual([200, 200]);
    expect([await sees(w.maya, alone), await sees(w.tom, alone)]).toEqual([404, 200]);
    expect([await sees(w.maya, own), await sees(w.tom, own)]).toEqual([200, 404]);
    expect([await sees(w.dana, joint), await sees(w.other.luis, joint), await sees(w.other.therapist, joint)]).toEqual([
      404, 404, 404,
    ]);
    const listed = (await w.maya.get('/sessions?limit=100')).body as {
      items: { id: string; noteId: null; who: null }[];
    };
    expect(listed.items.map((session) => session.id)).not.toContain(alone.id);
    expect(listed.items.every((session) => session.noteId === null && session.who === null)).toBe(true);
  });

  it('lets the person read and not write', async () => {
    const { body } = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...hour() });
    expect((await w.dana.patch(`/sessions/${body.id}`, { status: 'cancelled' }, etag(1))).status).toBe(403);
  });
});

describe('the list of sessions', () => {
  it('is cut by time and pages without a gap or a repeat, in both directions', async () => {
    const made: string[] = [];
    const first = hour();
    made.push((await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...first })).body.id as string);
    for (let i = 0; i < 4; i++)
      made.push((await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...hour() })).body.id as string);
    const end = hour().startsAt;
    for (const [sort, wanted] of [
      ['startsAt', made],
      ['-startsAt', [...made].reverse()],
    ] as const) {
      const query = `?from=${first.startsAt}&to=${end}&clientId=${w.dana.clientId}&sort=${sort}&limit=2`;
      expect(await idsOf(w.therapist, `/sessions${query}`)).toEqual(wanted);
    }
  });

  it('refuses a sort, a cursor or a filter that is none', async () => {
    for (const query of [
      'sort=starts_at;drop',
      'cursor=%00',
      'clientId=1',
      'from=yesterday',
      'limit=0',
      'limit=101',
      'who=me',
    ])
      expect((await w.therapist.get(`/sessions?${query}`)).status).toBe(400);
  });
});
