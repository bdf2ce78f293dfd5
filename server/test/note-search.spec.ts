import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draft, etag, signed } from './acts.js';
import type { Agent } from './agent.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

interface Found {
  id: string;
  status: string;
  who: string;
  clientId: string | null;
  addendum: { id: string; createdAt: string } | null;
  section: string;
  pieces: { text: string; found: boolean }[];
}
interface Page {
  items: Found[];
  next: string | null;
}

let w: World;
let post: Mailbox | null = null;

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
});
afterAll(async () => {
  await post?.close();
  await w.close();
});

const search = async (by: Agent, words: string, more: object = {}): Promise<Page> => {
  const { status, body } = await by.post('/notes/search', { words, ...more });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body as Page;
};
const ids = async (by: Agent, words: string, more?: object): Promise<string[]> =>
  (await search(by, words, more)).items.map(({ id }) => id);
const write = (by: Agent, about: object, text: string, more: object = {}) =>
  draft(by, about, { format: 'free', sections: { text }, ...more });
const tokensOf = async (id: string): Promise<number[]> => {
  const { rows } = await w.owner.query<{ words: number[] }>('select words from note_words where id = $1', [id]);
  return rows[0]?.words ?? [];
};
const add = async (
  by: Agent,
  id: string,
  text: string,
  reason?: string,
): Promise<{ id: string; createdAt: string }> => {
  const { status, body } = await by.post(`/notes/${id}/addenda`, { text, ...(reason ? { reason } : {}) });
  expect([status, body]).toEqual([201, expect.anything()]);
  const { id: addendum, createdAt } = (body as { addenda: { id: string; createdAt: string }[] }).addenda.at(-1)!;
  return { id: addendum, createdAt };
};
const unindexed = async (): Promise<number> => {
  const { rows } = await w.owner.query<{ n: number }>(
    `select (select count(*) from note n where not exists (select from note_words x where x.id = n.id))::int
      + (select count(*) from note_addendum a where not exists (select from addendum_words x where x.id = a.id))::int as n`,
  );
  return rows[0]!.n;
};
const maya = (): object => ({ clientId: w.maya.clientId });

it('gives an author one key, however many notes she begins at once', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => write(w.therapist, maya(), 'Carousel')));
  expect((await ids(w.therapist, 'carousel')).sort()).toEqual(made.map(({ id }) => id).sort());
  const { rows } = await w.owner.query('select 1 from word_key where author_id = $1', [w.therapist.userId]);
  expect(rows).toHaveLength(1);
});

describe('notes from before there was an index', () => {
  it('are indexed by the worker in batches, once, also where the author has no key yet', async () => {
    const note = await signed(w.therapist, maya(), { format: 'free', sections: { text: 'Snowglobe' } });
    const luis = { clientId: w.other.luis.clientId };
    const theirs = await write(w.other.therapist, luis, 'Snowglobe');
    const added = await add(w.therapist, note.id, 'Icicle', 'Remembered');
    await w.owner.query('delete from note_words');
    await w.owner.query('delete from addendum_words');
    await w.owner.query('delete from word_key where author_id = $1', [w.other.therapist.userId]);
    expect(await ids(w.therapist, 'snowglobe')).toEqual([]);
    post = await openMailbox(w);
    // What the worker begins with at its start may have some of them in hand; none is left when both are through.
    while ((await unindexed()) > 0) await post.worker.indexNotes();
    expect(await ids(w.therapist, 'snowglobe')).toEqual([note.id]);
    expect((await search(w.therapist, 'icicle remembered')).items.map(({ addendum }) => addendum)).toEqual([added]);
    expect(await post.worker.indexNotes()).toBe(0);
    expect(await ids(w.other.therapist, 'snowglobe')).toEqual([theirs.id]);
  });

  it('are indexed by whoever saves one first', async () => {
    const note = await write(w.therapist, maya(), 'Gramophone');
    await w.owner.query('delete from note_words where id = $1', [note.id]);
    await w.therapist.put(`/notes/${note.id}`, { sections: { text: 'Gramophone needle' } }, etag(1));
    expect(await ids(w.therapist, 'gramophone needle')).toEqual([note.id]);
  });
});

