import { Client } from 'pg';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { world, type World } from './world.js';

/** Words that would tell a stranger over somebody's shoulder what this is about. */
const TELLING =
  /therap|couple|betray|affair|trust|homework|worksheet|apolog|boundar|session|scale|Ellis|Maya|Kovac|Harbour/i;

describe('the worker', () => {
  let w: World;
  let mailbox: Mailbox | null = null;
  let worker: Client;

  beforeAll(async () => {
    w = await world({ KEPT_DATA_DIR: dataFolder() });
    worker = new Client({ connectionString: w.database.worker });
    await worker.connect();
  }, 60_000);
  afterAll(async () => {
    await worker.end();
    await mailbox?.close();
    await w.close();
  });

  const waiting = async (): Promise<number> => {
    const { rows } = await w.owner.query<{ n: number }>('select count(*)::int as n from outbox');
    return rows[0]!.n;
  };
  const assign = async (): Promise<void> => {
    const { items } = (await w.therapist.get('/worksheets')).body as {
      items: { id: string; key: string }[];
    };
    const worksheetId = items.find(({ key }) => key === 'feelings-journal')!.id;
    const answer = await w.therapist.post('/assignments', {
      worksheetId,
      clientIds: [w.maya.clientId],
      message: 'Only you and I read this.',
    });
    expect(answer.status).toBe(201);
  };

  it('finds what happened while it was away, and mails it once, in words that tell nothing', async () => {
    await assign();
    expect(await waiting()).toBeGreaterThan(0);
    mailbox = await openMailbox(w.config);
    const [letter] = await mailbox.lettersTo('maya@harbour.example');
    expect(letter!.subject).toBe('You have an update');
    expect(`${letter!.subject}\n${letter!.text}`).not.toMatch(TELLING);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(mailbox.all().filter(({ to }) => to === 'maya@harbour.example')).toHaveLength(1);
    expect(mailbox.all().some(({ to }) => to === 'tom@harbour.example')).toBe(false);
    expect(await waiting()).toBe(0);
  }, 30_000);

  it('leaves nothing of a request that failed', async () => {
    const before = await waiting();
    const answer = await w.therapist.post('/assignments', {
      worksheetId: '00000000-0000-7000-8000-000000000000',
      clientIds: [w.maya.clientId],
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await waiting()).toBe(before);
  });

  it('keeps what it could not send, and sends it when it can', async () => {
    await mailbox!.worker.stop();
    await assign();
    await worker.query('begin; select * from outbox_take(100); rollback');
    expect(await waiting()).toBeGreaterThan(0);
    mailbox = await openMailbox(w.config);
    await mailbox.lettersTo('maya@harbour.example', 2);
  }, 30_000);

  it('sees neither the people nor what is written about them', async () => {
    for (const table of [
      'client',
      'note',
      'response',
      'submission',
      'scale_response',
      'app_user',
      'audit_event',
      'outbox',
    ]) {
      await expect(worker.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
