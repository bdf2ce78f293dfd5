import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notePieces } from '../src/interchange/note-pieces.rules.js';
import type { NoteDto } from '../src/notes/note.dto.js';
import { SECTIONS, draft, etag, pastSession, signed, type NoteBody } from './acts.js';
import type { Agent } from './agent.js';
import { headingsOf, partsOf, structureOf, type Outline } from './pdf.structure.js';
import { world, type World } from './world.js';

let w: World;
let couple: string;
/** Of Dana's session: signed, with an addendum. */
let note: NoteBody;
let session: string;
let joint: NoteBody;
/** Maya's own within the couple's work. */
let hers: NoteBody;
let jointSession: string;

beforeAll(async () => {
  w = await world();
  couple = w.coupleId;
  session = (await pastSession(w.therapist, { clientId: w.dana.clientId })).id;
  note = await signed(w.therapist, { sessionId: session });
  await w.therapist.post(`/notes/${note.id}/addenda`, { text: 'She rang later.', reason: 'It was left out.' });
  jointSession = (await pastSession(w.therapist, { coupleId: couple })).id;
  joint = await signed(w.therapist, { sessionId: jointSession }, { sections: { ...SECTIONS, data: 'Said by both.' } });
  const alone = { sections: { ...SECTIONS, data: 'Maya told this alone.' } };
  hers = await signed(w.therapist, { sessionId: jointSession, clientId: w.maya.clientId }, alone);
  const own = { kind: 'psychotherapy', format: 'free', sections: { text: 'A thought of my own.' } };
  await signed(w.therapist, { sessionId: jointSession }, own);
  await signed(w.therapist, { clientId: w.maya.clientId }, own);
  await draft(w.therapist, { clientId: w.maya.clientId }, { sections: { ...SECTIONS, data: 'Not yet said.' } });
});
afterAll(() => w.close());

async function paper(agent: Agent, path: string): Promise<Outline> {
  const { status, headers, body } = await agent.get(path);
  expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/pdf']);
  return structureOf(body as Buffer);
}
const wordsOf = ({ root }: Outline): string =>
  partsOf(root, /./)
    .map(({ words }) => words)
    .join('\n');

describe('a signed note on paper', () => {
  it('has who it is about, who was there, who signed it and when, what was added, and numbered pages', async () => {
    const outline = await paper(w.therapist, `/notes/${note.id}/pdf`);
    const words = wordsOf(outline);
    expect(headingsOf(outline)).toEqual([
      expect.stringMatching(/^1 Session, \w+day \d+ \w+ \d{4}$/),
      ...['2 Data', '2 Assessment', '2 Plan', '2 Added later'],
    ]);
    for (const there of ['Dana Reyes', 'Present: Dana.', 'in person.', 'Signed by Dr Ellis on ', SECTIONS.data])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const there of ['She rang later.', 'Why: It was left out.', 'Late entry: about '])
      expect([there, words.includes(there)]).toEqual([there, true]);
    const hash = note['contentHash'] as string;
    expect(words).toContain(`Fingerprint of the signed words: ${hash.slice(0, 4)} ${hash.slice(4, 8)}`);
    expect(outline.lang).toBe('en');
    expect(outline.beside.at(-1)).toMatch(/^Dana R\. · Session, .* Page 1 of 1$/);
    expect(outline.beside.join()).not.toContain('not signed');
  });

  it('bears its mark on every page when it was entered in error, with the reason; its words stay', async () => {
    const wrong = await signed(w.therapist, { clientId: w.dana.clientId });
    await w.therapist.post(`/notes/${wrong.id}/entered-in-error`, { reason: 'Belongs to somebody else.' });
    const outline = await paper(w.therapist, `/notes/${wrong.id}/pdf`);
    expect(wordsOf(outline)).toMatch(/Entered in error on .*\nWhat is wrong with it: Belongs to somebody else\./);
    expect(wordsOf(outline)).toContain(SECTIONS.plan);
    expect(outline.beside).toContain('Entered in error');
  });

  it('says who co-signed it, and before that, that it waits', async () => {
    const made = await w.therapist2.post('/clients', {
      givenName: 'Ines',
      familyName: 'Prado',
      birthDate: '1988-05-03',
    });
    const waiting = await signed(w.therapist2, { clientId: made.body.id as string });
    const before = await paper(w.supervisor, `/notes/${waiting.id}/pdf`);
    expect(wordsOf(before)).toContain('Ines Prado, born 3 May 1988');
    expect(before.beside).toContain('Waits for a co-signature');
    await w.supervisor.post(`/notes/${waiting.id}/cosign`);
    const after = await paper(w.supervisor, `/notes/${waiting.id}/pdf`);
    expect(wordsOf(after)).toMatch(/Co-signed by .+ on /);
    expect(after.beside).not.toContain('Waits for a co-signature');
  });
});

it('a draft says that it is one, on every page, and is its author’s alone', async () => {
  const words = 'So it went on and on. '.repeat(400);
  const open = await draft(w.therapist, { coupleId: couple }, { sections: { ...SECTIONS, data: words } });
  const outline = await paper(w.therapist, `/notes/${open.id}/pdf`);
  expect(wordsOf(outline)).toContain('Written by Dr Ellis, not signed.');
  expect(outline.pages).toBeGreaterThan(1);
  expect(outline.beside.filter((one) => one === 'Draft, not signed')).toHaveLength(outline.pages);
  for (const nobody of [w.therapist2, w.supervisor, w.other.therapist])
    expect((await nobody.get(`/notes/${open.id}/pdf`)).status).toBe(404);
});