describe('an author searching her own notes', () => {
  it('finds a draft and a signed note by their words, newest first, with the lines around them', async () => {
    const older = await signed(w.therapist, maya(), {
      ...{ format: 'free', sections: { text: 'The Lighthouse walk helped.' }, happenedAt: '2026-01-05T10:00:00Z' },
    });
    const newer = await write(w.therapist, { coupleId: w.coupleId }, 'Both spoke of the LIGHTHOUSE again.');
    const { items, next } = await search(w.therapist, 'lighthouse');
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [newer.id, 'draft'],
      [older.id, 'signed'],
    ]);
    expect(next).toBeNull();
    expect(items[1]!.pieces).toEqual([
      { text: 'The ', found: false },
      { text: 'Lighthouse', found: true },
      { text: ' walk helped.', found: false },
    ]);
    expect(items.map(({ who, section }) => [who, section])).toEqual([
      ['Maya & Tom K.', 'text'],
      ['Maya K.', 'text'],
    ]);
    expect(await ids(w.therapist, 'light')).toEqual([newer.id, older.id]);
    expect(await ids(w.therapist, 'lighthouse walk')).toEqual([older.id]);
    expect(await ids(w.therapist, 'lighthouse', maya())).toEqual([older.id]);
    expect(await ids(w.therapist, 'lighthouse', { coupleId: w.coupleId })).toEqual([newer.id]);
  });

  it('follows the text with every save, and keeps the earlier words of nothing', async () => {
    const note = await write(w.therapist, maya(), 'Marmalade');
    const saved = await w.therapist.put(`/notes/${note.id}`, { sections: { text: 'Porcelain' } }, etag(1));
    expect(saved.status).toBe(200);
    expect(await ids(w.therapist, 'marmalade')).toEqual([]);
    expect(await ids(w.therapist, 'porcelain')).toEqual([note.id]);
    const before = await tokensOf(note.id);
    await w.therapist.put(`/notes/${note.id}`, { sections: { text: 'Porcelain, and marmalade.' } }, etag(2));
    const after = await tokensOf(note.id);
    expect(after).toEqual(expect.arrayContaining(before));
    // In no order of the text's.
    expect(after).toEqual([...after].sort((a, b) => a - b));
    expect(await ids(w.therapist, 'porcelain marmalade')).toEqual([note.id]);
  });

  it('leaves the words as they were when a save is refused', async () => {
    const note = await write(w.therapist, maya(), 'Tangerine');
    const stale = await w.therapist.put(`/notes/${note.id}`, { sections: { text: 'Bergamot' } }, etag(7));
    expect(stale.status).toBe(412);
    expect(await ids(w.therapist, 'bergamot')).toEqual([]);
    expect(await ids(w.therapist, 'tangerine')).toEqual([note.id]);
  });

  it('sees which one was entered in error', async () => {
    const note = await signed(w.therapist, maya(), { format: 'free', sections: { text: 'Windmill' } });
    await w.therapist.post(`/notes/${note.id}/entered-in-error`, { reason: 'The wrong chart.' });
    expect((await search(w.therapist, 'windmill')).items.map(({ status }) => status)).toEqual(['entered_in_error']);
  });

  it('pages through them without losing or doubling one', async () => {
    const made: string[] = [];
    for (let n = 0; n < 7; n++) made.unshift((await write(w.therapist, maya(), `Cartwheel number ${n}`)).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(w.therapist, 'cartwheel', { limit: 3, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made);
    // seven in pages of seven: nothing is promised that does not come
    expect((await search(w.therapist, 'cartwheel', { limit: 7 })).next).toBeNull();
  });

  it('shows none that only begins alike, and goes past those that do', async () => {
    const wanted = await write(w.therapist, maya(), 'Telegraph');
    for (let n = 0; n < 4; n++) await write(w.therapist, maya(), 'Telephone');
    expect(await ids(w.therapist, 'teleg', { limit: 1 })).toEqual([wanted.id]);
  });

  it('asks for words', async () => {
    for (const body of [{}, { words: '' }, { words: 'x'.repeat(201) }, { words: 'x', author: 'y' }])
      expect((await w.therapist.post('/notes/search', body)).status).toBe(400);
    expect(await search(w.therapist, 'the and of')).toEqual({ items: [], next: null });
  });

  it('is written down as a search, with the notes that were shown', async () => {
    const note = await write(w.therapist, maya(), 'Quicksilver');
    await search(w.therapist, 'quicksilver');
    const { rows } = await w.owner.query(
      `select act, target, row_ids, client_id from audit_event where act = 'search' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ act: 'search', target: 'notes', row_ids: [note.id], client_id: w.maya.clientId }]);
    const log = await w.admin.get('/audit/events?limit=100');
    expect(log.text).not.toMatch(/note_words|addendum_words|word_key/);
  });
});

describe('an author searching what she added later', () => {
  const later = (note: { id: string }, added: { id: string }) => [note.id, added.id];
  const found = async (by: Agent, words: string, more?: object) =>
    (await search(by, words, more)).items.map(({ id, addendum }) => [id, addendum?.id ?? null]);

  it('is led to the note and the addendum, apart from the note’s own words and among them by its day', async () => {
    const note = await signed(w.therapist, maya(), {
      ...{ format: 'free', sections: { text: 'A harpsichord.' }, happenedAt: '2026-01-05T10:00:00Z' },
    });
    const added = await add(w.therapist, note.id, 'The harpsichord was hers, and a metronome.', 'She called back.');
    expect(await found(w.therapist, 'harpsichord')).toEqual([later(note, added), [note.id, null]]);
    const [hit] = (await search(w.therapist, 'metronome')).items;
    expect(hit).toMatchObject({ who: 'Maya K.', status: 'signed', section: 'text', addendum: added });
    expect(hit!.pieces).toContainEqual({ text: 'metronome', found: true });
    expect((await search(w.therapist, 'called back')).items[0]!.section).toBe('reason');
    expect(await found(w.therapist, 'metronome', maya())).toEqual([later(note, added)]);
    expect(await found(w.therapist, 'metronome', { coupleId: w.coupleId })).toEqual([]);
    const tokens = await w.owner.query<{ words: number[] }>('select words from addendum_words where id = $1', [
      added.id,
    ]);
    expect(tokens.rows[0]!.words).toEqual([...tokens.rows[0]!.words].sort((a, b) => a - b));
  });

  it('pages through notes and addenda in one order', async () => {
    const notes = [await signed(w.therapist, maya(), { format: 'free', sections: { text: 'Bandoneon' } })];
    notes.push(
      await signed(w.therapist, { coupleId: w.coupleId }, { format: 'free', sections: { text: 'Bandoneon' } }),
    );
    for (const { id } of notes) for (const n of [1, 2]) await add(w.therapist, id, `Bandoneon, time ${n}`);
    const whole = await found(w.therapist, 'bandoneon');
    expect(new Set(whole.map(String)).size).toBe(6);
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(w.therapist, 'bandoneon', { limit: 2, cursor });
      seen.push(...page.items.map(({ id, addendum }) => [id, addendum?.id ?? null]));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole);
  });

  it('finds her own addendum to a colleague’s note, and the colleague does not', async () => {
    const note = await signed(w.therapist, maya(), { format: 'free', sections: { text: 'Umbrella' } });
    await w.therapist.post(`/clients/${w.maya.clientId}/care-team`, { staffId: w.therapist2.userId });
    const added = await add(w.therapist2, note.id, 'A windsock.');
    expect(await found(w.therapist2, 'windsock')).toEqual([later(note, added)]);
    expect(await found(w.therapist, 'windsock')).toEqual([]);
    expect(await found(w.therapist2, 'umbrella')).toEqual([]);
  });

  it('leaves nothing of what is added to a psychotherapy note', async () => {
    const note = await signed(w.therapist, maya(), {
      ...{ kind: 'psychotherapy', format: 'free', sections: { text: 'A quiet thought.' } },
    });
    await add(w.therapist, note.id, 'Kingfisher');
    expect(await found(w.therapist, 'kingfisher')).toEqual([]);
  });
});

describe('nobody else', () => {
  it('finds them: not a colleague of the same care, a supervisor, an administrator, or the person', async () => {
    const note = await signed(w.therapist, maya(), { format: 'free', sections: { text: 'Hummingbird' } });
    await w.therapist.post(`/clients/${w.maya.clientId}/care-team`, { staffId: w.therapist2.userId });
    expect((await w.therapist2.get(`/notes/${note.id}`)).status).toBe(200);
    expect(await ids(w.therapist2, 'hummingbird')).toEqual([]);
    expect(await ids(w.other.therapist, 'hummingbird')).toEqual([]);
    expect(await ids(w.supervisor, 'hummingbird')).toEqual([]);
    for (const other of [w.admin, w.maya])
      expect((await other.post('/notes/search', { words: 'hummingbird' })).status).toBe(403);
    expect(await ids(w.therapist, 'hummingbird')).toEqual([note.id]);
  });

  it('could tell from the tables that two authors wrote the same word', async () => {
    const [hers, his] = [
      await write(w.therapist, maya(), 'Sandcastle'),
      await write(w.therapist2, maya(), 'Sandcastle'),
    ];
    const [a, b] = [await tokensOf(hers.id), await tokensOf(his.id)];
    expect([a.length, b.length]).toEqual([3, 3]);
    expect(a.filter((token) => b.includes(token))).toEqual([]);
  });

  it('finds what the author may no longer see herself', async () => {
    const made = await w.therapist2.post('/clients', { givenName: 'Ines', familyName: 'Prado' });
    const clientId = made.body.id as string;
    const note = await write(w.therapist2, { clientId }, 'Thunderclap');
    expect(await ids(w.therapist2, 'thunderclap')).toEqual([note.id]);
    await w.owner.query(`update care_team set from_at = now() - interval '2 days', to_at = now() - interval '1 day'
      where client_id = '${clientId}'`);
    expect((await w.therapist2.get(`/notes/${note.id}`)).status).toBe(404);
    expect(await ids(w.therapist2, 'thunderclap')).toEqual([]);
  });

  it('finds a word of a psychotherapy note, which leaves none beside it', async () => {
    const note = await write(w.therapist, maya(), 'Nightingale', { kind: 'psychotherapy' });
    await w.therapist.put(`/notes/${note.id}`, { sections: { text: 'Nightingale again' } }, etag(1));
    expect(await ids(w.therapist, 'nightingale')).toEqual([]);
    expect(await tokensOf(note.id)).toEqual([]);
  });
});
