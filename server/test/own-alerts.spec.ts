import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AloneOnward0040 } from '../../migrations/0040-alone-onward.js';
import { actingAs } from '../src/platform/acting.js';
import { RiskService } from '../src/risk/risk.service.js';
import { endWork, made, seenBy, seenByAll, statementsOf, treatedApart } from './ended-work.js';
import { world, type World } from './world.js';

/** Alerts on Maya's answers within her work with Tom, and what is done about them, over the end of that work. */
let w: World;
const alerts: Record<string, string> = {};
const acts: Record<string, string> = {};

beforeAll(async () => {
  w = await world();
  await treatedApart(w);
  alerts['closed before'] = await answered();
  await act('closed before', 'contacted', 'rang her');
  alerts['gone on with'] = await answered();
  await act('gone on with', 'taken_up', 'took it up');
}, 60_000);
afterAll(() => w.close());

/** As a scale does when she answers it within the work of two. */
async function answered(): Promise<string> {
  const { userId: id, clientId } = w.maya;
  const raised = await actingAs(w.app.get(DataSource), { id, clinicId: w.clinicId, roles: ['client'], clientId }, () =>
    w.app.get(RiskService, { strict: false }).raise({
      ...{ clientId: clientId, coupleId: w.coupleId },
      facts: { responseId: w.coupleId, instrument: 'phq-9', items: ['9'] },
    }),
  );
  return raised!;
}
interface Alert {
  status: string;
  acts: { id: string; note: string | null }[];
}
const one = (name: string): Promise<Alert> => made(w.therapist2.get(`/risk-alerts/${alerts[name]}`));
/** Sam Okoro, who treats Maya alone, does something about it. */
async function act(name: string, outcome: string, note: string): Promise<void> {
  await made(w.therapist2.post(`/risk-alerts/${alerts[name]}/acknowledge`, { outcome, note }));
  acts[note] = (await one(name)).acts.find((each) => each.note === note)!.id;
}

describe('while the work of two lasts', () => {
  it('those who treat the couple or her see the alerts of it, and what was done', async () => {
    const [rows, done] = [Object.keys(alerts).sort(), Object.keys(acts).sort()];
    const staff = { maya: [], tom: [], admin: [] };
    expect(await seenByAll(w, 'risk_alert', alerts)).toEqual({
      ...{ ...staff, therapist: rows, therapist2: rows, supervisor: rows },
    });
    expect(await seenByAll(w, 'risk_act', acts)).toEqual({
      ...{ ...staff, therapist: done, therapist2: done, supervisor: done },
    });
  });
});

describe('after it has ended', () => {
  const [before, onward] = ['closed before', 'gone on with'];

  it('an alert is read as it was until her own care acts on it', async () => {
    await endWork(w);
    expect(await seenBy(w, 'risk_alert', alerts, 'therapist')).toEqual([before, onward]);
    expect(
      (await w.therapist.post(`/risk-alerts/${alerts[onward]}/acknowledge`, { outcome: 'contacted' })).status,
    ).toBe(403);
  });

  it('with the first act it is her own care’s alone, beside another that was open; what was done before stays read', async () => {
    const own = { danger: 'unclear', note: 'Her sister rang.' };
    const beside = await made<{ id: string }>(w.therapist2.post(`/clients/${w.maya.clientId}/risk-alerts`, own));
    alerts['of her own care'] = beside.id;
    await made(w.therapist2.post(`/risk-alerts/${alerts[onward]}/reassign`, { ownerId: w.therapist2.userId }));
    expect(await one(onward)).toMatchObject({ status: 'open' });
    await act(onward, 'taken_up', 'spoke with her alone');
    const all = [before, onward, 'of her own care'];
    expect(await seenByAll(w, 'risk_alert', alerts)).toEqual({
      ...{ maya: [], tom: [], admin: [] },
      ...{ therapist: [before], therapist2: all, supervisor: [before] },
    });
    const read = ['rang her', 'took it up'];
    expect(await seenBy(w, 'risk_act', acts, 'therapist')).toEqual(read);
    expect(await seenBy(w, 'risk_act', acts, 'supervisor')).toEqual(read);
    expect(await seenBy(w, 'risk_act', acts, 'therapist2')).toEqual([
      'another',
      'rang her',
      'spoke with her alone',
      'took it up',
    ]);
    expect((await w.therapist.get(`/risk-alerts/${alerts[onward]}`)).status).toBe(404);
    expect(JSON.stringify((await w.therapist.get('/risk-alerts')).body)).not.toContain('alone');
  });

  it('is closed there like any other, and stays hers when the two begin again', async () => {
    await act(onward, 'plan_reviewed', 'went over her plan');
    expect(await one(onward)).toMatchObject({ status: 'closed' });
    await made(w.therapist.post(`/couples/${w.coupleId}/reopen-request`));
    await made(w.admin.post(`/couples/${w.coupleId}/reopen`));
    expect(await seenBy(w, 'risk_alert', alerts, 'therapist')).toEqual([before]);
  });
});

it('what was done after an end before this was so is her own care’s alone as well', async () => {
  // as it was kept until then: of the work of two, though done after its end
  const [onward, late] = [alerts['gone on with'], acts['spoke with her alone']];
  await w.owner.query('update risk_alert set left_work = false, couple_id = $2 where id = $1', [onward, w.coupleId]);
  await w.owner.query('update risk_act set couple_id = $2 where alert_id = $1', [onward, w.coupleId]);
  expect(await seenBy(w, 'risk_act', acts, 'therapist')).toContain('spoke with her alone');
  for (const step of (await statementsOf(new AloneOnward0040())).filter((text) => /^\s*update risk_/.test(text)))
    await w.owner.query(step);
  expect(late).toBeDefined();
  expect(await seenBy(w, 'risk_act', acts, 'therapist')).toEqual(['rang her', 'took it up']);
  expect(await seenBy(w, 'risk_alert', alerts, 'therapist')).toEqual(['closed before']);
});
