import { DataSource } from 'typeorm';
import type { Agent } from './agent.js';
import { phq9, phq9Answers, POINTS } from './forms.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { actingAs } from '../src/platform/acting.js';
import { USUAL_CRISIS_TEXT } from '../src/clinics/crisis-text.rules.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { RiskService } from '../src/risk/risk.service.js';
import { world, type World } from './world.js';

let w: World;
let post: Mailbox;

interface Alert {
  id: string;
  version: number;
  clientId: string;
  displayName: string;
  status: string;
  severity: string | null;
  ownerId: string | null;
  ownerName: string | null;
  raisedAt: string;
  dueAt: string;
  isLate: boolean;
  reach: string;
  outcome: string | null;
  may: string[];
  entries: { source: string; items: string[]; instrument: string | null; note: string | null }[];
  acts: { kind: string; note: string | null; toName: string | null; byName: string | null }[];
}

async function made<T = Alert>(asked: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
const listed = async (who: Agent, query = ''): Promise<Alert[]> =>
  (await made<{ items: Alert[] }>(who.get(`/risk-alerts${query}`))).items;
const ofToday = async (who: Agent): Promise<Record<string, unknown>[]> =>
  (await made<{ risks: Record<string, unknown>[] }>(who.get('/today'))).risks;
const byHand = (who: Agent, person: Agent, danger = 'unclear', note = 'She said she cannot go on.') =>
  who.post(`/clients/${person.clientId}/risk-alerts`, { danger, note });
const act = (who: Agent, id: string, outcome: string, note?: string) =>
  who.post(`/risk-alerts/${id}/acknowledge`, { outcome, ...(note === undefined ? {} : { note }) });

/** What a scale calls when it was answered, in the transaction of the answer. */
const answered = (person: Agent, items: string[], coupleId: string | null = null, clientId = person.clientId) =>
  actingAs(
    w.app.get(DataSource),
    { id: person.userId, clinicId: w.clinicId, roles: ['client'], clientId: person.clientId },
    () =>
      w.app
        .get(RiskService, { strict: false })
        .raise({ clientId, coupleId, facts: { responseId: w.coupleId, instrument: 'phq-9', items } }),
  );

const closeAll = async (): Promise<void> => {
  for (const { id } of await listed(w.therapist)) await made(act(w.therapist, id, 'contacted'));
};
const hours = (more: number): Date => new Date(Date.now() + more * 3_600_000);

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
});
afterAll(async () => {
  await post.close();
  await w.close();
});
afterEach(closeAll);

