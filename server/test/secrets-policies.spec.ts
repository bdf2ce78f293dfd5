import { etag } from './acts.js';
import { world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

interface Version {
  id: string;
  number: number;
  choice: string;
  text: string;
  signatures: { clientId: string; way: string; signedOn: string }[];
}
interface Policy {
  current: Version | null;
  earlier: Version[];
  signedByBoth: boolean | null;
  offers: { choice: string; text: string }[];
  usual: string | null;
}
const policyFor = async (who: World['therapist']): Promise<Policy> =>
  (await who.get(`/couples/${w.coupleId}/secrets-policy`)).body as Policy;
const set = (body: object, who = w.therapist): ReturnType<World['therapist']['post']> =>
  who.post(`/couples/${w.coupleId}/secrets-policies`, body);
/** What of the settings an admin sends back. */
const settingsOf = (settings: Record<string, unknown>): object =>
  Object.fromEntries(['crisisText', 'phone', 'riskDueHours', 'riskUrgentHours'].map((key) => [key, settings[key]]));
const today = new Date().toISOString().slice(0, 10);
const LAST_YEAR = `${Number(today.slice(0, 4)) - 1}-03-02`;

describe('what is agreed about things told alone', () => {
  let first: Version;

  it('is nothing at first, and the practice’s words of each choice are offered to the therapist', async () => {
    const { current, signedByBoth, offers, usual } = await policyFor(w.therapist);
    expect([current, signedByBoth, usual]).toEqual([null, false, 'limited']);
    expect(offers.map(({ choice }) => choice)).toEqual(['no_secrets', 'limited', 'full']);
  });

  it('is set by the therapist with the practice’s own words, which a later change of those leaves as they are', async () => {
    const settings = (await w.admin.get('/clinic-settings')).body as Record<string, unknown> & { version: number };
    const { version, usualSecretsTexts } = settings;
    const rest = settingsOf(settings);
    const limited = 'What you tell me alone I keep, and I say so when it stands in our way.';
    const texts = { ...(usualSecretsTexts as object), limited };
    const saved = await w.admin.put('/clinic-settings', { ...rest, secretsTexts: texts }, etag(version));
    expect(saved.status).toBe(200);
    const made = await set({ choice: 'limited' });
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ number: 1, text: limited })]);
    first = made.body as Version;
    await w.admin.put('/clinic-settings', { ...rest, secretsTexts: usualSecretsTexts }, etag(version + 1));
    const { current, offers } = await policyFor(w.therapist);
    expect(current?.text).toBe(limited);
    expect(offers.find(({ choice }) => choice === 'limited')?.text).not.toBe(limited);
  });

  it('is signed by each partner for herself, who is not told whether the other has', async () => {
    const before = await w.tom.get(`/couples/${w.coupleId}/secrets-policy`);
    const signed = await w.maya.post(`/secrets-policies/${first.id}/signatures`);
    expect([signed.status, signed.body]).toEqual([
      201,
      expect.objectContaining({ way: 'portal', clientId: w.maya.clientId }),
    ]);
    const own = await policyFor(w.maya);
    expect(own.current?.signatures.map(({ clientId }) => clientId)).toEqual([w.maya.clientId]);
    expect([own.signedByBoth, own.offers, own.usual]).toEqual([null, [], null]);
    expect((await w.tom.get(`/couples/${w.coupleId}/secrets-policy`)).body).toEqual(before.body);
    expect((await policyFor(w.therapist)).signedByBoth).toBe(false);
  });

  it('is signed once', async () => {
    const again = await w.maya.post(`/secrets-policies/${first.id}/signatures`);
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'already_signed']);
  });

  it('is recorded as signed on paper by the therapist alone, with a day that has come', async () => {
    const at = `/secrets-policies/${first.id}/paper-signatures`;
    const paper = { clientId: w.tom.clientId, signedOn: LAST_YEAR };
    expect((await w.therapist.post(at, { ...paper, signedOn: '2099-01-01' })).status).toBe(400);
    expect((await w.therapist.post(at, { ...paper, clientId: w.dana.clientId })).status).toBe(400);
    expect((await w.therapist2.post(at, paper)).status).toBe(404);
    expect((await w.supervisor.post(at, paper)).status).toBe(404);
    expect((await w.admin.post(at, paper)).status).toBe(403);
    expect((await w.maya.post(at, paper)).status).toBe(403);
    expect((await w.therapist.post(at, paper)).status).toBe(201);
    const { current, signedByBoth } = await policyFor(w.therapist);
    expect(signedByBoth).toBe(true);
    expect(current?.signatures.map(({ way }) => way).sort()).toEqual(['paper', 'portal']);
    // and Tom learns of his own alone
    expect((await policyFor(w.tom)).current?.signatures).toEqual([
      { id: expect.any(String), clientId: w.tom.clientId, way: 'paper', signedOn: LAST_YEAR },
    ]);
  });

  it('begins anew with other words: nobody has signed those, and the earlier version stays with its signatures', async () => {
    expect((await set({ choice: 'limited', text: first.text })).status).toBe(409);
    const made = await set({ choice: 'no_secrets' });
    expect((made.body as Version).number).toBe(2);
    const { current, earlier, signedByBoth } = await policyFor(w.therapist);
    expect([current?.choice, current?.signatures, signedByBoth]).toEqual(['no_secrets', [], false]);
    expect(earlier.map(({ number, signatures }) => [number, signatures.length])).toEqual([[1, 2]]);
    const late = await w.tom.post(`/secrets-policies/${first.id}/signatures`);
    expect([late.status, (late.body as { code: string }).code]).toEqual([409, 'not_current']);
  });

  it('is nobody’s business beside the two and those who treat them', async () => {
    for (const agent of [w.therapist2, w.dana, w.other.therapist, w.other.luis])
      expect((await agent.get(`/couples/${w.coupleId}/secrets-policy`)).status).toBe(404);
    expect((await w.admin.get(`/couples/${w.coupleId}/secrets-policy`)).status).toBe(403);
    expect((await w.maya.post(`/couples/${w.coupleId}/secrets-policies`, { choice: 'full' })).status).toBe(403);
    const { current } = await policyFor(w.therapist);
    expect((await w.dana.post(`/secrets-policies/${current!.id}/signatures`)).status).toBe(404);
  });

  it('cannot be reworded, nor signed for another, beneath the services either', async () => {
    const { rows } = await w.owner.query<{ may: boolean }>(
      `select has_table_privilege('kept_app', t, 'update') or has_any_column_privilege('kept_app', t, 'update') as may
       from unnest(array['secrets_policy', 'policy_signature']) t`,
    );
    expect(rows.map(({ may }) => may)).toEqual([false, false]);
  });

  it('keeps the texts whole: a practice cannot leave one all but empty', async () => {
    const settings = (await w.admin.get('/clinic-settings')).body as Record<string, unknown> & { version: number };
    const { version, usualSecretsTexts } = settings;
    const rest = settingsOf(settings);
    const short = { ...rest, secretsTexts: { ...(usualSecretsTexts as object), full: 'No.' } };
    expect((await w.admin.put('/clinic-settings', short, etag(version))).status).toBe(400);
  });
});
