import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyNotes } from '../src/cli/verify-notes.js';
import { signed } from './acts.js';
import { world, type World } from './world.js';

let w: World;
let owner: pg.Client;

beforeAll(async () => {
  w = await world();
  owner = new pg.Client({ connectionString: w.database.admin });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await w.close();
});

it('finds every signature whole, of both clinics and of every kind', async () => {
  const { coupleId } = w;
  const note = await signed(w.therapist, { coupleId });
  await w.therapist.post(`/notes/${note.id}/addenda`, { text: 'Later.' });
  const own = await signed(w.therapist, { coupleId }, { kind: 'psychotherapy' });
  await w.therapist.post(`/notes/${own.id}/addenda`, { text: 'Later still.', reason: 'Forgotten' });
  await signed(w.other.therapist, { clientId: w.other.luis.clientId });
  const made = await w.therapist2.post('/clients', { givenName: 'Ines', familyName: 'Prado' });
  const waiting = await signed(w.therapist2, { clientId: made.body.id as string });
  await w.supervisor.post(`/notes/${waiting.id}/cosign`);
  expect(await verifyNotes(owner, w.config.verifyingKey)).toEqual({ checked: 7, wrong: [] });
});

it('names the row that somebody with the keys to the tables has changed', async () => {
  const [a, b, c] = [
    await signed(w.therapist, { coupleId: w.coupleId }),
    await signed(w.therapist, { coupleId: w.coupleId }),
    await signed(w.therapist, { coupleId: w.coupleId }),
  ];
  await owner.query('alter table note disable trigger note_keep');
  await owner.query('update note set sections = (select sections from note where id = $2) where id = $1', [a.id, b.id]);
  await owner.query(`update note set signed_at = signed_at - interval '1 day' where id = $1`, [b.id]);
  await owner.query(`update note set happened_at = happened_at - interval '1 day' where id = $1`, [c.id]);
  await owner.query('alter table note enable trigger note_keep');
  const { wrong } = await verifyNotes(owner, w.config.verifyingKey);
  expect(wrong.sort()).toEqual(
    [
      `note ${a.id}: it cannot be opened`,
      `note ${b.id}: the signature does not hold`,
      `note ${c.id}: the words are not the ones that were signed`,
    ].sort(),
  );
});
