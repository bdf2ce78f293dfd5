import pg from 'pg';
import { handlers } from '../src/notifications/mail.handlers.js';
import type { Mail } from '../src/notifications/post.office.js';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { world, type World } from './world.js';

let w: World;
const UNKNOWN = '01900000-0000-7000-8000-00000000dead';

type Body = Record<string, unknown>;

const ok = async (asked: Promise<{ status: number; body: unknown }>): Promise<Body> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Body;
};
const refusal = async (asked: Promise<{ status: number; body: unknown }>): Promise<[number, unknown]> => {
  const { status, body } = await asked;
  return [status, (body as Body)['code']];
};
const at = (): string => `/couples/${w.coupleId}/listening`;
const begin = async (text: string): Promise<string> => (await ok(w.maya.post(at(), { text })))['id'] as string;
const offered = async (text: string): Promise<string> => {
  const id = await begin(text);
  await ok(w.maya.post(`/listening/${id}/offer`));
  return id;
};
const act = (by: Agent, id: string, what: string, body?: object): Promise<{ status: number; body: unknown }> =>
  by.post(`/listening/${id}/${what}`, body);
const check = (clientId: string, result: string): Promise<Body> =>
  ok(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      ...{ clientId, result, screenedAlone: true, screenedOn: new Date().toISOString().slice(0, 10) },
    }),
  );
const listOf = async (by: Agent): Promise<Body[]> => (await ok(by.get(`${at()}?limit=100`)))['items'] as Body[];

beforeAll(async () => {
  w = await world();
  for (const { clientId } of [w.maya, w.tom]) await check(clientId, 'clear');
});
afterAll(() => w.close());

describe('whoever was hurt', () => {
  it('writes, and can keep it between herself and her therapist', async () => {
    const id = await begin('On Sundays I count the hours.');
    await ok(w.maya.put(`/listening/${id}`, { text: 'On Sundays I still count the hours.' }, etag(1)));
    expect(await refusal(w.maya.put(`/listening/${id}`, { text: 'late' }, etag(1)))).toEqual([412, 'stale']);
    expect(await ok(w.therapist.get(`/listening/${id}`))).toMatchObject({
      ...{ state: 'kept', text: 'On Sundays I still count the hours.', madeBy: w.maya.clientId, acts: [] },
    });
    expect(await listOf(w.tom)).toEqual([]);
    for (const agent of [w.tom, w.dana, w.therapist2])
      expect(await refusal(agent.get(`/listening/${id}`))).toEqual(await refusal(agent.get(`/listening/${UNKNOWN}`)));
  });

  it('writes first; the other does not, unless the parts say so', async () => {
    expect(await refusal(w.tom.post(at(), { text: 'But I' }))).toEqual([403, 'not_your_part']);
    expect(await ok(w.maya.get(`/couples/${w.coupleId}/own-listening`))).toMatchObject({ writes: true });
    expect(await ok(w.tom.get(`/couples/${w.coupleId}/own-listening`))).toMatchObject({ writes: false });
  });
});

describe('whoever listens', () => {
  it('says back what he heard before he can answer, and has one answer to it', async () => {
    const id = await offered('I lie awake until four.');
    expect(await ok(w.tom.get(`/listening/${id}`))).toMatchObject({
      ...{ from: 'Maya', mine: false, text: 'I lie awake until four.', acts: ['reflect'], madeBy: null, held: null },
    });
    expect(await refusal(act(w.tom, id, 'replies', { text: 'Because you' }))).toEqual([409, 'listen_first']);
    expect(await refusal(act(w.maya, id, 'reflections', { text: 'x' }))).toEqual([403, 'not_your_part']);
    expect(await refusal(act(w.maya, id, 'closing', { heard: true }))).toEqual([409, 'invalid_transition']);
    const back = await ok(act(w.tom, id, 'reflections', { text: 'You do not sleep, since me.' }));
    expect(back).toMatchObject({ state: 'reflected', acts: ['reply'] });
    await ok(act(w.tom, id, 'replies', { text: 'I will sit with you.' }));
    expect(await refusal(act(w.tom, id, 'replies', { text: 'And also' }))).toEqual([409, 'replied']);
    expect(await ok(w.maya.get(`/listening/${id}`))).toMatchObject({
      turns: [
        { kind: 'reflection', mine: false, from: 'Tom', text: 'You do not sleep, since me.' },
        { kind: 'reply', mine: false, text: 'I will sit with you.' },
      ],
      acts: ['hear', 'not_yet', 'withdraw'],
    });
  });

  it('listens once more after “not yet”, and is heard when she says so', async () => {
    const id = await offered('You laughed when I asked.');
    await ok(act(w.tom, id, 'reflections', { text: 'You were upset.' }));
    expect(await refusal(act(w.tom, id, 'closing', { heard: true }))).toEqual([403, 'not_your_part']);
    await ok(act(w.maya, id, 'closing', { heard: false }));
    expect(await refusal(act(w.tom, id, 'replies', { text: 'I said sorry' }))).toEqual([409, 'listen_first']);
    await ok(act(w.tom, id, 'reflections', { text: 'You asked, and I laughed at you.' }));
    const closed = await ok(act(w.maya, id, 'closing', { heard: true }));
    expect(closed).toMatchObject({ state: 'heard', acts: ['withdraw'] });
    expect((closed['turns'] as Body[]).map(({ kind }) => kind)).toEqual([
      'reflection',
      'not_yet',
      'reflection',
      'heard',
    ]);
    expect(await ok(w.tom.get(`/listening/${id}`))).toMatchObject({ acts: ['reply'] });
  });

  it('does not find it any more once she takes it back', async () => {
    const id = await offered('Taken back later.');
    await ok(act(w.tom, id, 'reflections', { text: 'What I heard.' }));
    await ok(act(w.maya, id, 'withdraw'));
    expect(await refusal(w.tom.get(`/listening/${id}`))).toEqual(await refusal(w.tom.get(`/listening/${UNKNOWN}`)));
    expect((await listOf(w.tom)).map((each) => each['id'])).not.toContain(id);
    expect(await refusal(act(w.tom, id, 'replies', { text: 'x' }))).toEqual([404, 'not_found']);
    expect(await ok(w.maya.get(`/listening/${id}`))).toMatchObject({ state: 'withdrawn', acts: [] });
  });
});

