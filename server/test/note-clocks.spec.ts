import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draft, etag, SECTIONS, signed, type NoteBody } from './acts.js';
import { world, type World } from './world.js';

const HOUR = 3_600_000;
const PATH = '/clinic-settings';

let w: World;
let clientId: string;
let sessionId: string;

/** A session of somebody new that ended twenty hours ago and has no note. */
beforeAll(async () => {
  w = await world();
  clientId = (await w.therapist.post('/clients', { givenName: 'Wren', familyName: 'Oduya' })).body.id as string;
  const [startsAt, endsAt] = [21, 20].map((hours) => new Date(Date.now() - hours * HOUR).toISOString());
  sessionId = (await w.therapist.post('/sessions', { clientId, startsAt, endsAt })).body.id as string;
});
afterAll(() => w.close());

async function setHours(noteDueHours: number, noteLimitHours: number): Promise<number> {
  const { body } = await w.admin.get(PATH);
  const { version, crisisText, phone, riskDueHours, riskUrgentHours } = body as Record<string, number>;
  const kept = { crisisText, phone, riskDueHours, riskUrgentHours };
  return (await w.admin.put(PATH, { ...kept, noteDueHours, noteLimitHours }, etag(version!))).status;
}

interface Line {
  sessionId: string | null;
  clock: string;
  hoursLeft: number;
}
const ofSession = (lines: Line[]): Line | undefined => lines.find((line) => line.sessionId === sessionId);

/** Where the note stands on every list that tells. */
async function clocks(): Promise<(string | undefined)[]> {
  const today = (await w.therapist.get('/today')).body as { notesDue: Line[] };
  const queue = (await w.therapist.get('/sign-off')).body as { items: Line[] };
  const standing = (await w.therapist.get(`/standings?clientIds=${clientId}`)).body as {
    items: { noteClock: string }[];
  };
  return [ofSession(today.notesDue)?.clock, ofSession(queue.items)?.clock, standing.items[0]?.noteClock];
}
const overdue = async (): Promise<number> => {
  const { items } = (await w.admin.get('/caseloads')).body as { items: { id: string; notesOverdue: number }[] };
  return items.find(({ id }) => id === w.therapist.userId)!.notesOverdue;
};

describe('the clock of an unsigned note', () => {
  it('runs by the clinic’s own hours: on Today, in the sign-off queue, on the caseload and on the board', async () => {
    expect(await clocks()).toEqual(['in_time', 'in_time', 'in_time']);
    const before = await overdue();
    expect(await setHours(12, 24)).toBe(200);
    expect(await clocks()).toEqual(['due', 'due', 'due']);
    expect(await setHours(12, 18)).toBe(200);
    expect(await clocks()).toEqual(['late', 'late', 'late']);
    expect(await overdue()).toBe(before + 1);
    const note = await draft(w.therapist, { sessionId });
    expect(note['limitAt']).toBe(
      new Date(Date.parse((note['facts'] as { endsAt: string }).endsAt) + 18 * HOUR).toISOString(),
    );
    expect(await clocks()).toEqual(['late', 'late', 'late']);
    await w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(1));
    expect(await clocks()).toEqual([undefined, undefined, null]);
    expect(await overdue()).toBe(before);
  });

  it('is the admin’s to set, late not before due, and another clinic’s stays', async () => {
    expect(await setHours(48, 24)).toBe(400);
    expect(await setHours(0, 24)).toBe(400);
    expect(await setHours(48, 337)).toBe(400);
    expect(await setHours(48, 72)).toBe(200);
    expect((await w.therapist.get(PATH)).status).toBe(403);
    expect((await w.other.admin.get(PATH)).body).toMatchObject({ noteDueHours: 48, noteLimitHours: 72 });
    const { body } = await w.admin.get('/audit-events?what=clinic');
    expect((body as { items: { columns: string[] }[] }).items[0]!.columns).toContain('note_due_hours');
  });
});

describe('a save that races a signature', () => {
  it('is in what was signed, or is refused and can be added to it: never lost, never slipped in', async () => {
    for (let round = 0; round < 6; round++) {
      const note = await draft(w.therapist, { clientId });
      const late = { ...SECTIONS, plan: `Written in round ${round}.` };
      const save = () => w.therapist.put(`/notes/${note.id}`, { sections: late }, etag(1));
      const sign = () => w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(1));
      const [saved, signature] =
        round % 2 ? await Promise.all([save(), sign()]) : (await Promise.all([sign(), save()])).reverse();
      expect([saved!.status, signature!.status].filter((status) => status === 200)).toHaveLength(1);
      const now = (await w.therapist.get(`/notes/${note.id}`)).body as NoteBody;
      if (saved!.status === 200) {
        expect([signature!.status, now.status, now.sections['plan']]).toEqual([412, 'draft', late.plan]);
        const again = await w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(now.version));
        expect(again.body).toMatchObject({ status: 'signed', sections: late });
      } else {
        expect([saved!.status, saved!.body.code, now.sections['plan']]).toEqual([409, 'note_signed', SECTIONS.plan]);
        const added = await w.therapist.post(`/notes/${note.id}/addenda`, { text: late.plan });
        expect(added.body).toMatchObject({ sections: SECTIONS, addenda: [{ text: late.plan }] });
      }
    }
  });
});

describe('a note entered in error', () => {
  it('stays in the list with its mark, and leaves it for whoever chooses so', async () => {
    const note = await signed(w.therapist, { clientId });
    await w.therapist.post(`/notes/${note.id}/entered-in-error`, { reason: 'Another person’s.' });
    const ids = async (more: string): Promise<string[]> =>
      ((await w.therapist.get(`/notes?clientId=${clientId}${more}`)).body as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      );
    expect(await ids('')).toContain(note.id);
    const without = await ids('&mistakes=hidden');
    expect(without).not.toContain(note.id);
    expect(without.length).toBeGreaterThan(0);
  });
});
