import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/ids.js';
import type { Agent } from './agent.js';
import { draft, etag, idsOf, pastSession, SECTIONS, signed, type NoteBody } from './acts.js';
import { world, type World } from './world.js';

let w: World;
let coupleId: string;

beforeAll(async () => {
  w = await world();
  coupleId = w.coupleId;
});
afterAll(() => w.close());

describe('starting a note', () => {
  it('for a session needs nothing but the session: facts filled in, sections empty, the session held', async () => {
    const session = await pastSession(w.therapist, { coupleId });
    const made = await w.therapist.post('/notes', { sessionId: session.id, kind: 'progress', format: 'dap' });
    expect(made.status).toBe(201);
    const both = [w.maya.clientId, w.tom.clientId].sort();
    expect(made.body).toMatchObject({
      status: 'draft',
      version: 1,
      coupleId,
      clientId: null,
      sessionId: session.id,
      authorId: w.therapist.userId,
      sections: { data: '', assessment: '', plan: '' },
      facts: {
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        modality: 'in_person',
        attendeeIds: both,
        attendedIds: both,
      },
      happenedAt: session.startsAt,
    });
    const now = (await w.therapist.get(`/sessions/${session.id}`)).body as Record<string, unknown>;
    expect(now).toMatchObject({ status: 'held', attendedIds: both, noteId: made.body.id, noteStatus: 'draft' });
  });

  it('takes the sections of its format and names the path of any other', async () => {
    const wrong = await w.therapist.post('/notes', {
      coupleId,
      kind: 'progress',
      format: 'dap',
      sections: { data: 'a', xyz: 'b' },
    });
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ path: 'sections.xyz', code: 'unknown_section' }]]);
    const notText = await w.therapist.post('/notes', {
      coupleId,
      kind: 'progress',
      format: 'free',
      sections: { text: { a: 1 } },
    });
    expect([notText.status, notText.body.errors[0].path]).toEqual([400, 'sections.text']);
    for (const body of [{ kind: 'gossip' }, { format: 'html' }, { authorId: newId() }, { status: 'signed' }]) {
      const answer = await w.therapist.post('/notes', { coupleId, kind: 'progress', format: 'dap', ...body });
      expect(answer.status).toBe(400);
    }
  });

  it('can be of every kind, each in its own form and in no other’s', async () => {
    const about = { clientId: w.dana.clientId };
    for (const [kind, section] of [
      ['intake', 'presenting'],
      ['risk', 'trigger'],
      ['discharge', 'course'],
      ['contact', 'who'],
    ] as const) {
      const made = await draft(w.therapist, about, { kind, format: kind, sections: { [section]: 'In their words.' } });
      expect(made).toMatchObject({ kind, format: kind, sections: { [section]: 'In their words.' } });
      const other = await w.therapist.post('/notes', { ...about, kind: 'progress', format: kind });
      expect([other.status, other.body.errors[0].path]).toEqual([400, 'format']);
      const answer = await w.therapist.post(`/notes/${made.id}/sign`, undefined, etag(1));
      expect([answer.status, answer.body.kind]).toEqual([200, kind]);
    }
    const joint = await draft(w.therapist, { coupleId }, { format: 'couple', sections: { cycle: 'One asks.' } });
    expect(joint.sections).toMatchObject({ cycle: 'One asks.', plan: '' });
    const choice = await w.therapist.put(`/notes/${joint.id}`, { format: 'risk', sections: {} }, etag(1));
    expect(choice.status).toBe(400);
  });

  it('says itself when it took place where no session does: a late entry has both days', async () => {
    const happenedAt = new Date(Date.now() - 6 * 86_400_000).toISOString();
    const note = await draft(
      w.therapist,
      { clientId: w.dana.clientId, happenedAt },
      { kind: 'contact', format: 'free', sections: { text: 'Her sister rang.' } },
    );
    expect([note['happenedAt'], note['createdAt'] === happenedAt]).toEqual([happenedAt, false]);
    const earlier = new Date(Date.now() - 7 * 86_400_000).toISOString();
    const text = { sections: { text: 'Her sister rang.' } };
    const moved = await w.therapist.put(`/notes/${note.id}`, { ...text, happenedAt: earlier }, etag(1));
    expect(moved.body.happenedAt).toBe(earlier);
    const kept = await w.therapist.put(`/notes/${note.id}`, text, etag(2));
    expect(kept.body.happenedAt).toBe(earlier);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await w.therapist.put(`/notes/${note.id}`, { ...text, happenedAt: tomorrow }, etag(3))).status).toBe(400);
    const session = await pastSession(w.therapist, { coupleId });
    const onSession = { sessionId: session.id, kind: 'progress', format: 'dap', happenedAt };
    expect((await w.therapist.post('/notes', onSession)).status).toBe(400);
  });

  it('is about a person or a couple in one’s care, and a session of theirs', async () => {
    const session = await pastSession(w.therapist, { clientId: w.dana.clientId });
    const start = (by: Agent, about: object): Promise<{ status: number }> =>
      by.post('/notes', { kind: 'progress', format: 'free', ...about });
    expect((await start(w.therapist, {})).status).toBe(400);
    expect((await start(w.therapist, { sessionId: session.id, coupleId })).status).toBe(400);
    expect((await start(w.therapist, { coupleId, clientId: w.dana.clientId })).status).toBe(400);
    expect((await start(w.therapist2, { coupleId })).status).toBe(404);
    expect((await start(w.therapist2, { sessionId: session.id })).status).toBe(404);
    expect((await start(w.other.therapist, { clientId: w.dana.clientId })).status).toBe(404);
    expect((await start(w.therapist, { clientId: newId() })).status).toBe(404);
  });

  it('can be one partner’s own within the couple’s work', async () => {
    const note = await draft(w.therapist, { coupleId, clientId: w.tom.clientId });
    expect(note).toMatchObject({ coupleId, clientId: w.tom.clientId });
  });
});

