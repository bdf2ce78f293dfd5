import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { etag } from './acts.js';
import { feedOf, feedSpan, initialsOf } from '../src/calendar-feed/feed.rules.js';
import { world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const DAY = 86_400_000;
let days = 2;
const plan = async (): Promise<{ id: string; startsAt: string; endsAt: string }> => {
  const start = new Date(Date.now() + days++ * DAY).setUTCHours(14, 0, 0, 0);
  const times = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_000_000).toISOString() };
  const made = await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...times });
  expect(made.status).toBe(201);
  return made.body as { id: string; startsAt: string; endsAt: string };
};
const make = async (body: object = {}): Promise<string> =>
  ((await w.therapist.post('/calendar-feed', body)).body as { path: string }).path;
/** What a calendar program gets: nobody's cookies. */
const fetched = async (path: string, headers: Record<string, string> = {}): ReturnType<World['therapist']['get']> =>
  w.stranger().get(path, headers);
const stamp = (at: string): string => at.replaceAll(/[-:]|\.000/g, '');

describe('a therapist’s calendar feed', () => {
  it('is off until she asks for an address, which is told once', async () => {
    expect((await w.therapist.get('/calendar-feed')).body).toMatchObject({ on: false, lastReadAt: null, path: null });
    const path = await make();
    expect(path).toMatch(/^\/api\/v1\/calendar\/[\w-]{43}\.ics$/);
    expect((await w.therapist.get('/calendar-feed')).body).toMatchObject({ on: true, reads: 0, path: null });
  });

  it('tells a calendar program when, in UTC, and one word for every session', async () => {
    const session = await plan();
    const { status, headers, text } = await fetched(await make());
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain(`DTSTART:${stamp(session.startsAt)}\r\n`);
    expect(text).toContain(`DTEND:${stamp(session.endsAt)}\r\n`);
    expect(new Set(text.match(/SUMMARY:.*/g))).toEqual(new Set(['SUMMARY:Session']));
    expect(text).not.toMatch(
      /Dana|Reyes|Maya|Tom|Ellis|Harbour|therap|couple|ATTENDEE|ORGANIZER|DESCRIPTION|LOCATION/i,
    );
    expect(text).not.toContain(session.id);
  });

  it('bears the initials of the practice by choice only', async () => {
    const { text } = await fetched(await make({ initials: true }));
    expect(text).toContain('SUMMARY:Session HP\r\n');
    expect(text).not.toContain('Harbour');
  });

  it('keeps a cancelled session as cancelled, and counts its changes', async () => {
    const session = await plan();
    const path = await make();
    await w.therapist.patch(`/sessions/${session.id}`, { status: 'cancelled' }, etag(1));
    const { text } = await fetched(path);
    const event = text.split('BEGIN:VEVENT').find((each) => each.includes(`DTSTART:${stamp(session.startsAt)}`))!;
    expect(event).toContain('STATUS:CANCELLED');
    expect(event).toContain('SEQUENCE:1');
  });

  it('answers 304 while nothing changed, and anew when something did', async () => {
    const path = await make();
    const first = await fetched(path);
    const again = await fetched(path, { 'If-None-Match': first.headers['etag']! });
    expect([again.status, again.text]).toEqual([304, '']);
    await plan();
    const after = await fetched(path, { 'If-None-Match': first.headers['etag']! });
    expect(after.status).toBe(200);
    expect(after.headers['etag']).not.toBe(first.headers['etag']);
  });

  it('says when it was last read', async () => {
    const path = await make();
    await fetched(path);
    await fetched(path);
    const { body } = await w.therapist.get('/calendar-feed');
    expect(body).toMatchObject({ reads: 2, lastReadAt: expect.any(String) });
  });

  it('ends an address with the next one, and all of it when she turns it off', async () => {
    const before = await make();
    const now = await make();
    expect([(await fetched(before)).status, (await fetched(now)).status]).toEqual([404, 200]);
    expect((await w.therapist.delete('/calendar-feed')).status).toBe(204);
    const gone = await fetched(now);
    expect(gone.status).toBe(404);
    expect(gone.body).toEqual({
      ...((await fetched('/calendar/never-was.ics')).body as object),
      requestId: gone.body.requestId,
    });
  });

  it('keeps the hash of the secret alone, and logs each reading as hers', async () => {
    const path = await make();
    const secret = path.split('/').at(-1)!.replace('.ics', '');
    await fetched(path);
    const { rows } = await w.owner
      .query<{ row: string }>(`set role kept_system`)
      .then(() => w.owner.query<{ row: string }>('select f::text as row from door.calendar_feed f'));
    await w.owner.query('reset role');
    expect(rows.map(({ row }) => row).join()).not.toContain(secret);
    const log = await w.admin.get('/audit-events?what=calendar-feed&limit=50');
    expect(JSON.stringify(log.body)).toContain(w.therapist.userId);
  });

  it('belongs to therapists, and shows nobody else’s sessions', async () => {
    expect((await w.admin.post('/calendar-feed', {})).status).toBe(403);
    expect((await w.dana.post('/calendar-feed', {})).status).toBe(403);
    const session = await plan();
    const { path } = (await w.other.therapist.post('/calendar-feed', {})).body as { path: string };
    const { status, text } = await fetched(path);
    expect(status).toBe(200);
    expect(text).not.toContain(stamp(session.startsAt));
    const colleague = ((await w.therapist2.post('/calendar-feed', {})).body as { path: string }).path;
    expect((await fetched(colleague)).text).not.toContain('BEGIN:VEVENT');
  });

  it('ends when its owner does no longer work here', async () => {
    const { path } = (await w.supervisor.post('/calendar-feed', {})).body as { path: string };
    expect((await fetched(path)).status).toBe(200);
    const staff = (await w.admin.get(`/staff/${w.supervisor.userId}`)).body as { version: number };
    const ended = await w.admin.patch(
      `/staff/${w.supervisor.userId}`,
      { status: 'disabled' },
      etag(staff.version ?? 1),
    );
    expect(ended.status).toBe(200);
    expect((await fetched(path)).status).toBe(404);
  });

  it('asks whoever reads it all the time to slow down', async () => {
    const path = await make();
    let last = 200;
    for (let i = 0; i < 61; i++) last = (await fetched(path)).status;
    expect(last).toBe(429);
  });
});

describe('the file', () => {
  it('reaches from a month ago to half a year ahead, by days of the practice', () => {
    const span = feedSpan('America/New_York', new Date('2026-10-14T02:00:00Z'));
    expect([span.from.toISOString(), span.to.toISOString()]).toEqual([
      ...['2026-09-13T04:00:00.000Z', '2027-04-11T04:00:00.000Z'],
    ]);
  });

  it('takes three initials at most, whatever the name is made of', () => {
    expect(['Harbour Practice', 'Dr. Ëlla & the Old Mill House', '  ', '7 Oaks'].map(initialsOf)).toEqual([
      ...['HP', 'DËT', '', '7O'],
    ]);
  });

  it('names the same session otherwise for another reader', () => {
    const at = new Date('2026-10-14T02:00:00Z');
    const session = { id: 'a', startsAt: at, endsAt: at, updatedAt: at, cancelled: false, version: 1 };
    const uidFor = (owner: string): string => /UID:(.*)/.exec(feedOf([session], owner, null))![1]!;
    expect(uidFor('one')).not.toBe(uidFor('two'));
    expect(uidFor('one')).toBe(uidFor('one'));
  });
});
