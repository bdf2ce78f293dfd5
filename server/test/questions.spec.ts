import pg from 'pg';
import { etag } from './acts.js';
import type { Agent } from './agent.js';
import { heldUp } from './locks.js';
import { world, type World } from './world.js';

let w: World;
const UNKNOWN = '01900000-0000-7000-8000-00000000dead';
const DAY = 86_400_000;

type Body = Record<string, unknown>;
interface Desk {
  openCount: number;
  held: boolean;
  questions: (Body & { id: string; lacks: string[]; answer: { version: number; facts: string } | null })[];
  sessions: { id: string; underWay: boolean; partners: Body[] }[];
}

const ok = async (asked: Promise<{ status: number; body: unknown }>): Promise<Body> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Body;
};
const refusal = async (asked: Promise<{ status: number; body: unknown }>): Promise<[number, unknown]> => {
  const { status, body } = await asked;
  return [status, (body as Body)['code']];
};

const at = (path: string): string => `/couples/${w.coupleId}/${path}`;
const ask = async (text: string, more: object = {}): Promise<string> =>
  (await ok(w.maya.post(at('questions'), { text, ...more })))['id'] as string;
const desk = async (): Promise<Desk> => (await ok(w.therapist.get(at('question-desk')))) as unknown as Desk;
const onDesk = async (id: string): Promise<Desk['questions'][number]> =>
  (await desk()).questions.find((each) => each.id === id)!;
const lead = (id: string, act: string, body: object = {}): Promise<{ status: number; body: unknown }> =>
  w.therapist.post(`/questions/${id}/${act}`, body);
const askedOf = async (agent: Agent, text: string): Promise<Body & { id: string; version: number }> => {
  const { items } = await ok(agent.get(at('asked')));
  return (items as (Body & { id: string; version: number })[]).find((each) => each['text'] === text)!;
};
const check = (clientId: string, result: string): Promise<Body> =>
  ok(
    w.therapist.post(at('safety-checks'), {
      ...{ clientId, result, screenedAlone: true, screenedOn: new Date().toISOString().slice(0, 10) },
    }),
  );
const bothClear = async (): Promise<void> => {
  for (const { clientId } of [w.maya, w.tom]) await check(clientId, 'clear');
};
let hours = 0;
const session = async (from: number, more: object = {}): Promise<string> => {
  const startsAt = new Date(Date.now() + from).toISOString();
  const endsAt = new Date(Date.now() + from + 50 * 60_000).toISOString();
  return (await ok(w.therapist.post('/sessions', { coupleId: w.coupleId, startsAt, endsAt, ...more })))['id'] as string;
};
const later = (): Promise<string> => session(30 * DAY + hours++ * 3_600_000);
let today = '';
const AFTER = { support: 'My sister', place: 'At home', nextDays: 'Dr Ellis rings' };
const ready = (agent: Agent, sessionId: string, more: object = {}): Promise<Body> =>
  ok(agent.post(at('readiness'), { sessionId, ready: true, ...AFTER, ...more }));
/** Passed on, with words for it that can be used, planned for the session under way. */
const answered = async (text: string, more: object = {}, words: object = {}): Promise<string> => {
  const id = await ask(text, more);
  await ok(lead(id, 'pass-on'));
  await ok(lead(id, 'plan', { sessionId: today }));
  const asked = await askedOf(w.tom, text);
  await ok(w.tom.put(`/asked/${asked.id}`, { facts: 'In March.', ready: true, ...words }, etag(0)));
  return id;
};

beforeAll(async () => {
  w = await world();
  await bothClear();
  today = await session(-10 * 60_000);
});
afterAll(() => w.close());

