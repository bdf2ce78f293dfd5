import { effort } from './effort.js';
import { world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const LETTER = 'I wrote to her for a year. I’m sorry if that hurt you.';

describe('the apology coach over HTTP', () => {
  it('answers a client with hints that quote their words, and with the parts not found yet', async () => {
    const { status, body } = await w.tom.post('/coach/apology', { text: LETTER });
    expect(status).toBe(200);
    expect(Object.keys(body as object).sort()).toEqual(['hints', 'missing']);
    const { hints, missing } = body as { hints: Record<string, unknown>[]; missing: string[] };
    expect(hints).toEqual([
      {
        rule: 'conditional',
        start: LETTER.indexOf('sorry'),
        end: LETTER.length - 1,
        quote: 'sorry if that hurt you',
        why: expect.any(String) as string,
        question: expect.stringContaining('?') as string,
      },
    ]);
    expect(missing).toContain('from-now-on');
    expect(missing).not.toContain('what-i-did');
  });

  it('answers a therapist alike, and not the front desk', async () => {
    expect((await w.therapist.post('/coach/apology', { text: LETTER })).status).toBe(200);
    expect((await w.admin.post('/coach/apology', { text: LETTER })).status).toBe(403);
  });

  it('takes a letter of at most 20,000 characters, and nothing but a letter', async () => {
    expect((await w.tom.post('/coach/apology', { text: 'a '.repeat(10_000) })).status).toBe(200);
    expect((await w.tom.post('/coach/apology', { text: 'a'.repeat(20_001) })).status).toBe(400);
    expect((await w.tom.post('/coach/apology', { text: '' })).status).toBe(400);
    expect((await w.tom.post('/coach/apology', { text: LETTER, partner: true })).status).toBe(400);
  });

  it('reads the worst text quickly', async () => {
    const words = [
      'sorry if ',
      'I was so very ',
      'you always never ',
      'because I was lonely and ',
      'please let us just ',
    ];
    const spent = await effort(async () => {
      for (const word of words) await w.tom.post('/coach/apology', { text: word.repeat(20_000 / word.length) });
    });
    expect(spent).toBeLessThan(5_000);
  });

  it('is silent in another language', async () => {
    const { body } = await w.tom.post('/coach/apology', { text: 'Es tut mir leid, wenn ich dich verletzt habe.' });
    expect(body).toEqual({ hints: [], missing: [] });
  });
});

describe('hints beside a letter', () => {
  const HINT = { field: 'responsibility', rule: 'minimising', quote: 'just once' };

  const send = async (hints: object[] | null): Promise<string> => {
    const { body: found } = await w.therapist.get('/worksheets?q=apology');
    const apology = (found as { items: { id: string; key: string }[] }).items.find(({ key }) => key === 'apology')!;
    const { body: made } = await w.therapist.post('/assignments', {
      worksheetId: apology.id,
      clientIds: [w.tom.clientId],
      earlyReason: 'Asked for in the session.',
    });
    const { id, version } = (made as { items: { id: string; version: number }[] }).items[0]!;
    const answers = { responsibility: 'It was just once.' };
    const { body } = await w.tom.put(`/assignments/${id}/response`, { answers }, { 'if-match': `"${version}"` });
    const now = (body as { version: number }).version;
    const sent = await w.tom.post(`/assignments/${id}/submit`, { hints }, { 'if-match': `"${now}"` });
    expect(sent.status).toBe(200);
    return id;
  };
  const seen = async (id: string): Promise<unknown> => {
    const { body } = await w.therapist.get(`/assignments/${id}/submissions`);
    return (body as { items: { hints: unknown }[] }).items[0]!.hints;
  };

  it('are not seen by the therapist unless their author ticked it', async () => {
    expect(await seen(await send(null))).toEqual([]);
    const shown = await seen(await send([HINT]));
    expect(shown).toEqual([expect.objectContaining(HINT)]);
  });
});
