import { Client } from 'pg';
import { startWorker, type Worker } from '../src/worker.process.js';
import { world, type World } from './world.js';

interface Event {
  id: string;
  act: string;
  target: string;
  actorId: string | null;
  actorName: string | null;
  clientId: string | null;
  clientName: string | null;
  rowIds: string[];
  columns: string[];
}

describe('the access log', () => {
  let w: World;
  let app: Client;
  let superuser: Client;

  beforeAll(async () => {
    w = await world();
    app = new Client({ connectionString: w.database.app });
    superuser = new Client({ connectionString: w.database.admin });
    await app.connect();
    await superuser.connect();
  });
  afterAll(async () => {
    await app.end();
    await superuser.end();
    await w.close();
  });

  const events = async (query = '', agent = w.admin): Promise<Event[]> => {
    const answer = await agent.get(`/audit-events?limit=100${query}`);
    expect(answer.status).toBe(200);
    return (answer.body as { items: Event[] }).items;
  };

  it('writes who opened what, by row', async () => {
    await w.therapist.get(`/clients/${w.dana.clientId}`);
    const [read] = await events(`&whose=${w.dana.clientId}&what=read`);
    expect(read).toMatchObject({
      act: 'read',
      target: 'clients',
      actorId: w.therapist.userId,
      actorName: 'Dr Ellis',
      clientName: 'Dana R.',
      rowIds: [w.dana.clientId],
    });
  });

  it('writes which rows a list showed', async () => {
    await w.therapist.get('/clients');
    const [read] = await events(`&who=${w.therapist.userId}&what=clients`);
    expect(read!.rowIds.toSorted()).toEqual([w.maya.clientId, w.tom.clientId, w.dana.clientId].toSorted());
  });

  it('writes a change with the names of what changed, never the values', async () => {
    const dana = (await w.therapist.get(`/clients/${w.dana.clientId}`)).body as { version: number };
    const changed = await w.therapist.patch(
      `/clients/${w.dana.clientId}`,
      { pronouns: 'she/her' },
      { 'If-Match': `"${dana.version}"` },
    );
    expect(changed.status).toBe(200);
    const [event] = await events(`&whose=${w.dana.clientId}&what=client`);
    expect(event).toMatchObject({ act: 'update', target: 'client', columns: ['pronouns', 'updated_at', 'version'] });
    expect(JSON.stringify(event)).not.toContain('she/her');
  });

  it('writes refusals and sign-ins, too', async () => {
    await w.therapist2.get(`/clients/${w.dana.clientId}`);
    await w.maya.get('/clients');
    expect(await events(`&who=${w.therapist2.userId}&what=refused 404`)).toMatchObject([
      { target: 'GET /api/v1/clients/:id' },
    ]);
    expect(await events(`&who=${w.maya.userId}&what=refused 403`)).toMatchObject([{ target: 'GET /api/v1/clients' }]);
    expect(await events(`&who=${w.maya.userId}&what=signed in`)).toHaveLength(1);
  });

  it('gives out no data it could not write down', async () => {
    await superuser.query(`create function cannot() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger cannot before insert on audit_event for each row when (new.act = 'read') execute function cannot()`);
    try {
      const answer = await w.therapist.get(`/clients/${w.dana.clientId}`);
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toMatch(/Dana|Reyes/);
      const list = await w.therapist.get('/clients');
      expect(JSON.stringify(list.body)).not.toMatch(/Dana|Reyes/);
    } finally {
      await superuser.query('drop trigger cannot on audit_event');
    }
    expect((await w.therapist.get(`/clients/${w.dana.clientId}`)).status).toBe(200);
  });

  it('is read by admins of the clinic alone, each her own', async () => {
    for (const agent of [w.therapist, w.supervisor, w.maya]) {
      expect((await agent.get('/audit-events')).status).toBe(403);
      expect((await agent.get('/audit/verification')).status).toBe(403);
      expect((await agent.get(`/clients/${w.dana.clientId}/access-report`)).status).toBe(403);
    }
    const foreign = await events('', w.other.admin);
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.flatMap(({ actorId }) => actorId)).not.toContain(w.therapist.userId);
    expect(await events(`&whose=${w.dana.clientId}`, w.other.admin)).toEqual([]);
    expect((await w.other.admin.get(`/clients/${w.dana.clientId}/access-report`)).status).toBe(404);
  });

  it('leaves out the errands of the house unless they are asked for', async () => {
    await w.maya.get('/auth/me');
    expect((await events(`&who=${w.maya.userId}`)).map(({ target }) => target)).not.toContain('account');
    expect((await events(`&who=${w.maya.userId}&what=account`)).length).toBeGreaterThan(0);
  });

  it('goes back page by page', async () => {
    const all = await events(`&who=${w.therapist.userId}`);
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await w.admin.get(
        `/audit-events?limit=3&who=${w.therapist.userId}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      const body = answer.body as { items: Event[]; next: string | null };
      pages.push(...body.items.map(({ id }) => id));
      cursor = body.next;
    } while (cursor);
    expect(pages).toEqual(all.map(({ id }) => id));
  });

  it.each(['who=x', 'whose=1', "what='; drop table", 'from=yesterday', 'cursor=WyJ4Il0', 'unknown=1'])(
    'refuses ?%s',
    async (query) => {
      expect((await w.admin.get(`/audit-events?${query}`)).status).toBe(400);
    },
  );

  it('cannot be read, altered or emptied by the role of the app', async () => {
    for (const statement of [
      'select * from audit_event',
      'select * from audit_seal',
      "update audit_event set act = 'x'",
      'delete from audit_event',
      'truncate audit_event',
      "insert into audit_event (clinic_id, act, target) values (gen_random_uuid(), 'a', 'b')",
      'alter table audit_event disable trigger all',
      'set role kept_audit',
    ]) {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await app.query('select * from audit_read(null, null, null, null, null, null, 100)')).rows).toEqual([]);
    await expect(app.query(`select audit_access('read', 'clients', '{}')`)).rejects.toThrow(/null value/);
  });

  it("shows a person in care who of the staff opened her work, and nothing else of anyone's", async () => {
    await w.therapist.get(`/clients/${w.maya.clientId}`);
    await w.therapist.get(`/clients/${w.maya.clientId}`);
    const answer = await w.maya.get('/access-report');
    expect(answer.status).toBe(200);
    const { items } = answer.body as { items: { staffName: string; target: string; day: string }[] };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ staffName: 'Dr Ellis', target: 'clients' });
    expect(items[0]!.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const agent of [w.therapist, w.admin]) expect((await agent.get('/access-report')).status).toBe(403);
    expect(((await w.other.luis.get('/access-report')).body as { items: unknown[] }).items).toEqual([]);
  });

  describe('sealed', () => {
    let worker: Worker;
    const sealed = async (): Promise<void> => {
      for (let i = 0; i < 300; i++) {
        const { rows } = await superuser.query<{ n: string }>(
          'select count(*) as n from audit_event e where not exists (select from audit_seal s where s.event_id = e.id)',
        );
        if (rows[0]!.n === '0') return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the log was not sealed');
    };
    const verification = async (): Promise<{
      holds: boolean;
      defect: string | null;
      events: number;
      head: string | null;
    }> => {
      const answer = await w.admin.get('/audit/verification');
      expect(answer.status).toBe(200);
      return answer.body as { holds: boolean; defect: string | null; events: number; head: string | null };
    };
    beforeAll(async () => {
      worker = await startWorker(w.config, () => undefined);
      await sealed();
    });
    afterAll(() => worker.stop());

    it('holds while nobody touches it', async () => {
      const { holds, defect, events: n, head } = await verification();
      expect({ holds, defect }).toEqual({ holds: true, defect: null });
      expect(n).toBeGreaterThan(20);
      expect(head).toMatch(/^[0-9a-f]{64}$/);
    });

    const tamper = async (statement: string, undo: string): Promise<string | null> => {
      await superuser.query(statement);
      const { holds, defect } = await verification();
      await superuser.query(undo);
      expect(holds).toBe(false);
      expect((await verification()).holds).toBe(true);
      return defect;
    };

    it('is found out when the owner of the database edits an entry', async () => {
      const defect = await tamper(
        `update audit_event set act = 'looked' where id = (select id from audit_event where clinic_id = '${w.clinicId}' and target = 'clients' and act = 'read' order by id limit 1)`,
        `update audit_event set act = 'read' where act = 'looked'`,
      );
      expect(defect).toMatch(/hash differs/);
    });

    it('is found out when an entry is taken away', async () => {
      await superuser.query('create table kept_back as select * from audit_event');
      const defect = await tamper(
        `delete from audit_event where id = (select id from audit_event where clinic_id = '${w.clinicId}' order by id offset 5 limit 1)`,
        'insert into audit_event overriding system value select * from kept_back k where not exists (select from audit_event e where e.id = k.id)',
      );
      expect(defect).toMatch(/event missing/);
    });

    it('is found out when an entry is slipped in behind', async () => {
      const defect = await tamper(
        `insert into audit_event (clinic_id, xid, act, target) values ('${w.clinicId}', '3'::xid8, 'read', 'clients')`,
        `delete from audit_event where xid = '3'::xid8`,
      );
      expect(defect).toMatch(/behind the sealer/);
    });
  });
});