describe('a risk answer', () => {
  it('raises an alert that is her lead therapist’s, due within a day, and Today says so first', async () => {
    await answered(w.dana, ['item-9']);
    const [alert] = await listed(w.therapist);
    expect(alert).toMatchObject({
      ...{ clientId: w.dana.clientId, displayName: 'Dana R.', status: 'open', severity: 'raised', reach: 'owner' },
      ...{ ownerId: w.therapist.userId, ownerName: 'Dr Ellis', isLate: false, may: ['take', 'close', 'reassign'] },
      entries: [{ source: 'scale', instrument: 'phq-9', items: ['item-9'], note: null }],
    });
    const wait = Date.parse(alert!.dueAt) - Date.now();
    expect([wait > 23.9 * 3_600_000, wait <= 24 * 3_600_000]).toEqual([true, true]);
    expect(await ofToday(w.therapist)).toEqual([
      expect.objectContaining({
        id: alert!.id,
        displayName: 'Dana R.',
        ownerName: 'Dr Ellis',
        source: 'scale',
        told: 1,
      }),
    ]);
    await post.lettersTo('therapist@harbour.example', 1);
  });

  it('raises nothing where no answer was one', async () => {
    expect(await answered(w.dana, [])).toBeNull();
    expect(await listed(w.therapist)).toEqual([]);
  });

  it('is added to the alert that is open, which keeps its time; a score without one clears nothing', async () => {
    await answered(w.dana, ['item-9']);
    const [first] = await listed(w.therapist);
    await answered(w.dana, ['item-2', 'item-6']);
    await answered(w.dana, []);
    const open = await listed(w.therapist);
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ id: first!.id, status: 'open', severity: 'high', dueAt: first!.dueAt });
    expect(open[0]!.entries.map(({ items }) => items)).toEqual([['item-9'], ['item-2', 'item-6']]);
    await answered(w.dana, ['item-9']);
    expect((await listed(w.therapist))[0]!.severity).toBe('high');
  });

  it('lets an alert that somebody had in hand wait anew', async () => {
    const id = await answered(w.dana, ['item-9']);
    await made(act(w.therapist, id!, 'taken_up'));
    await answered(w.dana, ['item-9']);
    expect((await listed(w.therapist))[0]).toMatchObject({ id, status: 'open', isLate: false });
  });

  it('leaves nothing when the answer itself is not kept', async () => {
    const fails = actingAs(
      w.app.get(DataSource),
      { id: w.dana.userId, clinicId: w.clinicId, roles: ['client'], clientId: w.dana.clientId },
      async () => {
        const facts = { responseId: w.coupleId, instrument: 'phq-9', items: ['item-9'] };
        await w.app.get(RiskService, { strict: false }).raise({ clientId: w.dana.clientId, coupleId: null, facts });
        throw new Error('the answer was refused');
      },
    );
    await expect(fails).rejects.toThrow('the answer was refused');
    expect(await listed(w.therapist)).toEqual([]);
  });

  it('cannot be raised for anybody else, nor within a couple that is not hers', async () => {
    await expect(answered(w.dana, ['item-9'], null, w.maya.clientId)).rejects.toThrow();
    await expect(answered(w.dana, ['item-9'], w.coupleId)).rejects.toThrow();
    expect(await listed(w.therapist)).toEqual([]);
  });

  it('within the work of two is the couple’s therapist’s to see, beside one of her own care', async () => {
    await answered(w.maya, ['item-9'], w.coupleId);
    await answered(w.maya, ['item-9']);
    expect(await listed(w.therapist, `?clientId=${w.maya.clientId}`)).toHaveLength(2);
  });
});

describe('a published scale', () => {
  it('that is answered with a risk answer raises it, and tells her only that the honest page comes next', async () => {
    const brought = await made(
      w.therapist.post('/instruments/import', JSON.stringify(phq9()), { 'Content-Type': 'application/fhir+json' }),
    );
    const give = (who: Agent, last: number) =>
      made<{ risk: string[]; danger: boolean }>(
        who.post('/scale-responses', {
          ...{ instrumentId: brought.id, clientId: w.dana.clientId },
          answers: Object.fromEntries(PHQ_9.items.map(({ key }, index) => [key, POINTS[index === 8 ? last : 0]])),
        }),
      );
    expect(await give(w.dana, 0)).toMatchObject({ danger: false });
    expect(await listed(w.therapist)).toEqual([]);
    expect(await give(w.dana, 2)).toMatchObject({ risk: [], danger: true });
    const [alert] = await listed(w.therapist);
    expect(alert!.entries).toMatchObject([{ source: 'scale', instrument: 'phq-9', items: ['item-9'] }]);
    await give(w.dana, 0);
    expect(await listed(w.therapist)).toMatchObject([{ id: alert!.id, status: 'open' }]);
    expect(await give(w.therapist, 1)).toMatchObject({ risk: ['item-9'], danger: true });
    expect((await listed(w.therapist))[0]!.entries).toHaveLength(2);
  });
});

describe('answers given elsewhere', () => {
  it('raise an alert of today that says how old they are, and are not taken for danger now', async () => {
    const brought = await made(
      w.therapist.post('/instruments/import', JSON.stringify(phq9()), { 'Content-Type': 'application/fhir+json' }),
    );
    const bring = (authored: string) =>
      made(
        w.therapist.post(
          `/scale-responses/import?clientId=${w.dana.clientId}&instrumentId=${brought.id}`,
          JSON.stringify({ ...phq9Answers([0, 0, 0, 0, 0, 0, 0, 0, 3]), authored }),
          { 'Content-Type': 'application/fhir+json' },
        ),
      );
    await bring('2025-03-03T10:00:00Z');
    const [alert] = await listed(w.therapist);
    expect(alert).toMatchObject({
      ...{ status: 'open', severity: 'raised' },
      entries: [{ source: 'scale', answeredAt: '2025-03-03T10:00:00.000Z', isOfEarlier: true }],
    });
    expect(Date.now() - Date.parse(alert!.raisedAt)).toBeLessThan(60_000);
    await bring(hours(-48).toISOString());
    expect((await listed(w.therapist))[0]!.entries).toMatchObject([{ isOfEarlier: true }, { isOfEarlier: false }]);
  });
});