it('a private note has no paper, also for its author', async () => {
  const own = await signed(
    w.therapist,
    { coupleId: couple },
    { kind: 'psychotherapy', format: 'free', sections: { text: 'Mine.' } },
  );
  const refused = await w.therapist.get(`/notes/${own.id}/pdf`);
  expect([refused.status, refused.body.code]).toEqual([409, 'not_of_the_record']);
  expect((await w.supervisor.get(`/notes/${own.id}/pdf`)).status).toBe(404);
});

it('names the goals that were worked on, of a draft those ticked so far', () => {
  const goal = (number: number) => ({
    goalId: `g${number}`,
    planId: 'p',
    number,
    behaviour: `Goal in words ${number}`,
  });
  const facts = {
    startsAt: '',
    endsAt: '',
    modality: 'video',
    attendeeIds: [],
    attendedIds: null,
    goals: [goal(1), goal(2)],
  };
  const about = { ...note, facts, format: 'dap', touchedGoals: ['g2'] } as unknown as NoteDto;
  const told = (status: NoteDto['status']): string =>
    JSON.stringify(notePieces({ ...about, status }, { zone: 'UTC', nameOf: () => '', level: 2 }));
  expect(told('draft')).not.toContain('Goal in words 1');
  expect(told('draft')).toContain('2. Goal in words 2');
  expect(told('signed')).toContain('1. Goal in words 1');
});

describe('the notes on a session', () => {
  it('are those of the joint record, and one partner’s own only when her record is asked for', async () => {
    const both = wordsOf(await paper(w.therapist, `/sessions/${jointSession}/notes/pdf`));
    expect(both).toContain('Said by both.');
    for (const kept of ['Maya told this alone.', 'A thought of my own.']) expect(both).not.toContain(kept);
    const own = `/sessions/${jointSession}/notes/pdf?clientId=${w.maya.clientId}`;
    const alone = wordsOf(await paper(w.therapist, own));
    expect(alone).toContain('Maya told this alone.');
    for (const kept of ['Said by both.', 'A thought of my own.']) expect(alone).not.toContain(kept);
    const toms = `/sessions/${jointSession}/notes/pdf?clientId=${w.tom.clientId}`;
    expect((await w.therapist.get(toms)).status).toBe(404);
  });

  it('stand one below the other, each under a heading, a draft as one', async () => {
    const open = await draft(w.therapist, { sessionId: session }, { format: 'free', sections: { text: 'And this.' } });
    const outline = await paper(w.therapist, `/sessions/${session}/notes/pdf`);
    expect(headingsOf(outline).filter((heading) => heading.startsWith('2 '))).toHaveLength(2);
    expect(outline.bookmarks).toHaveLength(2);
    expect(wordsOf(outline)).toContain('And this.');
    expect(outline.beside).toContain('Holds a draft, not signed');
    await w.therapist.post(`/notes/${open.id}/sign`, undefined, etag(open.version));
    expect((await paper(w.therapist, `/sessions/${session}/notes/pdf`)).beside.join()).not.toContain('draft');
  });
});

describe('the record of one person', () => {
  it('holds who it is, who treats her, what took place and her own notes: no draft, no private or joint note', async () => {
    const outline = await paper(w.therapist, `/clients/${w.maya.clientId}/record/pdf`);
    const words = wordsOf(outline);
    for (const there of ['Maya Kovac', 'Care team', 'Joint session, 50 minutes', 'Maya told this alone.'])
      expect([there, words.includes(there)]).toEqual([there, true]);
    for (const kept of ['Said by both.', 'A thought of my own.', 'Not yet said.', 'Tom K'])
      expect([kept, words.includes(kept)]).toEqual([kept, false]);
  });

  it('of a time holds what took place in it', async () => {
    const day = (hers['happenedAt'] as string).slice(0, 10);
    const before = new Date(Date.parse(day) - 3 * 86_400_000).toISOString().slice(0, 10);
    const path = `/clients/${w.maya.clientId}/record/pdf`;
    expect(wordsOf(await paper(w.therapist, `${path}?to=${before}`))).not.toContain('told this alone');
    expect(wordsOf(await paper(w.therapist, `${path}?from=${before}`))).toContain('told this alone');
    expect((await w.therapist.get(`${path}?from=yesterday`)).status).toBe(400);
  });
});

it('is refused to whoever may not read it on the screen', async () => {
  const paths = [
    `/notes/${joint.id}/pdf`,
    `/sessions/${jointSession}/notes/pdf`,
    `/clients/${w.maya.clientId}/record/pdf`,
  ];
  for (const path of paths)
    for (const [agent, status] of [
      [w.maya, 403],
      [w.tom, 403],
      [w.admin, 403],
      [w.therapist2, 404],
      [w.supervisor, 404],
      [w.other.therapist, 404],
    ] as const)
      expect([path, (await agent.get(path)).status]).toEqual([path, status]);
});

it('is in the log by each note that is on it, and says nothing by its name', async () => {
  const path = `/sessions/${jointSession}/notes/pdf?clientId=${w.maya.clientId}`;
  expect((await w.therapist.get(path)).headers['content-disposition']).toBe('attachment; filename="notes.pdf"');
  const record = await w.therapist.get(`/clients/${w.maya.clientId}/record/pdf`);
  expect(record.headers['content-disposition']).toBe('attachment; filename="record.pdf"');
  const { body } = await w.admin.get(`/audit-events?whose=${w.maya.clientId}&what=print`);
  const items = body.items as { act: string; target: string; rowIds: string[] }[];
  expect(items[0]).toMatchObject({ act: 'print', target: 'records', rowIds: [hers.id] });
  expect(items[1]).toMatchObject({ act: 'print', target: 'notes', rowIds: [hers.id] });
});