describe('autosave', () => {
  it('goes from version to version and keeps the earlier ones', async () => {
    const note = await draft(w.therapist, { coupleId });
    let version = note.version;
    for (const plan of ['W', 'We', 'Weekly, and a call on Friday.']) {
      const saved = await w.therapist.put(`/notes/${note.id}`, { sections: { ...SECTIONS, plan } }, etag(version));
      expect([saved.status, saved.body.version, saved.headers['etag']]).toEqual([200, version + 1, `"${version + 1}"`]);
      version = saved.body.version as number;
    }
    const read = (await w.therapist.get(`/notes/${note.id}`)).body as NoteBody;
    expect([read.version, read.sections['plan']]).toEqual([4, 'Weekly, and a call on Friday.']);
    const kept = (await w.therapist.get(`/notes/${note.id}/revisions`)).body as {
      items: { version: number; sections: { plan: string } }[];
    };
    expect(kept.items.map((one) => [one.version, one.sections.plan])).toEqual([
      [4, 'Weekly, and a call on Friday.'],
      [3, 'We'],
      [2, 'W'],
      [1, 'Weekly.'],
    ]);
  });

  it('of a second tab is refused, and neither text is lost', async () => {
    const note = await draft(w.therapist, { coupleId });
    const save = (plan: string, version: number): Promise<{ status: number; headers: Record<string, string> }> =>
      w.therapist.put(`/notes/${note.id}`, { sections: { ...SECTIONS, plan } }, etag(version));
    expect((await save('first tab', 1)).status).toBe(200);
    const late = await save('second tab', 1);
    expect([late.status, late.headers['etag']]).toEqual([412, '"2"']);
    const read = (await w.therapist.get(`/notes/${note.id}`)).body as NoteBody;
    expect(read.sections['plan']).toBe('first tab');
  });

  it('needs the version, and one that can be one', async () => {
    const note = await draft(w.therapist, { coupleId });
    expect((await w.therapist.put(`/notes/${note.id}`, { sections: SECTIONS })).status).toBe(428);
    expect((await w.therapist.put(`/notes/${note.id}`, { sections: SECTIONS }, { 'If-Match': '*' })).status).toBe(400);
    expect((await w.therapist.put(`/notes/${note.id}`, { sections: { subjective: 'x' } }, etag(1))).status).toBe(400);
  });

  it('may change the format, which brings its own sections', async () => {
    const note = await draft(w.therapist, { coupleId });
    const saved = await w.therapist.put(
      `/notes/${note.id}`,
      { format: 'free', sections: { text: 'All in one.' } },
      etag(1),
    );
    expect(saved.body).toMatchObject({ format: 'free', sections: { text: 'All in one.' } });
  });
});