describe('an alert is kept from', () => {
  it('her, her partner, colleagues without care, the front desk before it is late, and other clinics', async () => {
    const id = (await answered(w.maya, ['item-9'], w.coupleId))!;
    for (const who of [w.maya, w.tom])
      for (const asked of [who.get(`/risk-alerts/${id}`), who.get('/risk-alerts'), act(who, id, 'contacted')])
        expect((await asked).status).toBe(403);
    for (const who of [w.therapist2, w.supervisor, w.admin, w.other.therapist, w.other.admin]) {
      expect((await who.get(`/risk-alerts/${id}`)).status).toBe(404);
      expect(await listed(who)).toEqual([]);
    }
    expect([await ofToday(w.therapist2), await ofToday(w.supervisor)]).toEqual([[], []]);
    expect((await byHand(w.therapist2, w.maya)).status).toBe(404);
  });
});

describe('a clinician', () => {
  it('raises one by hand; danger now is urgent and due sooner', async () => {
    const alert = await made(byHand(w.therapist, w.dana, 'now'));
    expect(alert).toMatchObject({
      ...{ severity: 'urgent', ownerName: 'Dr Ellis' },
      entries: [{ source: 'by_hand', note: 'She said she cannot go on.', items: [] }],
    });
    expect(Date.parse(alert.dueAt) - Date.now()).toBeLessThanOrEqual(4 * 3_600_000);
    expect((await byHand(w.therapist, w.dana, 'now', 'x')).status).toBe(400);
    expect((await byHand(w.admin, w.dana)).status).toBe(403);
  });

  it('takes it, and closes it with what was done; both stay on record', async () => {
    const { id } = await made(byHand(w.therapist, w.dana));
    expect(await made(act(w.therapist, id, 'taken_up'))).toMatchObject({ status: 'taken', may: ['close', 'reassign'] });
    expect((await ofToday(w.therapist))[0]).toMatchObject({ status: 'taken' });
    expect((await act(w.therapist, id, 'taken_up')).body).toMatchObject({ status: 409, code: 'invalid_transition' });
    const closed = await made(act(w.therapist, id, 'plan_reviewed', 'We went through the plan by phone.'));
    expect(closed).toMatchObject({ status: 'closed', outcome: 'plan_reviewed', may: [] });
    expect(closed.acts).toMatchObject([
      { kind: 'taken_up', byName: 'Dr Ellis' },
      { kind: 'plan_reviewed', note: 'We went through the plan by phone.' },
    ]);
    expect((await act(w.therapist, id, 'contacted')).status).toBe(409);
    expect(await ofToday(w.therapist)).toEqual([]);
    expect((await listed(w.therapist, `?status=closed&clientId=${w.dana.clientId}`)).map((one) => one.id)).toContain(
      id,
    );
  });

  it('says why, where nothing is to be done', async () => {
    const { id } = await made(byHand(w.therapist, w.dana));
    for (const note of [undefined, '   '])
      expect((await act(w.therapist, id, 'no_action', note)).body).toMatchObject({
        status: 400,
        errors: [{ path: 'note' }],
      });
    expect(await made(act(w.therapist, id, 'no_action', 'She had ticked the wrong box.'))).toMatchObject({
      outcome: 'no_action',
    });
  });

  it('hands it to a colleague who treats her too, and to nobody else', async () => {
    const { id } = await made(byHand(w.therapist, w.dana));
    const give = (ownerId: string) => w.therapist.post(`/risk-alerts/${id}/reassign`, { ownerId });
    expect((await give(w.therapist2.userId)).body).toMatchObject({ status: 400, errors: [{ path: 'ownerId' }] });
    const care = await made<{ id: string }>(
      w.therapist.post(`/clients/${w.dana.clientId}/care-team`, { staffId: w.therapist2.userId }),
    );
    expect(await made(give(w.therapist2.userId))).toMatchObject({ ownerName: 'Sam Okoro', status: 'open' });
    expect((await ofToday(w.therapist2))[0]).toMatchObject({ id, ownerName: 'Sam Okoro' });
    await post.lettersTo('therapist2@harbour.example', 1);
    await made(act(w.therapist2, id, 'contacted', 'Called at noon.'));
    await made(w.therapist.delete(`/clients/${w.dana.clientId}/care-team/${care.id}`));
  });
});