describe('whoever was hurt', () => {
  it('asks, wants facts alone and in session unless she says otherwise, and changes her mind', async () => {
    const made = await ok(w.maya.post(at('questions'), { text: 'Since when?' }));
    expect(made).toMatchObject({ tag: 'in_session', detail: 'facts', state: 'open', version: 1, given: null });
    const path = `/questions/${made['id'] as string}`;
    const changed = await ok(
      w.maya.patch(path, { text: 'Since when exactly?', tag: 'not_yet', detail: 'outline' }, etag(1)),
    );
    expect(changed).toMatchObject({ text: 'Since when exactly?', tag: 'not_yet', detail: 'outline', version: 2 });
    expect(await refusal(w.maya.patch(path, { tag: 'now' }, etag(1)))).toEqual([412, 'stale']);
    expect((await ok(w.maya.post(`${path}/withdraw`)))['state']).toBe('withdrawn');
    expect(await refusal(w.maya.patch(path, { tag: 'now' }, etag(2)))).toEqual([409, 'invalid_transition']);
  });

  it('asks; whoever broke the trust does not, unless he was hurt too', async () => {
    expect(await refusal(w.tom.post(at('questions'), { text: 'And you?' }))).toEqual([403, 'not_your_part']);
    const own = (agent: Agent): Promise<Body> => ok(agent.get(at('own-questions')));
    expect(await own(w.maya)).toMatchObject({ asks: true, isAsked: false });
    expect(await own(w.tom)).toMatchObject({ asks: false, isAsked: true });
    const part = async (agent: Agent, role: string): Promise<void> => {
      const { version } = await ok(w.therapist.get(`/couples/${w.coupleId}`));
      const partners = [{ clientId: agent.clientId, role }];
      await ok(
        w.therapist.patch(`/couples/${w.coupleId}`, { partners, reason: 'Both were hurt.' }, etag(version as number)),
      );
    };
    await part(w.tom, 'both');
    const { id } = await ok(w.tom.post(at('questions'), { text: 'And you?', tag: 'now' }));
    // She was hurt alone, by the parts: nobody is asked.
    expect(await refusal(lead(id as string, 'pass-on'))).toEqual([409, 'roles']);
    await part(w.maya, 'both');
    await ok(lead(id as string, 'pass-on'));
    expect(await askedOf(w.maya, 'And you?')).toMatchObject({ from: 'Tom', state: 'asked' });
    await ok(w.tom.post(`/questions/${id as string}/withdraw`));
    expect(await askedOf(w.maya, 'And you?')).toMatchObject({ state: 'closed' });
    await part(w.tom, 'involved');
    await part(w.maya, 'injured');
  });

  it('is read by her therapist, and by nobody else until it is passed on', async () => {
    const id = await ask('Did anyone know?');
    expect((await onDesk(id))['text']).toBe('Did anyone know?');
    for (const agent of [w.tom, w.dana, w.other.luis]) {
      expect(await refusal(agent.post(`/questions/${id}/withdraw`))).toEqual(
        await refusal(agent.post(`/questions/${UNKNOWN}/withdraw`)),
      );
      expect(JSON.stringify((await agent.get(at('asked'))).body)).not.toContain('Did anyone know');
    }
    expect((await w.therapist2.get(at('question-desk'))).status).toBe(404);
    expect((await w.maya.get(at('question-desk'))).status).toBe(403);
  });
});

