import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { contentHash, sealHolds, type NoteContent } from '../src/notes/note-signature.js';
import { newId } from '../src/platform/ids.js';
import type { Agent } from './agent.js';
import { draft, etag, pastSession, SECTIONS, signed, type NoteBody } from './acts.js';
import { verifyNotes } from '../src/cli/verify-notes.js';
import { PASSWORD, world, type World } from './world.js';

let w: World;
let coupleId: string;
let owner: pg.Client;

beforeAll(async () => {
  w = await world();
  coupleId = w.coupleId;
  owner = new pg.Client({ connectionString: w.database.admin });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await w.close();
});

describe('signing', () => {
  it('fixes the words under the signed-in person’s name, with a hash that anybody can recompute', async () => {
    const session = await pastSession(w.therapist, { coupleId });
    const note = await draft(w.therapist, { sessionId: session.id });
    const answer = await w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(1));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 'signed', signedBy: w.therapist.userId, version: 2 });
    const { body } = await w.therapist.get(`/notes/${note.id}`);
    const content = {
      ...body,
      createdAt: new Date(body.createdAt as string),
      happenedAt: new Date(body.happenedAt as string),
    } as NoteContent;
    expect(contentHash(content)).toBe(answer.body.contentHash);
    expect(contentHash({ ...content, sections: { ...content.sections, plan: 'Never.' } })).not.toBe(
      answer.body.contentHash,
    );
    const { rows } = await owner.query('select signature, signed_version, signed_at from note where id = $1', [
      note.id,
    ]);
    const [row] = rows as [{ signature: Buffer; signed_version: number; signed_at: Date }];
    const key = createPublicKey(w.config.signingKey);
    const signing = {
      act: 'signed' as const,
      hash: answer.body.contentHash as string,
      by: w.therapist.userId,
      at: row.signed_at,
      version: row.signed_version,
    };
    expect([
      row.signed_version,
      sealHolds(signing, row.signature, key),
      sealHolds({ ...signing, by: newId() }, row.signature, key),
    ]).toEqual([1, true, false]);
  });

  it('keeps the facts as they stood, whatever becomes of the session', async () => {
    const session = await pastSession(w.therapist, { coupleId });
    const note = await signed(w.therapist, { sessionId: session.id });
    const { body } = await w.therapist.get(`/sessions/${session.id}`);
    await w.therapist.patch(`/sessions/${session.id}`, { modality: 'phone' }, etag(body.version as number));
    const read = await w.therapist.get(`/notes/${note.id}`);
    expect(read.body.facts.modality).toBe('in_person');
  });

  it('needs the version that was read, some words, and one’s own note', async () => {
    const empty = (await w.therapist.post('/notes', { coupleId, kind: 'progress', format: 'dap' })).body as NoteBody;
    const sign = (by: Agent, id: string, version: number): Promise<{ status: number; body: { code: string } }> =>
      by.post(`/notes/${id}/sign`, undefined, etag(version));
    expect(await sign(w.therapist, empty.id, 1)).toMatchObject({ status: 409, body: { code: 'note_empty' } });
    const note = await draft(w.therapist, { coupleId });
    expect((await w.therapist.post(`/notes/${note.id}/sign`)).status).toBe(428);
    expect((await sign(w.therapist, note.id, 7)).status).toBe(412);
    expect((await sign(w.therapist2, note.id, 1)).status).toBe(404);
    expect((await sign(w.maya, note.id, 1)).status).toBe(403);
  });

  it('by ten tabs at the same moment makes one signature', async () => {
    const note = await draft(w.therapist, { coupleId });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(1))),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const codes = new Set(
      answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.code as string),
    );
    expect([...codes].every((code) => code === 'already_signed' || code === 'unavailable')).toBe(true);
    expect(codes.has('already_signed')).toBe(true);
    const { rows } = await owner.query(
      'select count(*)::int as n from audit_event where $1 = any (row_ids) and act = $2',
      [note.id, 'update'],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('by ten people at the same moment makes one signature, and it is its author’s', async () => {
    const note = await draft(w.therapist, { coupleId });
    const hers = await Promise.all([1, 2].map(() => w.stranger().signIn('therapist@harbour.example', PASSWORD)));
    const others = [w.therapist2, w.supervisor, w.admin, w.maya, w.tom, w.dana, w.other.therapist];
    const people = [...others, w.therapist, ...hers];
    const answers = await Promise.all(people.map((who) => who.post(`/notes/${note.id}/sign`, undefined, etag(1))));
    const allowed = answers.map(({ status }, at) => (status === 200 ? people[at]!.userId : null)).filter(Boolean);
    expect([people.length, allowed]).toEqual([10, [w.therapist.userId]]);
    const now = (await w.therapist.get(`/notes/${note.id}`)).body as NoteBody;
    expect(now).toMatchObject({ status: 'signed', signedBy: w.therapist.userId, version: 2 });
  });

  it('ends writing: over HTTP, by SQL as the app, and by SQL as the owner of the tables', async () => {
    const note = await signed(w.therapist, { coupleId });
    const late = await w.therapist.put(`/notes/${note.id}`, { sections: SECTIONS }, etag(note.version));
    expect([late.status, late.body.code]).toEqual([409, 'note_signed']);
    const again = await w.therapist.post(`/notes/${note.id}/sign`, undefined, etag(note.version));
    expect([again.status, again.body.code]).toEqual([409, 'already_signed']);
    const { rows } = await owner.query('select clinic_id from note where id = $1', [note.id]);
    const [{ clinic_id }] = rows as [{ clinic_id: string }];
    const changes = [
      `update note set sections = '\\x00' where id = '${note.id}'`,
      `update note set status = 'draft', signed_at = null, signed_by = null, signed_version = null, content_hash = null, signature = null where id = '${note.id}'`,
      `update note set content_hash = repeat('0', 64) where id = '${note.id}'`,
      `update note set author_id = '${w.therapist2.userId}' where id = '${note.id}'`,
      `update note set happened_at = now() where id = '${note.id}'`,
      `update note set coupled_id = null where id = '${note.id}'`.replace('coupled_id', 'couple_id'),
      `delete from note where id = '${note.id}'`,
    ];
    const app = new pg.Client({ connectionString: w.database.app });
    await app.connect();
    const settings = `select set_config('kept.clinic', '${clinic_id}', true), set_config('kept.actor', '${w.therapist.userId}', true),
      set_config('kept.roles', 'therapist', true), set_config('kept.client', '', true)`;
    for (const role of ['kept_app', 'kept_owner', 'superuser'])
      for (const change of changes) {
        const as = role === 'kept_app' ? app : owner;
        await as.query('begin');
        await as.query(settings);
        if (role === 'kept_owner') await as.query('set local role kept_owner');
        const refused = await as.query(change).then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
        await as.query('rollback');
        expect([role, change, ['KE001', '42501'].includes(refused)]).toEqual([role, change, true]);
      }
    await app.end();
  });
});