describe('when nobody takes it', () => {
  it('the owner is reminded, then it reaches the supervisor of whoever should have, then the front desk', async () => {
    const entered = await made<{ id: string; clientId: string }>(
      w.therapist2.post('/clients', { givenName: 'Noor', familyName: 'Aziz' }),
    );
    const raised = w.therapist2.post(`/clients/${entered.id}/risk-alerts`, { danger: 'soon', note: 'planted words' });
    const { id } = await made(raised);
    expect(await post.worker.watch(hours(11))).toBe(0);
    expect(await post.worker.watch(hours(13))).toBe(1);
    await post.lettersTo('therapist2@harbour.example', 2);
    expect(await listed(w.supervisor)).toMatchObject([{ id, reach: 'owner', may: [] }]);
    expect(await ofToday(w.supervisor)).toEqual([]);
    expect((await act(w.supervisor, id, 'contacted')).status).toBe(403);

    expect(await post.worker.watch(hours(25))).toBe(1);
    await post.lettersTo('supervisor@harbour.example', 1);
    expect((await ofToday(w.supervisor))[0]).toMatchObject({ id, reach: 'supervisors', severity: 'high' });
    expect(await listed(w.admin)).toEqual([]);

    expect(await post.worker.watch(hours(50))).toBe(1);
    const letters = await post.lettersTo('admin@harbour.example', 1);
    expect(`${letters[0]!.subject} ${letters[0]!.text}`).not.toMatch(/risk|alert|danger|Noor|Aziz|Okoro/i);
    const [atDesk] = await listed(w.admin);
    expect(atDesk).toMatchObject({
      ...{ id, displayName: 'Noor A.', ownerName: 'Sam Okoro', reach: 'admins', may: ['reassign'] },
      ...{ severity: null, entries: [], acts: [] },
    });
    expect(JSON.stringify(atDesk)).not.toContain('planted');
    expect((await act(w.admin, id, 'contacted')).status).toBe(403);

    // the desk lets a colleague in, and hands it over to her
    await made(w.admin.post(`/clients/${entered.id}/care-team`, { staffId: w.therapist.userId }));
    expect(await made(w.admin.post(`/risk-alerts/${id}/reassign`, { ownerId: w.therapist.userId }))).toMatchObject({
      ownerName: 'Dr Ellis',
      severity: null,
    });
    expect((await w.supervisor.post(`/risk-alerts/${id}/reassign`, { ownerId: w.admin.userId })).status).toBe(400);
    const taken = await made(act(w.supervisor, id, 'taken_up', 'I called her myself.'));
    expect(taken).toMatchObject({ status: 'taken', ownerName: 'Dr Moss' });
    expect(await post.worker.watch(hours(500))).toBe(0);
    expect(await made(act(w.supervisor, id, 'referred', 'To the crisis team.'))).toMatchObject({ status: 'closed' });
    expect(await listed(w.admin)).toEqual([]);
  });

  it('reaches the front desk at once where nobody supervises, and again every day', async () => {
    const { id } = await made(byHand(w.therapist, w.dana));
    const before = post.all().filter(({ to }) => to === 'admin@harbour.example').length;
    await post.worker.watch(hours(25));
    expect((await listed(w.admin))[0]).toMatchObject({ id, reach: 'admins' });
    expect(await post.worker.watch(hours(30))).toBe(0);
    await post.worker.watch(hours(50));
    await post.lettersTo('admin@harbour.example', before + 2);
  });

  it('is the front desk’s from the start where nobody treats her any more', async () => {
    const { admin, luis, clinicId } = w.other;
    const team = `/clients/${luis.clientId}/care-team`;
    const [member] = (await made<{ items: { id: string }[] }>(admin.get(team))).items;
    await made(admin.delete(`${team}/${member!.id}`));
    await actingAs(
      w.app.get(DataSource),
      { id: luis.userId, clinicId, roles: ['client'], clientId: luis.clientId },
      () =>
        w.app.get(RiskService, { strict: false }).raise({
          ...{ clientId: luis.clientId, coupleId: null },
          facts: { responseId: w.coupleId, instrument: 'phq-9', items: ['item-9'] },
        }),
    );
    expect(await listed(admin)).toMatchObject([
      {
        clientId: luis.clientId,
        ownerId: admin.userId,
        reach: 'admins',
        severity: null,
        entries: [],
        may: ['reassign'],
      },
    ]);
    await post.lettersTo('admin@lakeside.example', 1);
  });
});

