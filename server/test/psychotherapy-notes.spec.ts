import { draft, etag, pastSession, signed } from './acts.js';
import { PERMISSIONS } from '../src/platform/permissions.js';
import { world, type World } from './world.js';

let w: World;
/** A note that Dr Ellis keeps for herself about Maya, and one about the couple's session. */
let own: string;
let ofSession: string;
const WORDS = 'quince and heron';
const about = { kind: 'psychotherapy', format: 'free', sections: { text: WORDS } };

beforeAll(async () => {
  w = await world();
  own = (await signed(w.therapist, { clientId: w.maya.clientId }, about)).id;
  const session = await pastSession(w.therapist, { coupleId: w.coupleId });
  ofSession = (await draft(w.therapist, { sessionId: session.id }, about)).id;
  for (const person of [`/clients/${w.maya.clientId}`, `/clients/${w.tom.clientId}`])
    expect((await w.admin.post(`${person}/care-team`, { staffId: w.therapist2.userId })).status).toBe(201);
});
afterAll(() => w.close());

const others = (): World['therapist'][] => [w.therapist2, w.supervisor, w.admin, w.maya, w.tom, w.other.therapist];

describe('a psychotherapy note', () => {
  it('lies in a table of its own, and no row of the record tells of it', async () => {
    const { rows } = await w.owner.query<{ record: number; own: number }>(
      `select (select count(*)::int from note) as record, (select count(*)::int from psychotherapy_note) as own`,
    );
    expect(rows).toEqual([{ record: 0, own: 2 }]);
  });

  it('is its author’s: a colleague in the same care, a supervisor, the front desk and the person herself meet nothing', async () => {
    for (const agent of others())
      for (const id of [own, ofSession]) {
        expect([403, 404]).toContain((await agent.get(`/notes/${id}`)).status);
        expect([403, 404]).toContain((await agent.get(`/notes/${id}/revisions`)).status);
        expect([403, 404]).toContain((await agent.put(`/notes/${id}`, { sections: { text: 'x' } }, etag(1))).status);
        expect([403, 404]).toContain((await agent.post(`/notes/${id}/addenda`, { text: 'x' })).status);
      }
    expect((await w.therapist.get(`/notes/${own}`)).status).toBe(200);
  });

  it('is in no list, timeline, sign-off queue or search of anybody else', async () => {
    const places = [
      ...['/notes', `/notes?clientId=${w.maya.clientId}`, `/notes?kind=psychotherapy`, '/sign-off', '/today', '/home'],
      ...[`/clients/${w.maya.clientId}/timeline`, `/clients/${w.maya.clientId}/record-preview`],
    ];
    for (const agent of others())
      for (const at of places) {
        const { text } = await agent.get(at);
        expect([at, text.includes(own) || text.includes(ofSession) || text.includes(WORDS)]).toEqual([at, false]);
      }
  });

  it('is in no release and no paper, not even of its author', async () => {
    for (const at of [`/clients/${w.maya.clientId}/record-preview`, `/clients/${w.tom.clientId}/record-preview`]) {
      const { status, text } = await w.therapist.get(at);
      expect([status, text.includes(own) || text.includes(ofSession)]).toEqual([200, false]);
    }
  });

  it('does not go along when care is handed over', async () => {
    const { body } = await w.therapist2.get(`/notes?clientId=${w.maya.clientId}`);
    expect(body).toEqual({ items: [], next: null });
  });

  it('has no way in for emergencies: no permission reads what another has written for herself', () => {
    const ways = Object.keys(PERMISSIONS).filter((name) => /psychotherapy|emergency|break/.test(name));
    expect(ways).toEqual([]);
  });

  it('is reached by no function of the database that acts for the house', async () => {
    const { rows } = await w.owner.query<{ name: string }>(
      `select p.proname as name from pg_proc p where p.prosecdef and p.prosrc ilike '%psychotherapy_%'
       union all select c.relname from pg_class c join pg_rewrite r on r.ev_class = c.oid
         join pg_depend d on d.objid = r.oid and d.refobjid = 'psychotherapy_note'::regclass`,
    );
    expect(rows).toEqual([]);
    const { rows: granted } = await w.owner.query<{ grantee: string }>(
      `select distinct grantee::text from information_schema.role_table_grants
       where table_name in ('psychotherapy_note', 'psychotherapy_addendum') and grantee not in ('kept_owner', 'kept_app')`,
    );
    expect(granted).toEqual([]);
  });

  it('is never co-signed, and holds neither times nor who was there', async () => {
    const { body } = await w.therapist.get(`/notes/${ofSession}`);
    expect(body).toMatchObject({ facts: null, status: 'draft' });
    const { version } = body as { version: number };
    const done = await w.therapist.post(`/notes/${ofSession}/sign`, undefined, etag(version));
    expect(done.body).toMatchObject({ status: 'signed', facts: null });
  });
});