describe('behind a concern', () => {
  it('waits in silence, looks to its writer like one that is not answered yet, and is let go by a clinician', async () => {
    await check(w.maya.clientId, 'clear');
    const open = await ok(act(w.maya, await begin('Open one.'), 'offer'));
    await check(w.tom.clientId, 'concern');
    const held = await ok(act(w.maya, await begin('Held one.'), 'offer'));
    expect(Object.keys(held)).toEqual(Object.keys(open));
    expect({ ...held, id: '', text: '', at: '', savedAt: '' }).toEqual({
      ...open,
      id: '',
      text: '',
      at: '',
      savedAt: '',
    });
    const id = held['id'] as string;
    const before = await w.tom.get(at());
    expect(before.text).not.toContain('Held one');
    expect((await w.tom.get(`/listening/${id}`)).status).toBe(404);
    expect(await refusal(act(w.tom, id, 'reflections', { text: 'x' }))).toEqual([404, 'not_found']);
    const mayas = await w.maya.get(at());
    expect(await ok(w.therapist.get(`/listening/${id}`))).toMatchObject({ held: true });
    expect((await act(w.maya, id, 'open', { reason: 'Talked over.' })).status).toBe(403);
    await ok(act(w.therapist, id, 'open', { reason: 'Talked over with each alone.' }));
    expect((await w.maya.get(at())).text).toBe(mayas.text);
    expect((await w.tom.get(at())).text).toContain('Held one');
    expect((await w.tom.get(at())).text).not.toContain('each alone');
    await check(w.tom.clientId, 'clear');
  });

  it('lets what is said to an open one wait as well, and neither can tell', async () => {
    const like = ({ turns, ...rest }: Body): object => ({
      ...{ ...rest, id: '', text: '', at: '' },
      turns: (turns as Body[]).map((turn) => ({ ...turn, id: '', writtenAt: '' })),
    });
    const both = async (id: string): Promise<Body[]> => {
      const said = await ok(act(w.tom, id, 'reflections', { text: 'You felt alone.' }));
      return [said, await ok(act(w.tom, id, 'replies', { text: 'I am here.' }))];
    };
    const usual = await both(await offered('Calm.'));
    const id = await offered('Open before the concern.');
    const before = await ok(w.maya.get(`/listening/${id}`));
    await check(w.maya.clientId, 'concern');
    expect((await both(id)).map(like)).toEqual(usual.map(like));
    expect(await refusal(act(w.tom, id, 'replies', { text: 'And also' }))).toEqual([409, 'replied']);
    expect(await ok(w.maya.get(`/listening/${id}`))).toEqual(before);
    expect(await ok(w.therapist.get(`/listening/${id}`))).toMatchObject({ held: true, turns: [{}, {}] });
    const turn = (held: boolean): string =>
      `insert into listening_turn (id, listening_id, couple_id, written_by, kind, content, written_at, held)
       values (gen_random_uuid(), '${id}', '${w.coupleId}', '${w.tom.clientId}', 'reflection', 'x', now(), ${held})`;
    await expect(past(w.tom, turn(false))).rejects.toThrow(/row-level security/);
    await expect(past(w.tom, turn(true))).resolves.toBeDefined();
    const his = (await w.tom.get(`/listening/${id}`)).text;
    const opening = Date.now();
    await ok(act(w.therapist, id, 'open', { reason: 'Talked over with each alone.' }));
    expect((await w.tom.get(`/listening/${id}`)).text).toBe(his);
    const hers = await ok(w.maya.get(`/listening/${id}`));
    expect(hers).toMatchObject({ state: 'reflected', acts: ['hear', 'not_yet', 'withdraw'] });
    const turns = hers['turns'] as { kind: string; writtenAt: string }[];
    expect(turns.map(({ kind }) => kind)).toEqual(['reflection', 'reply']);
    for (const { writtenAt } of turns) expect(Date.parse(writtenAt)).toBeGreaterThanOrEqual(opening);
    expect(await refusal(act(w.therapist, id, 'open', { reason: 'Once is enough.' }))).toEqual([
      409,
      'invalid_transition',
    ]);
    await check(w.maya.clientId, 'clear');
  });

  it('waits also while a check is still to be done, and behind words that wait already', async () => {
    const id = await offered('Open before it.');
    const before = await ok(w.maya.get(`/listening/${id}`));
    await check(w.maya.clientId, 'not_done');
    await ok(act(w.tom, id, 'reflections', { text: 'You felt alone.' }));
    await check(w.maya.clientId, 'clear');
    await ok(act(w.tom, id, 'replies', { text: 'I am here.' }));
    expect(await ok(w.maya.get(`/listening/${id}`))).toEqual(before);
    expect(await ok(w.therapist.get(`/listening/${id}`))).toMatchObject({ held: true, turns: [{}, {}] });
  });

  it('cannot be put before the other past the services either', async () => {
    await check(w.tom.clientId, 'concern');
    const id = await offered('Past the services.');
    await expect(
      past(w.maya, `update listening set held = false, open_from = now() where id = '${id}'`),
    ).rejects.toThrow(/not your act/);
    expect((await past(w.tom, `select id from listening where id = '${id}'`)).rows).toEqual([]);
    expect((await past(w.tom, `select id from listening_own`)).rows).toEqual([]);
    await check(w.tom.clientId, 'clear');
    const open = await offered('Order.');
    const turn = (kind: string): string =>
      `insert into listening_turn (id, listening_id, couple_id, written_by, kind, content, written_at)
       values (gen_random_uuid(), '${open}', '${w.coupleId}', '${w.tom.clientId}', '${kind}', 'x', now())`;
    await expect(past(w.tom, turn('reply'))).rejects.toThrow(/row-level security/);
    await expect(past(w.tom, turn('heard'))).rejects.toThrow(/row-level security/);
    await expect(past(w.tom, turn('reflection'))).resolves.toBeDefined();
  });
});