describe('everything', () => {
  it('that is done with an alert stands in the audit, without a word of it', async () => {
    const { id } = await made(byHand(w.therapist, w.dana, 'soon', 'quokkaword'));
    await made(act(w.therapist, id, 'taken_up', 'quokkanote'));
    const { items } = await made<{ items: { target: string; act: string; rowIds: string[]; columns: string[] }[] }>(
      w.admin.get(`/audit-events?whose=${w.dana.clientId}&limit=100`),
    );
    const kinds = items.map(({ target, act }) => `${act} ${target}`);
    expect(kinds).toEqual(
      expect.arrayContaining(['insert risk_alert', 'insert risk_entry', 'insert risk_act', 'update risk_alert']),
    );
    expect(JSON.stringify(items)).not.toMatch(/quokka/);
    const { rows } = await w.owner.query<{ facts: Buffer }>(
      'select facts from risk_entry union all select note from risk_act where note is not null',
    );
    expect(rows.some(({ facts }) => facts.toString('latin1').includes('quokka'))).toBe(false);
  });
});

describe('an admin', () => {
  const path = '/clinic-settings';
  it('sets the words for a crisis and the time an alert may wait; what is sent is within its limits', async () => {
    const now = await made<{ version: number; crisisText: string; riskDueHours: number }>(w.admin.get(path));
    expect(now).toMatchObject({ crisisText: USUAL_CRISIS_TEXT, riskDueHours: 24, riskUrgentHours: 4 });
    expect(USUAL_CRISIS_TEXT).not.toMatch(/\d/);
    const good = {
      crisisText: 'Call us, or the night service of our town.',
      phone: '555 0100',
      riskDueHours: 8,
      riskUrgentHours: 1,
    };
    const put = (body: object, version = now.version) => w.admin.put(path, body, { 'If-Match': `"${version}"` });
    for (const wrong of [
      { crisisText: 'short' },
      { crisisText: ' '.repeat(40) },
      { crisisText: 'x'.repeat(1001) },
      { riskDueHours: 0 },
      { riskDueHours: 73 },
      { riskUrgentHours: 25 },
    ])
      expect((await put({ ...good, ...wrong })).status).toBe(400);
    expect((await w.therapist.get(path)).status).toBe(403);
    const saved = await made<{ version: number }>(put(good));
    expect((await put(good)).status).toBe(412);
    expect(await made(w.maya.get('/auth/me'))).toMatchObject({ clinic: { crisisText: good.crisisText } });
    expect(await made(w.other.admin.get(path))).toMatchObject({ crisisText: USUAL_CRISIS_TEXT });
    const { dueAt } = await made(byHand(w.therapist, w.dana));
    expect(Date.parse(dueAt) - Date.now()).toBeLessThanOrEqual(8 * 3_600_000);
    const { items } = await made<{ items: { act: string; target: string; columns: string[] }[] }>(
      w.admin.get('/audit-events?what=clinic'),
    );
    expect(items[0]).toMatchObject({ act: 'update', target: 'clinic' });
    expect(items[0]!.columns).toEqual(expect.arrayContaining(['crisis_text', 'risk_due_hours']));
    await made(put({ ...good, riskDueHours: 24, riskUrgentHours: 4 }, saved.version));
  });
});
