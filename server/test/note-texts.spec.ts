import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { etag } from './acts.js';
import { faultsOfText } from '../src/note-texts/note-texts.rules.js';
import { world, type World } from './world.js';

let w: World;
beforeAll(async () => (w = await world()));
afterAll(() => w.close());

const words = {
  ...{ name: 'My DAP', format: 'dap', shared: false },
  sections: { data: 'Present: ', assessment: '', plan: 'Weekly.' },
};
const template = { kind: 'template', ...words };
const line = { name: 'sleep', format: 'free', shared: false, sections: { text: 'Sleeps badly.' } };
const snippet = { kind: 'snippet', ...line };

const names = async (by: World['therapist']): Promise<string[]> =>
  ((await by.get('/note-texts')).body as { items: { name: string }[] }).items.map(({ name }) => name);

describe('a template of one’s own', () => {
  it('is its owner’s until she shares it; then colleagues begin from it, and only she changes it', async () => {
    const made = await w.therapist.post('/note-texts', template);
    expect([made.status, made.body]).toMatchObject([201, { ...template, version: 1, isMine: true }]);
    const id = made.body.id as string;
    expect(await names(w.therapist2)).toEqual([]);
    const shared = await w.therapist.put(`/note-texts/${id}`, { ...words, shared: true }, etag(1));
    expect([shared.status, shared.body.version]).toEqual([200, 2]);
    expect((await w.therapist2.get('/note-texts')).body.items).toMatchObject([
      { id, isMine: false, sections: template.sections },
    ]);
    expect(await names(w.other.therapist)).toEqual([]);
    expect((await w.therapist2.put(`/note-texts/${id}`, { ...words, shared: true }, etag(2))).status).toBe(403);
    expect((await w.therapist2.post(`/note-texts/${id}/remove`)).status).toBe(403);
    expect((await w.other.therapist.post(`/note-texts/${id}/remove`)).status).toBe(404);
    expect((await w.therapist.put(`/note-texts/${id}`, { ...words, shared: true }, etag(1))).status).toBe(412);
    expect((await w.therapist.post(`/note-texts/${id}/remove`)).status).toBe(204);
    expect([await names(w.therapist), await names(w.therapist2)]).toEqual([[], []]);
    expect((await w.therapist.post(`/note-texts/${id}/remove`)).status).toBe(404);
  });

  it('has sections of its format, and some words', async () => {
    const wrong = await w.therapist.post('/note-texts', { ...template, sections: { text: 'x' } });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'sections.text']);
    const empty = await w.therapist.post('/note-texts', { ...template, sections: { data: ' ' } });
    expect([empty.status, empty.body.errors[0].code]).toEqual([400, 'required']);
  });

  it('is nothing for a client or an admin', async () => {
    for (const by of [w.maya, w.admin]) {
      expect((await by.get('/note-texts')).status).toBe(403);
      expect((await by.post('/note-texts', template)).status).toBe(403);
    }
  });

  it('lies in the tables without a word of it', async () => {
    await w.therapist.post('/note-texts', { ...template, name: 'Plover', sections: { plan: 'Sandpiper.' } });
    const { rows } = await w.owner.query<{ content: Buffer }>('select content from note_text');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ content }) => /Plover|Sandpiper/.test(content.toString('latin1')))).toBe(false);
  });
});

describe('a snippet', () => {
  it('is its owner’s alone, one to a word', async () => {
    const made = await w.therapist.post('/note-texts', snippet);
    expect(made.status).toBe(201);
    expect(await names(w.therapist2)).toEqual([]);
    const again = await w.therapist.post('/note-texts', { ...snippet, name: 'Sleep' });
    expect([again.status, again.body.errors[0].code]).toEqual([400, 'taken']);
    expect((await w.therapist.post('/note-texts', { ...snippet, name: 'two words' })).status).toBe(400);
    expect((await w.therapist.post('/note-texts', { ...snippet, name: 'kept', shared: true })).status).toBe(400);
    const saved = await w.therapist.put(
      `/note-texts/${made.body.id as string}`,
      { ...line, sections: { text: 'Sleeps.' } },
      etag(1),
    );
    expect(saved.body).toMatchObject({ name: 'sleep', sections: { text: 'Sleeps.' } });
  });

  it('has a word that can be typed', () => {
    const codes = (name: string): string[] =>
      faultsOfText({ kind: 'snippet', name, format: 'free', sections: { text: 'x' }, shared: false }, ['sleep']).map(
        ({ code }) => code,
      );
    for (const good of ['a', 'phq9', 'no-harm', 'schläft', '睡眠']) expect(codes(good)).toEqual([]);
    for (const bad of ['', ';a', 'a b', '-a', 'a-', 'a;b', 'x'.repeat(31)]) expect(codes(bad)).toEqual(['not_a_word']);
    expect(codes('SLEEP')).toEqual(['taken']);
  });
});