describe('the mail', () => {
  /** What the worker would send now for this. */
  const lettersFor = async (kind: string, thingId: string): Promise<Mail[]> => {
    const pool = new pg.Pool({ connectionString: w.database.worker });
    const sent: Mail[] = [];
    const send = (mail: Mail): Promise<void> => Promise.resolve(void sent.push(mail));
    await handlers[kind]!(w.clinicId, { thingId, clientId: w.tom.clientId }, { pool, send, config: w.config });
    await pool.end();
    return sent;
  };

  it('says that something waits and not one word of it, while it is there', async () => {
    const id = await offered('Nobody reads this in a mail.');
    const [letter, ...more] = await lettersFor('listening.moved', id);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: 'tom@harbour.example', subject: 'You have an update' });
    for (const word of ['Nobody', 'Maya', 'listen', 'heard']) expect(letter!.text).not.toContain(word);
    await ok(act(w.maya, id, 'withdraw'));
    expect(await lettersFor('listening.moved', id)).toEqual([]);
  });

  it('of a question is sent while it is still asked', async () => {
    const { id } = await ok(w.maya.post(`/couples/${w.coupleId}/questions`, { text: 'In no mail?' }));
    await ok(w.therapist.post(`/questions/${id as string}/pass-on`));
    const [asked] = (await ok(w.tom.get(`/couples/${w.coupleId}/asked`)))['items'] as { id: string }[];
    const [letter] = await lettersFor('question.passed-on', asked!.id);
    expect(letter!.text).toContain('You have something waiting.');
    expect(letter!.text).not.toContain('In no mail');
    await ok(w.maya.post(`/questions/${id as string}/withdraw`));
    expect(await lettersFor('question.passed-on', asked!.id)).toEqual([]);
  });
});

/** A statement as somebody, past every service; undone afterwards. */
async function past(by: Agent, sql: string): Promise<{ rows: unknown[] }> {
  const app = new pg.Client({ connectionString: w.database.app });
  await app.connect();
  try {
    await app.query('begin');
    await app.query(
      `select set_config('kept.clinic', $1, true), set_config('kept.actor', $2, true), set_config('kept.roles', 'client', true), set_config('kept.client', $3, true)`,
      [w.clinicId, by.userId, by.clientId],
    );
    return await app.query(sql);
  } finally {
    await app.end();
  }
}