describe('after signing', () => {
  it('words go into an addendum, under their writer’s name; the note stays', async () => {
    const note = await signed(w.therapist, { coupleId });
    const added = await w.therapist.post(`/notes/${note.id}/addenda`, {
      text: 'She called at noon.',
      reason: 'Late news',
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      sections: SECTIONS,
      contentHash: note['contentHash'],
      addenda: [{ text: 'She called at noon.', reason: 'Late news', authorId: w.therapist.userId }],
    });
    const { body } = await w.therapist.get(`/notes?coupleId=${coupleId}&limit=1&status=signed`);
    expect(body.items[0]).not.toHaveProperty('sections');
    for (const change of [
      `update note_addendum set text = '\\x00' where note_id = '${note.id}'`,
      `delete from note_addendum where note_id = '${note.id}'`,
    ])
      await expect(owner.query(change)).rejects.toMatchObject({ code: 'KE001' });
  });

  it('a draft takes no addendum', async () => {
    const note = await draft(w.therapist, { coupleId });
    const answer = await w.therapist.post(`/notes/${note.id}/addenda`, { text: 'x' });
    expect([answer.status, answer.body.code]).toEqual([409, 'not_signed']);
  });

  it('a note in the wrong chart is marked, kept, and takes nothing more', async () => {
    const note = await signed(w.therapist, { coupleId });
    const marked = await w.therapist.post(`/notes/${note.id}/entered-in-error`, { reason: 'Wrong chart.' });
    expect(marked.body).toMatchObject({
      status: 'entered_in_error',
      sections: SECTIONS,
      enteredInError: { reason: 'Wrong chart.', by: w.therapist.userId },
    });
    expect((await w.therapist.post(`/notes/${note.id}/entered-in-error`, { reason: 'Again.' })).status).toBe(409);
    expect((await w.therapist.post(`/notes/${note.id}/addenda`, { text: 'x' })).status).toBe(409);
    const fresh = await draft(w.therapist, { coupleId });
    expect((await w.therapist.post(`/notes/${fresh.id}/entered-in-error`, { reason: 'No.' })).status).toBe(409);
  });
});