describe('passing on', () => {
  it('is the therapist’s act, for what is wanted, and sends a line without words', async () => {
    const id = await ask('Where did you meet?', { tag: 'not_yet' });
    expect(await refusal(w.tom.post(`/questions/${id}/pass-on`))).toEqual([403, 'forbidden']);
    expect(await refusal(lead(id, 'pass-on'))).toEqual([409, 'not_wanted']);
    await ok(w.maya.patch(`/questions/${id}`, { tag: 'now' }, etag(1)));
    await ok(lead(id, 'pass-on'));
    expect(await askedOf(w.tom, 'Where did you meet?')).toMatchObject({ from: 'Maya', detail: 'facts', answer: null });
    const { rows } = await w.owner.query<{ payload: object }>(
      `select payload from outbox where kind = 'question.passed-on'`,
    );
    const { id: thingId } = await askedOf(w.tom, 'Where did you meet?');
    expect(rows.map(({ payload }) => payload)).toContainEqual({ thingId, clientId: w.tom.clientId });
    expect(await refusal(w.maya.patch(`/questions/${id}`, { text: 'Other words' }, etag(2)))).toEqual([
      409,
      'invalid_transition',
    ]);
  });

  it('waits for a clear check of safety, and neither partner meets a sign of why', async () => {
    const id = await ask('Who paid?');
    const before = [await w.maya.get(at('questions')), await w.tom.get(at('asked'))].map(({ text }) => text);
    await check(w.maya.clientId, 'concern');
    expect(await refusal(lead(id, 'pass-on'))).toEqual([409, 'safety_check_missing']);
    expect([await w.maya.get(at('questions')), await w.tom.get(at('asked'))].map(({ text }) => text)).toEqual(before);
    expect((await desk()).held).toBe(true);
    await check(w.maya.clientId, 'clear');
    // A check that is still to be done is no clear one.
    await check(w.tom.clientId, 'not_done');
    expect(await refusal(lead(id, 'pass-on'))).toEqual([409, 'safety_check_missing']);
    await check(w.tom.clientId, 'clear');
    await ok(lead(id, 'pass-on'));
  });

  it('ends when the question is taken back or set aside, and goes on when it is taken up and passed on again', async () => {
    const id = await ask('Why her?');
    await ok(lead(id, 'pass-on'));
    const { id: asked } = await askedOf(w.tom, 'Why her?');
    await ok(w.tom.put(`/asked/${asked}`, { facts: 'Half a thought', ready: true }, etag(0)));
    await ok(lead(id, 'set-aside', { reason: 'It belongs into his own work first.' }));
    expect(await ok(w.tom.get(`/asked/${asked}`))).toMatchObject({
      state: 'closed',
      answer: { facts: 'Half a thought' },
    });
    expect(await refusal(w.tom.put(`/asked/${asked}`, { facts: 'x', ready: true }, etag(1)))).toEqual([
      409,
      'not_asked',
    ]);
    expect(JSON.stringify((await w.maya.get(at('questions'))).body)).not.toContain('belongs into');
    await ok(lead(id, 'take-up'));
    await ok(lead(id, 'pass-on'));
    // Asked anew: what he said before can be used only when he says so again.
    expect(await ok(w.tom.get(`/asked/${asked}`))).toMatchObject({ state: 'asked', answer: { ready: false } });
    await ok(w.maya.post(`/questions/${id}/withdraw`));
    expect(await ok(w.tom.get(`/asked/${asked}`))).toMatchObject({ state: 'closed' });
  });
});

describe('what is drafted', () => {
  it('is read by its writer and the therapist, and changes not one byte of what its asker reads', async () => {
    const id = await ask('How often?');
    await ok(lead(id, 'pass-on'));
    await ok(lead(id, 'plan', { sessionId: await later() }));
    const everything = async (): Promise<string> => {
      const reads = await Promise.all(
        [at('questions'), at('own-questions'), at('asked'), at('shared'), '/home', '/auth/me'].map((path) =>
          w.maya.get(path),
        ),
      );
      return reads
        .map(({ status, headers, text }) => `${status} ${String(headers['etag'])} ${text}`)
        .join('\n')
        .replaceAll(/"(?:idleExpiresAt|expiresAt|requestId)":"[^"]*"/g, '');
    };
    const before = await everything();
    const { id: asked } = await askedOf(w.tom, 'How often?');
    const first = await ok(w.tom.put(`/asked/${asked}`, { facts: 'wombat', ready: false }, etag(0)));
    expect(first).toMatchObject({ version: 1, answer: { facts: 'wombat', ready: false } });
    expect(await refusal(w.tom.put(`/asked/${asked}`, { facts: 'late', ready: false }, etag(0)))).toEqual([
      412,
      'stale',
    ]);
    await ok(w.tom.put(`/asked/${asked}`, { facts: 'wombat two', outline: 'o', ready: true }, etag(1)));
    expect(await everything()).toBe(before);
    expect((await onDesk(id)).answer).toMatchObject({ facts: 'wombat two', version: 2, ready: true });
    for (const path of [`/asked/${asked}`, `/asked/${UNKNOWN}`]) expect((await w.maya.get(path)).status).toBe(404);
    expect(await refusal(w.maya.put(`/asked/${asked}`, { facts: 'x', ready: true }, etag(2)))).toEqual(
      await refusal(w.maya.put(`/asked/${UNKNOWN}`, { facts: 'x', ready: true }, etag(2))),
    );
    expect(await refusal(w.therapist.put(`/asked/${asked}`, { facts: 'x', ready: true }, etag(2)))).toEqual([
      403,
      'forbidden',
    ]);
  });
});