describe('who reads a note', () => {
  it('not the people it is about, nor an admin, nor anybody who does not treat them', async () => {
    const joint = await signed(w.therapist, { coupleId });
    const own = await signed(w.therapist, { clientId: w.dana.clientId });
    for (const by of [w.maya, w.tom, w.dana, w.admin, w.therapist2, w.other.therapist, w.other.luis])
      for (const note of [joint, own]) {
        const [answer, unknown] = [await by.get(`/notes/${note.id}`), await by.get(`/notes/${newId()}`)];
        expect([403, 404]).toContain(answer.status);
        expect({ ...answer.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
      }
    for (const by of [w.maya, w.admin]) expect((await by.get('/notes')).status).toBe(403);
    const list = (await w.therapist2.get(`/notes?coupleId=${coupleId}`)).body as { items: unknown[] };
    expect(list.items).toEqual([]);
  });

  it('a colleague on the care team once it is signed, never as a draft', async () => {
    const made = await w.therapist.post('/clients', { givenName: 'Ola', familyName: 'Berg' });
    const clientId = made.body.id as string;
    await w.therapist.post(`/clients/${clientId}/care-team`, { staffId: w.therapist2.userId });
    const [mine, fixed] = [await draft(w.therapist, { clientId }), await signed(w.therapist, { clientId })];
    expect((await w.therapist2.get(`/notes/${mine.id}`)).status).toBe(404);
    expect((await w.therapist2.get(`/notes/${fixed.id}`)).status).toBe(200);
    const list = (await w.therapist2.get(`/notes?clientId=${clientId}`)).body as { items: { id: string }[] };
    expect(list.items.map((line) => line.id)).toEqual([fixed.id]);
    expect((await w.therapist2.put(`/notes/${fixed.id}`, { sections: SECTIONS }, etag(2))).status).toBe(403);
    expect((await w.therapist2.post(`/notes/${fixed.id}/entered-in-error`, { reason: 'x' })).status).toBe(403);
    expect((await w.therapist2.get(`/notes/${fixed.id}/revisions`)).status).toBe(403);
    const added = await w.therapist2.post(`/notes/${fixed.id}/addenda`, { text: 'From my side too.' });
    expect([added.status, added.body.addenda]).toMatchObject([201, [{ authorId: w.therapist2.userId }]]);
  });

  it('lists joint notes under the couple and personal ones under the person', async () => {
    const joint = await draft(w.therapist, { coupleId });
    const within = await draft(w.therapist, { coupleId, clientId: w.maya.clientId });
    const ids = (query: string): Promise<string[]> => idsOf(w.therapist, `/notes?limit=100&${query}`);
    expect(await ids(`coupleId=${coupleId}`)).toEqual(expect.arrayContaining([joint.id, within.id]));
    const mayas = await ids(`clientId=${w.maya.clientId}`);
    expect([mayas.includes(within.id), mayas.includes(joint.id)]).toEqual([true, false]);
  });

  it('pages the list newest first without a gap or a repeat', async () => {
    const all = await idsOf(w.therapist, `/notes?coupleId=${coupleId}&limit=100`);
    expect(new Set(all).size).toBe(all.length);
    expect(await idsOf(w.therapist, `/notes?coupleId=${coupleId}&limit=3`)).toEqual(all);
  });
});

describe('at rest', () => {
  it('no word of a note stands in the tables', async () => {
    const word = `pomegranate${Date.now()}`;
    const note = await draft(w.therapist, { coupleId }, { sections: { data: word } });
    await w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(1));
    await w.therapist.post(`/notes/${note.id}/addenda`, { text: word, reason: word });
    for (const table of ['note', 'note_addendum', 'note_revision', 'audit_event', 'outbox', 'idempotency']) {
      const { rows } = await w.owner.query(
        `select count(*)::int as n from ${table} t where t::text like '%' || $1 || '%' or t::text like '%' || encode($1::text::bytea, 'hex') || '%'`,
        [word],
      );
      expect([table, rows]).toEqual([table, [{ n: 0 }]]);
    }
  });
});

describe('the sign-off queue', () => {
  it('holds own drafts and sessions without a note, oldest first, with the hours to the limit', async () => {
    const session = await pastSession(w.therapist, { clientId: w.dana.clientId });
    const recent = {
      startsAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      endsAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
    };
    const waiting = (await w.therapist.post('/sessions', { clientId: w.dana.clientId, ...recent })).body as {
      id: string;
    };
    const late = await draft(w.therapist, { sessionId: session.id });
    const queue = (await w.therapist.get('/sign-off?limit=100')).body as { items: Record<string, unknown>[] };
    const times = queue.items.map((item) => item['happenedAt'] as string);
    expect(times).toEqual([...times].sort());
    expect(queue.items).toContainEqual(
      expect.objectContaining({ noteId: late.id, state: 'draft', clock: 'late', who: expect.stringMatching(/^Dana/) }),
    );
    expect(queue.items).toContainEqual(
      expect.objectContaining({
        sessionId: waiting.id,
        noteId: null,
        state: 'not_started',
        clock: 'in_time',
        hoursLeft: 69,
      }),
    );
    const others = (await w.therapist2.get('/sign-off?limit=100')).body as { items: Record<string, unknown>[] };
    expect(others.items.map((item) => item['noteId'])).not.toContain(late.id);
  });
});