describe('a supervised therapist’s note', () => {
  let clientId: string;
  beforeAll(async () => {
    const made = await w.therapist2.post('/clients', { givenName: 'Ines', familyName: 'Prado' });
    expect(made.status).toBe(201);
    clientId = made.body.id as string;
  });

  it('waits for the supervisor, who co-signs it', async () => {
    const note = await signed(w.therapist2, { clientId });
    expect(note).toMatchObject({ status: 'awaiting_cosign', signedBy: w.therapist2.userId });
    const queue = (await w.supervisor.get('/sign-off')).body as {
      items: { noteId: string; state: string; who: string }[];
    };
    expect(queue.items).toContainEqual(
      expect.objectContaining({ noteId: note.id, state: 'awaiting_cosign', who: 'Ines P.' }),
    );
    const done = await w.supervisor.post(`/notes/${note.id}/cosign`);
    expect([done.status, done.body]).toMatchObject([
      200,
      {
        status: 'signed',
        contentHash: note['contentHash'],
        signedBy: w.therapist2.userId,
        cosignatures: [{ decision: 'cosigned', supervisorId: w.supervisor.userId }],
      },
    ]);
    const again = await w.supervisor.post(`/notes/${note.id}/cosign`);
    expect([again.status, again.body.code]).toEqual([409, 'not_awaiting_cosign']);
  });

  it('returns with a comment, is mended and signed anew', async () => {
    const note = await signed(w.therapist2, { clientId });
    const back = await w.supervisor.post(`/notes/${note.id}/return`, { comment: 'Say what was agreed on safety.' });
    expect([back.status, back.body]).toMatchObject([200, { status: 'draft', signedAt: null, contentHash: null }]);
    const mine = (await w.therapist2.get(`/notes/${note.id}`)).body as NoteBody;
    expect(mine).toMatchObject({
      status: 'draft',
      cosignatures: [{ decision: 'returned', comment: 'Say what was agreed on safety.' }],
    });
    const saved = await w.therapist2.put(
      `/notes/${note.id}`,
      { sections: { ...SECTIONS, plan: 'Agreed: call first.' } },
      etag(mine.version),
    );
    const once = await w.therapist2.post(`/notes/${note.id}/sign`, undefined, etag(saved.body.version as number));
    expect(once.body).toMatchObject({ status: 'awaiting_cosign' });
    expect(once.body.contentHash).not.toBe(note['contentHash']);
    expect((await w.supervisor.post(`/notes/${note.id}/cosign`)).body.status).toBe('signed');
    expect((await w.supervisor.post(`/notes/${note.id}/return`, { comment: 'Too late.' })).status).toBe(409);
  });

  it('is co-signed by nobody else: not its author, not a therapist, not an admin', async () => {
    const note = await signed(w.therapist2, { clientId });
    for (const by of [w.therapist2, w.therapist, w.admin, w.maya])
      expect((await by.post(`/notes/${note.id}/cosign`)).status).toBe(403);
    const others = await signed(w.therapist, { coupleId });
    expect((await w.supervisor.post(`/notes/${others.id}/cosign`)).status).toBe(404);
  });

  it('as a draft is not the supervisor’s to read', async () => {
    const note = await draft(w.therapist2, { clientId });
    expect((await w.supervisor.get(`/notes/${note.id}`)).status).toBe(404);
  });
});

describe('a psychotherapy note', () => {
  it('is its author’s alone: in no list, queue or address of anybody else', async () => {
    const made = await w.therapist2.post('/clients', { givenName: 'Noor', familyName: 'Aziz' });
    const clientId = made.body.id as string;
    const note = await signed(w.therapist2, { clientId }, { kind: 'psychotherapy' });
    expect([note.status, note['facts']]).toEqual(['signed', null]);
    await w.therapist2.post(`/clients/${clientId}/care-team`, { staffId: w.therapist.userId });
    for (const by of [w.supervisor, w.therapist]) {
      expect((await by.get(`/clients/${clientId}`)).status).toBe(200);
      expect((await by.get(`/notes/${note.id}`)).status).toBe(404);
      const list = (await by.get(`/notes?clientId=${clientId}`)).body as { items: unknown[] };
      expect(list.items).toEqual([]);
    }
    const mine = (await w.therapist2.get(`/notes?clientId=${clientId}`)).body as { items: { id: string }[] };
    expect(mine.items.map((line) => line.id)).toEqual([note.id]);
    const added = await w.therapist2.post(`/notes/${note.id}/addenda`, { text: 'Own afterthought.' });
    expect([added.status, added.body.addenda]).toMatchObject([201, [{ text: 'Own afterthought.' }]]);
    const { rows } = await owner.query(
      'select (select count(*)::int from note where client_id = $1) as record, (select count(*)::int from note_addendum where client_id = $1) as added',
      [clientId],
    );
    expect(rows).toEqual([{ record: 0, added: 0 }]);
  });

  it('holds no times or attendance, even when it was begun from a session', async () => {
    const session = await pastSession(w.therapist, { coupleId });
    const note = await draft(w.therapist, { sessionId: session.id }, { kind: 'psychotherapy' });
    expect([note['facts'], note['happenedAt'] === note['createdAt']]).toEqual([null, true]);
  });
});

it('whatever was tried here, every signature holds', async () => {
  const { checked, wrong } = await verifyNotes(owner, w.config.verifyingKey);
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(10);
});