describe('order and number', () => {
  it('are the therapist’s, and no partner is told either', async () => {
    const [one, two] = [await ask('First thought'), await ask('Second thought')];
    const count = (await desk()).openCount;
    const seen = (await w.maya.get(at('questions'))).text;
    await ok(w.therapist.put(at('question-order'), { ids: [two, one] }));
    const ids = (await desk()).questions.map(({ id }) => id);
    expect(ids.indexOf(two)).toBeLessThan(ids.indexOf(one));
    expect((await w.maya.get(at('questions'))).text).toBe(seen);
    await ok(w.maya.post(`/questions/${one}/withdraw`));
    await ok(lead(two, 'set-aside', { reason: 'Too early for both of them.' }));
    expect((await desk()).openCount).toBe(count - 2);
    expect((await w.therapist.put(at('question-order'), { ids: [UNKNOWN] })).status).toBe(400);
  });
});

describe('being ready', () => {
  it('is said by each alone, or written down by the therapist, and never read by the other', async () => {
    const sessionId = await later();
    await ready(w.tom, sessionId, { support: 'numbat' });
    await ok(w.therapist.post(at('readiness'), { sessionId, clientId: w.maya.clientId, ready: false, place: 'bilby' }));
    const found = (await desk()).sessions.find(({ id }) => id === sessionId)!;
    expect(found.partners).toMatchObject([
      { clientId: w.maya.clientId, ready: false, planned: false, own: false },
      { clientId: w.tom.clientId, ready: true, planned: true, own: true },
    ]);
    for (const path of [at('own-questions'), at('questions'), at('asked')])
      expect((await w.maya.get(path)).text).not.toContain('numbat');
    expect((await w.tom.get(at('own-questions'))).text).not.toContain('bilby');
    const other = await refusal(w.tom.post(at('readiness'), { sessionId, clientId: w.maya.clientId, ready: true }));
    expect(other).toEqual([400, 'invalid']);
  });

  it('is said of a session of both, and of none that is one partner’s alone', async () => {
    const alone = await session(40 * DAY, { attendeeIds: [w.maya.clientId] });
    for (const agent of [w.maya, w.tom])
      expect(await refusal(agent.post(at('readiness'), { sessionId: alone, ready: true }))).toEqual([404, 'not_found']);
    const id = await ask('Planned alone?');
    await ok(lead(id, 'pass-on'));
    expect(await refusal(lead(id, 'plan', { sessionId: alone }))).toEqual([404, 'not_found']);
  });
});

