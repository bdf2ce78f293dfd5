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
  });
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
    mailbox = await openMailbox(w);
    const [letter] = await mailbox.lettersTo('maya@harbour.example');
    expect(letter!.subject).toBe('You have an update');
    expect(`${letter!.subject}\n${letter!.text}`).not.toMatch(TELLING);
    await mailbox.settled();
    expect(mailbox.all().filter(({ to }) => to === 'maya@harbour.example')).toHaveLength(1);
    expect(mailbox.all().some(({ to }) => to === 'tom@harbour.example')).toBe(false);
    expect(await waiting()).toBe(0);
  });

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
    mailbox = await openMailbox(w);
    await mailbox.lettersTo('maya@harbour.example', 2);
  });

  it('waits for the hours that are safe for a person, and goes nowhere that is not', async () => {
    const agree = async (safeContact: object): Promise<void> => {
      const { version } = (await w.therapist.get(`/clients/${w.maya.clientId}`)).body as { version: number };
      const answer = await w.therapist.patch(
        `/clients/${w.maya.clientId}`,
        { safeContact, timeZone: 'UTC' },
        { 'If-Match': `"${version}"` },
      );
      expect(answer.status).toBe(200);
    };
    const hour = (more: number): string => `${String((new Date().getUTCHours() + 24 + more) % 24).padStart(2, '0')}:00`;
    const letters = (): number => mailbox!.all().filter(({ to }) => to === 'maya@harbour.example').length;
    const before = letters();
    await agree({ channel: 'email', from: hour(3), to: hour(5) });
    await assign();
    await agree({ channel: 'sms' });
    await assign();
    await mailbox!.settled();
    expect([letters(), await waiting()]).toEqual([before, 0]);
    const { rows } = await w.owner.query<{ start_after: Date }>(
      `select start_after from pgboss.job where state = 'created' and data ->> 'kind' = 'worksheet.assigned'`,
    );
    // whoever agreed to no mail at all by the time it was to go gets none: only the first may still wait
    expect(rows.length).toBeLessThanOrEqual(1);
    await agree({ channel: 'email', from: hour(-1), to: hour(2) });
    await assign();
    await mailbox!.lettersTo('maya@harbour.example', before + 1);
  });

  it('sends nobody a letter twice because another one could not go', async () => {
    await mailbox!.worker.stop();
    await assign();
    // beside it, and before it, one about nobody
    await w.owner.query(
      `insert into outbox select (jsonb_populate_record(o, jsonb_build_object('id', '00000000-0000-7000-8000-000000000000',
         'payload', '{"clientId": "nobody"}'::jsonb))).* from outbox o`,
    );
    const before = mailbox!.all().length;
    mailbox = await openMailbox(w);
    await mailbox.settled();
    expect(mailbox.all()).toHaveLength(before + 1);
    const { rows } = await w.owner.query<{ about: string }>(
      `select data -> 'payload' ->> 'clientId' as about from pgboss.job where state = 'retry'`,
    );
    expect(rows).toEqual([{ about: 'nobody' }]);
  });

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