describe('an answer', () => {
  it('is given in the session, by the therapist, when all is there; from then on both read it', async () => {
    const id = await answered('When did it end?', {}, { outline: 'Over a month.' });
    expect((await onDesk(id)).lacks).toEqual(['not_ready', 'no_aftercare']);
    expect(await refusal(lead(id, 'answer', { level: 'facts', answerVersion: 1 }))).toEqual([409, 'not_ready']);
    await ready(w.maya, today);
    await ready(w.tom, today, { place: '' });
    expect((await onDesk(id)).lacks).toEqual(['no_aftercare']);
    await ready(w.tom, today);
    await check(w.tom.clientId, 'not_done');
    expect(await refusal(lead(id, 'answer', { level: 'facts', answerVersion: 1 }))).toEqual([409, 'safety']);
    await check(w.tom.clientId, 'clear');
    expect((await onDesk(id)).lacks).toEqual([]);
    expect(await refusal(lead(id, 'answer', { level: 'outline', answerVersion: 1 }))).toEqual([409, 'too_much_detail']);
    expect(await refusal(lead(id, 'answer', { level: 'facts', answerVersion: 2 }))).toEqual([409, 'other_words']);
    const others: [Agent, number][] = [
      [w.maya, 403],
      [w.tom, 403],
      [w.admin, 403],
      [w.therapist2, 404],
    ];
    for (const [agent, status] of others)
      expect((await agent.post(`/questions/${id}/answer`, { level: 'facts', answerVersion: 1 })).status).toBe(status);
    await ok(lead(id, 'answer', { level: 'facts', answerVersion: 1 }));
    const { items } = await ok(w.maya.get(at('questions')));
    expect((items as Body[]).find((each) => each['id'] === id)).toMatchObject({
      ...{ state: 'answered', given: { level: 'facts', facts: 'In March.', outline: '', full: '' } },
    });
    expect((await w.maya.get(at('questions'))).text).not.toContain('Over a month');
    expect(await askedOf(w.tom, 'When did it end?')).toMatchObject({
      state: 'answered',
      given: { facts: 'In March.' },
    });
    expect(await refusal(lead(id, 'answer', { level: 'facts', answerVersion: 1 }))).toEqual([
      409,
      'invalid_transition',
    ]);
    expect(await onDesk(id)).toMatchObject({ givenByName: 'Dr Ellis', state: 'answered' });
  });

  it('stands in the log: who gave it, of whom, and when', async () => {
    const { items } = await ok(w.admin.get('/audit-events?what=question_release'));
    expect(items).toMatchObject([
      { actorId: w.therapist.userId, actorName: 'Dr Ellis', act: 'insert', coupleId: w.coupleId },
    ]);
    expect(JSON.stringify(items)).not.toContain('March');
  });

  it('waits while it is not wanted any more, while somebody is not ready any more, and while a concern stands', async () => {
    const id = await answered('Did you love her?');
    const give = (): Promise<[number, unknown]> => refusal(lead(id, 'answer', { level: 'facts', answerVersion: 1 }));
    await ok(w.maya.patch(`/questions/${id}`, { tag: 'not_to_know' }, etag(1)));
    expect(await give()).toEqual([409, 'not_wanted']);
    await ok(w.maya.patch(`/questions/${id}`, { tag: 'in_session' }, etag(2)));
    await ready(w.maya, today, { ready: false });
    expect(await give()).toEqual([409, 'not_ready']);
    await ready(w.maya, today);
    await check(w.tom.clientId, 'concern');
    expect(await give()).toEqual([409, 'safety']);
    await check(w.tom.clientId, 'clear');
    const { id: asked } = await askedOf(w.tom, 'Did you love her?');
    await ok(w.tom.put(`/asked/${asked}`, { facts: 'I thought so.', ready: false }, etag(1)));
    expect(await refusal(lead(id, 'answer', { level: 'facts', answerVersion: 2 }))).toEqual([409, 'no_consent']);
    await ok(lead(id, 'plan', { sessionId: await later() }));
    expect((await onDesk(id)).lacks).toEqual(['no_consent', 'not_ready', 'no_aftercare', 'not_in_session']);
    expect((await w.maya.get(at('questions'))).text).not.toContain('I thought so');
  });

  it('cannot be put there past the services either: the database asks for the same', async () => {
    const id = await answered('Past the services?');
    await ready(w.maya, today);
    const spare = await ask('Past the services, unanswered?');
    await ok(lead(spare, 'pass-on'));
    const insert = (by: Agent, level: string): Promise<unknown> =>
      past(
        by,
        `insert into question_release (id, couple_id, question_id, session_id, level, content, released_by, released_at)
        values (gen_random_uuid(), '${w.coupleId}', '${id}', '${today}', '${level}', 'x', '${by.userId}', now())`,
      );
    const hisWords = (by: Agent): Promise<unknown> =>
      past(
        by,
        `insert into question_answer (id, client_id, couple_id, question_ask_id, version, content, ready, saved_at)
        select gen_random_uuid(), '${w.tom.clientId}', couple_id, id, 9, 'x', true, now() from question_ask where question_id = '${spare}'`,
      );
    await expect(hisWords(w.therapist)).rejects.toThrow(/row-level security/);
    await expect(hisWords(w.tom)).resolves.toBeDefined();
    await expect(insert(w.tom, 'facts')).rejects.toThrow(/row-level security/);
    await expect(insert(w.therapist, 'full')).rejects.toThrow(/row-level security/);
    await ready(w.tom, today, { ready: false });
    await expect(insert(w.therapist, 'facts')).rejects.toThrow(/row-level security/);
    await ready(w.tom, today);
    const { id: asked } = await askedOf(w.tom, 'Past the services?');
    const words = (usable: boolean, version: number) =>
      ok(w.tom.put(`/asked/${asked}`, { facts: 'In March.', ready: usable }, etag(version)));
    const wish = (tag: string, version: number) => ok(w.maya.patch(`/questions/${id}`, { tag }, etag(version)));
    const conditions: [lost: () => Promise<unknown>, back: () => Promise<unknown>][] = [
      [() => words(false, 1), () => words(true, 2)],
      [() => wish('not_yet', 1), () => wish('in_session', 2)],
      [() => check(w.tom.clientId, 'not_done'), () => check(w.tom.clientId, 'clear')],
    ];
    for (const [lost, back] of conditions) {
      await expect(insert(w.therapist, 'facts')).resolves.toBeDefined();
      await lost();
      await expect(insert(w.therapist, 'facts')).rejects.toThrow(/row-level security/);
      await back();
    }
    await expect(insert(w.therapist, 'facts')).resolves.toBeDefined();
    for (const sql of [
      `update question set state = 'answered' where id = '${id}'`,
      `update question set session_id = null, place = 1 where id = '${id}'`,
    ])
      await expect(past(w.maya, sql)).rejects.toThrow(/not your act/);
    await expect(past(w.therapist, `update question set detail = 'full' where id = '${id}'`)).rejects.toThrow(
      /not your act/,
    );
    for (const table of ['question_answer', 'question_ask']) {
      const { rows } = await past(w.maya, `select id from ${table} where client_id <> '${w.maya.clientId}'`);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('is given or taken back, and never both at one moment', async () => {
    await ready(w.maya, today);
    await ready(w.tom, today);
    for (let i = 0; i < 5; i++) {
      const id = await answered(`At one moment ${i}?`);
      const asked = await askedOf(w.tom, `At one moment ${i}?`);
      const both = await Promise.all([
        lead(id, 'answer', { level: 'facts', answerVersion: 1 }),
        w.tom.put(`/asked/${asked['id']}`, { facts: 'In March.', ready: false }, etag(1)),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });
});

describe('an answer and a word about being ready', () => {
  it('wait for each other, so that nothing is given in a session that one of the two has just taken back', async () => {
    for (const agent of [w.maya, w.tom]) await ready(agent, today);
    const id = await answered('While she takes it back?');
    await w.owner.query('begin');
    await w.owner.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [today]);
    const said = ready(w.maya, today, { ready: false });
    await heldUp(w.owner, said, 1);
    const given = refusal(lead(id, 'answer', { level: 'facts', answerVersion: 1 }));
    await heldUp(w.owner, given, 2);
    await w.owner.query('commit');
    await said;
    expect(await given).toEqual([409, 'not_ready']);
  });
});

/** A statement as somebody, past every service; undone afterwards. */
async function past(by: Agent, sql: string): Promise<{ rows: unknown[] }> {
  const app = new pg.Client({ connectionString: w.database.app });
  await app.connect();
  try {
    await app.query('begin');
    await app.query(
      `select set_config('kept.clinic', $1, true), set_config('kept.actor', $2, true), set_config('kept.roles', $3, true), set_config('kept.client', $4, true)`,
      [w.clinicId, by.userId, by.clientId ? 'client' : 'therapist', by.clientId ?? ''],
    );
    return await app.query(sql);
  } finally {
    await app.end();
  }
}

describe('where more than one thing happened', () => {
  const happened = async (maya: string, tom: string): Promise<string> => {
    const roles = [
      { clientId: w.maya.clientId, role: maya },
      { clientId: w.tom.clientId, role: tom },
    ];
    return (await ok(w.therapist.post(at('betrayals'), { types: ['financial'], roles })))['id'] as string;
  };
  const closed = async (id: string): Promise<void> => {
    await ok(w.therapist.post(`/betrayals/${id}/close`, { reason: 'Told and settled.' }, etag(1)));
  };
  let his = '';
  let both = '';
  let hers = '';

  it('a question is about the latest in which its asker was hurt and the other is asked', async () => {
    his = await happened('injured', 'involved');
    const id = await ask('Where did the money go?');
    expect(await onDesk(id)).toMatchObject({ betrayalId: his, abouts: [his] });
    both = await happened('both', 'both');
    hers = await happened('involved', 'injured');
    expect(await onDesk(id)).toMatchObject({ betrayalId: both, abouts: [both, his] });
    await ok(lead(id, 'pass-on'));
    expect(await onDesk(id)).toMatchObject({ betrayalId: both, abouts: [], state: 'passed_on' });
    expect(await askedOf(w.tom, 'Where did the money go?')).toMatchObject({ state: 'asked' });
  });

  it('her therapist says which; one in which nobody is asked is none, nor one that is closed', async () => {
    const id = await ask('Who signed it?');
    for (const other of [hers, UNKNOWN]) expect((await lead(id, 'about', { betrayalId: other })).status).toBe(400);
    await ok(lead(id, 'about', { betrayalId: his }));
    expect(await onDesk(id)).toMatchObject({ betrayalId: his, abouts: [both, his] });
    await closed(his);
    expect(await onDesk(id)).toMatchObject({ betrayalId: both, abouts: [both] });
    await ok(lead(id, 'pass-on'));
    expect((await lead(id, 'about', { betrayalId: both })).status).toBe(409);
    expect((await w.maya.post(`/questions/${id}/about`, { betrayalId: both })).status).toBe(403);
  });

  it('nobody is asked where she broke the trust in all that is open, and the desk says why', async () => {
    await closed(both);
    const id = await ask('And the car?');
    expect(await onDesk(id)).toMatchObject({ betrayalId: null, abouts: [] });
    expect((await onDesk(id)).lacks).toContain('roles');
    expect(await refusal(lead(id, 'pass-on'))).toEqual([409, 'roles']);
  });

  it('neither of the two is told of any of it', async () => {
    for (const agent of [w.maya, w.tom])
      for (const path of ['questions', 'asked', 'own-questions']) {
        const told = JSON.stringify((await agent.get(at(path))).body);
        expect([his, both, hers].filter((id) => told.includes(id))).toEqual([]);
        expect(told).not.toContain('betrayal');
      }
  });
});

describe('the end of the work of two', () => {
  it('ends the asking, and leaves each their own words in the record', async () => {
    const id = await ask('After the end?');
    await ok(w.therapist.post(`/couples/${w.coupleId}/end`, { reason: 'They go on each alone.' }));
    expect((await w.maya.get(at('questions'))).status).toBe(404);
    expect((await w.tom.get(at('asked'))).status).toBe(404);
    expect(await refusal(lead(id, 'pass-on'))).toEqual([404, 'not_found']);
  });

  it('leaves the desk to whoever reads on, as it was and with nothing to do; another therapist does not find it', async () => {
    const left = await desk();
    const states = left.questions.map((each) => each['state']);
    expect(new Set(states)).toEqual(new Set(['open', 'passed_on', 'answered', 'withdrawn', 'set_aside']));
    expect(left.questions.find((each) => each['text'] === 'After the end?')).toMatchObject({ state: 'open', acts: [] });
    expect(left.questions.filter((each) => each['given']).length).toBeGreaterThan(0);
    expect(left.questions.flatMap((each) => [...(each['acts'] as string[]), ...each.lacks])).toEqual([]);
    expect(left).toMatchObject({ sessions: [], held: false });
    expect((await w.therapist2.get(at('question-desk'))).status).toBe(404);
    for (const agent of [w.maya, w.tom]) expect((await agent.get(at('question-desk'))).status).toBe(403);
  });
});
