import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Response } from 'supertest';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import type { Agent } from './agent.js';
import { day } from './day.js';
import { gad7, type Json, phq9, plainForm, POINTS, SDC, who5, whoMapping } from './forms.js';
import { mutated, mutations } from './mutations.js';
import { type World, world } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const FHIR = { 'Content-Type': 'application/fhir+json' };
const bring = (who: Agent, file: Json): Promise<Response> =>
  who.post('/instruments/import', JSON.stringify(file), FHIR);
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Answers by points to the items of the PHQ-9, by the keys of their options. */
const byPoints = (points: readonly (number | null)[]): Json =>
  Object.fromEntries(PHQ_9.items.map(({ key }, at) => [key, points[at] == null ? null : POINTS[points[at]]]));

async function brought(file: Json): Promise<string> {
  const { status, body } = await bring(w.therapist, file);
  expect(status).toBe(201);
  return body.id as string;
}

/** A PHQ-9 under an address of its own, so that one test does not meet the answers of another. */
const phq9At = (name: string): Json => ({ ...phq9(), url: `https://forms.example/Questionnaire/${name}` });

const answer = (who: Agent, instrumentId: string, answers: Json, more: Json = {}): Promise<Response> =>
  who.post('/scale-responses', { instrumentId, clientId: w.dana.clientId, answers, ...more });

describe('a therapist who brings a file', () => {
  it('gets a scale that is known by its codes, ready to give', async () => {
    const sent = await bring(w.therapist, phq9());
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      code: 'phq-9',
      version: 1,
      recognisedAs: 'phq-9',
      needsMapping: false,
      warnings: [],
    });
    expect(sent.headers['location']).toBe(`/api/v1/instruments/${sent.body.id}`);
    const { body } = await w.therapist.get(`/instruments/${sent.body.id}`);
    expect(body).toMatchObject({
      ...{ code: 'phq-9', validated: true, origin: 'imported', copyright: 'Words of our own.', needsMapping: false },
      changeRule: { kind: 'RCI', threshold: 6, name: 'reliable', reliability: null },
    });
    expect(body.fileHash).toMatch(/^[0-9a-f]{64}$/);
    expect(body.bands).toHaveLength(5);
    expect(body.items).toHaveLength(10);
    expect(body.items[8]).toMatchObject({ key: '44260-8', linkId: '/44260-8', loinc: '44260-8', scoredAs: '44260-8' });
    expect(body.items[0].options).toEqual(POINTS.map((key, value) => ({ key, value, text: `Answer worth ${value}` })));
  });

  it('brings the same text once, and another text as another version', async () => {
    const file = phq9At('twice');
    const id = await brought(file);
    expect((await bring(w.therapist, file)).body).toMatchObject({ id, version: 1 });
    const changed = await bring(w.therapist, { ...file, title: 'Nine statements, worded anew' });
    expect(changed.body).toMatchObject({ id, version: 2 });
    expect((await w.therapist.get(`/instruments/${id}`)).body).toMatchObject({
      version: 2,
      title: 'Nine statements, worded anew',
    });
    const { rows } = await w.owner.query(
      'select version, instrument_id from instrument_version where instrument_id = $1',
      [id],
    );
    expect(rows).toHaveLength(2);
  });

  it('brings a twin in another language as a scale of its own', async () => {
    const [english, spanish] = [await brought(who5('en')), await brought(who5('es', 'Frase'))];
    expect(spanish).not.toBe(english);
  });

  it('is told every reason of a refusal, with its path', async () => {
    const sent = await bring(
      w.therapist,
      plainForm([
        { linkId: 'a', type: 'guess' },
        { linkId: 'a', type: 'url' },
      ]),
    );
    expect([sent.status, sent.body.code]).toEqual([422, 'not_importable']);
    expect((sent.body.errors as { path: string }[]).map(({ path }) => path)).toEqual([
      '$.item[0].type',
      '$.item[1].linkId',
      '$.item[1].type',
    ]);
    const broken = await w.therapist.post('/instruments/import', '{"resourceType":', FHIR);
    expect([broken.status, broken.body.errors[0].path]).toEqual([422, '$']);
  });

  it('sends FHIR and nothing else, and not more than 2 MB', async () => {
    expect((await w.therapist.post('/instruments/import', phq9())).status).toBe(415);
    expect((await w.therapist.post('/scale-responses', '{}', FHIR)).status).toBe(415);
    const large = await bring(w.therapist, plainForm([{ linkId: 'a', type: 'display', text: 'x'.repeat(2_200_000) }]));
    expect([large.status, large.body.errors[0]]).toMatchObject([422, { path: '$', code: 'too_large' }]);
    expect(
      (await bring(w.therapist, plainForm([{ linkId: 'a', type: 'display', text: 'x'.repeat(3_300_000) }]))).status,
    ).toBe(413);
  });

  it('maps a form without codes, and cannot give it before', async () => {
    const id = await brought({ ...who5(), url: 'https://forms.example/Questionnaire/to-map' });
    const before = (await w.therapist.get(`/instruments/${id}`)).body;
    expect(before).toMatchObject({ recognisedAs: null, needsMapping: true, validated: false, code: 'five-statements' });
    expect(before.items[0].options[0]).toEqual({ key: 'always', text: 'always', value: null });
    const all = (key: string) => Object.fromEntries((before.items as { key: string }[]).map((item) => [item.key, key]));
    expect(await answer(w.therapist, id, all('always'))).toMatchObject({
      status: 409,
      body: { code: 'needs_mapping' },
    });
    const plan = { instrumentId: id, clientId: w.maya.clientId, everyDays: 14, startsOn: '2026-11-01' };
    expect(await w.therapist.post('/scale-schedules', plan)).toMatchObject({
      status: 409,
      body: { code: 'needs_mapping' },
    });

    const wrong = await w.therapist.post(`/instruments/${id}/mapping`, { ...whoMapping(), options: {} });
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'value_missing']);
    const mapped = await w.therapist.post(`/instruments/${id}/mapping`, whoMapping());
    expect(mapped).toMatchObject({ status: 200, body: { id, version: 2, recognisedAs: 'who-5', needsMapping: false } });
    expect((await answer(w.therapist, id, all('always'))).body.score).toMatchObject({ total: 100, complete: true });
    expect((await answer(w.therapist, id, all('never'))).body.score).toMatchObject({ total: 0 });
    const asked = await w.therapist.post('/scale-schedules', plan);
    expect([asked.status, asked.body.items[0].instrumentTitle]).toEqual([201, 'Five statements']);
    const home = await w.maya.get('/home');
    expect(home.body.checkIns).toContainEqual({ instrumentId: id, title: 'Five statements' });
  });

  it('may bring and map at the same time as somebody else: every version has a number of its own', async () => {
    const file = { ...who5(), url: 'https://forms.example/Questionnaire/at-once' };
    const titled = [1, 2, 3].map((edition) => bring(w.therapist, { ...file, title: `Edition ${edition}` }));
    const [first, ...others] = await Promise.all(titled);
    const id = first!.body.id as string;
    for (const { status, body } of others) expect([status, body.id]).toEqual([201, id]);
    const mapped = await Promise.all([1, 2, 3].map(() => w.therapist.post(`/instruments/${id}/mapping`, whoMapping())));
    expect(mapped.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(mapped.map(({ body }) => body.version as number).sort()).toEqual([4, 5, 6]);
  });

  it('is offered what an earlier edition was mapped to, where its items are the same, and bound by none of it', async () => {
    const file = { ...who5(), url: 'https://forms.example/Questionnaire/editions' };
    const id = await brought(file);
    const offered = async () => (await w.therapist.get(`/instruments/${id}/mapping`)).body as Json;
    expect(await offered()).toMatchObject({ from: 'nothing', as: null, items: {}, asked: { length: 5 } });
    const mapping = whoMapping();
    await w.therapist.post(`/instruments/${id}/mapping`, mapping);
    expect(await offered()).toMatchObject({ from: 'current', fromVersion: 2, ...mapping });

    await brought({ ...who5('en', 'Sentence'), url: file.url });
    expect((await w.therapist.get(`/instruments/${id}`)).body).toMatchObject({ version: 3, needsMapping: true });
    expect(await offered()).toMatchObject({ from: 'earlier', fromVersion: 2, version: 3, ...mapping });
    expect((await w.therapist.post(`/instruments/${id}/mapping`, mapping)).body).toMatchObject({ version: 4 });

    const other = who5('en', 'Phrase') as { item: { item?: { answerOption: Json[] }[] }[] };
    other.item[1]!.item![0]!.answerOption.pop();
    await brought({ ...other, url: file.url });
    expect(await offered()).toMatchObject({ from: 'nothing', version: 5 });
    expect((await w.dana.get(`/instruments/${id}/mapping`)).status).toBe(403);
  });

  it('asks on in the earlier version while a new one waits for its mapping: home, plans, calendar and mails agree', async () => {
    const file = { ...who5(), url: 'https://forms.example/Questionnaire/asked-on' };
    const id = await brought(file);
    await w.therapist.post(`/instruments/${id}/mapping`, whoMapping());
    const startsOn = day(0);
    await w.therapist.post('/scale-schedules', {
      instrumentId: id,
      clientId: w.dana.clientId,
      everyDays: 14,
      startsOn,
    });
    const seen = async (who: Agent, query = '') =>
      ((await who.get(`/instruments?limit=100${query}`)).body as { items: Json[] }).items.find(
        (one) => one['id'] === id,
      );
    const { body } = await bring(w.therapist, { ...who5('en', 'Worded anew'), url: file.url, title: 'New statements' });
    expect(body).toMatchObject({ version: 3, needsMapping: true, askedVersion: 2 });

    expect((await w.dana.get('/home')).body.checkIns).toContainEqual({ instrumentId: id, title: 'Five statements' });
    const asked = { version: 2, needsMapping: false, title: 'Five statements', askedVersion: 2 };
    expect(await seen(w.dana)).toMatchObject(asked);
    expect((await w.dana.get(`/instruments/${id}`)).body).toMatchObject(asked);
    expect(await seen(w.therapist, '&asked=true')).toMatchObject(asked);
    expect(await seen(w.therapist)).toMatchObject({ version: 3, needsMapping: true, askedVersion: 2 });
    const { items } = (await w.dana.get('/scale-schedules')).body as { items: Json[] };
    expect(items.find(({ instrumentId }) => instrumentId === id)).toMatchObject({ instrumentTitle: 'Five statements' });
    const all = Object.fromEntries(
      ((await seen(w.dana))!['items'] as { key: string }[]).map(({ key }) => [key, 'always']),
    );
    const sent = await answer(w.dana, id, all);
    expect(sent.body).toMatchObject({ instrumentVersion: 2, score: { total: 100 } });

    await w.therapist.post(`/instruments/${id}/mapping`, whoMapping());
    expect(await seen(w.dana)).toMatchObject({ version: 4, askedVersion: 4, title: 'New statements' });
  });

  it('shows nobody in care a form that nobody can be asked', async () => {
    const id = await brought({ ...who5(), url: 'https://forms.example/Questionnaire/never-mapped' });
    const lists = await Promise.all([
      w.dana.get('/instruments?limit=100'),
      w.therapist.get('/instruments?limit=100&asked=true'),
    ]);
    for (const { body } of lists) expect((body as { items: Json[] }).items.map((one) => one['id'])).not.toContain(id);
    expect((await w.dana.get(`/instruments/${id}`)).status).toBe(404);
    expect((await w.therapist.get(`/instruments/${id}`)).body).toMatchObject({
      needsMapping: true,
      askedVersion: null,
    });
    expect((await w.therapist.get('/instruments?asked=perhaps')).status).toBe(400);
  });

  it('is told how a formula of the file stands to what is scored here, before and after a mapping', async () => {
    const keys = PHQ_9.items.map(({ key }) => `linkId = '/${key}'`);
    const expression = `%resource.item.where(${keys.slice(1).join(' or ')}).answer.value.ordinal().sum()`;
    const total = {
      extension: [{ url: `${SDC}-calculatedExpression`, valueExpression: { language: 'text/fhirpath', expression } }],
    };
    const sent = await bring(w.therapist, { ...phq9({ total }), url: 'https://forms.example/Questionnaire/formula' });
    const [formula] = sent.body.formulas as { path: string; verdict: string; words: string }[];
    expect(formula).toMatchObject({ path: '$.item[9].extension[0]', verdict: 'differs' });
    expect(formula!.words).toContain('Kept scores by the rules of PHQ-9. The two differ: it leaves out /44250-9.');
    const { body } = await w.therapist.get(`/instruments/${sent.body.id}/mapping`);
    expect(body.formulas).toMatchObject([{ verdict: 'differs', adds: { '44255-8': 1, '44260-8': 1 } }]);
  });

  it('finds the facts for a mapping, without a word of any scale', async () => {
    const { body } = await w.therapist.get('/scale-facts');
    const facts = (body as { items: { code: string; items: Json[] }[] }).items.find(
      ({ code }) => code === 'rosenberg',
    )!;
    expect(facts.items).toContainEqual({ key: 'rses-9', loinc: null, min: 0, max: 3, reverse: true, scored: true });
    expect((await w.dana.get('/scale-facts')).status).toBe(403);
  });

  it('finds it in a list of pages, after the built-in ones, and no other clinic does', async () => {
    const found: { id: string; origin: string }[] = [];
    for (let next: string | null = '', pages = 0; next !== null && pages < 20; pages++) {
      const { body }: Response = await w.therapist.get(`/instruments?limit=3${next ? `&cursor=${next}` : ''}`);
      found.push(...(body as { items: typeof found }).items);
      next = body.next as string | null;
    }
    expect(found.slice(0, 4).every(({ origin }) => origin === 'built_in')).toBe(true);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const own = found.filter(({ origin }) => origin === 'imported');
    expect(own.length).toBeGreaterThan(3);
    const theirs = (await w.other.therapist.get('/instruments')).body as { items: { id: string }[] };
    expect(theirs.items).toHaveLength(4);
    expect((await w.other.therapist.get(`/instruments/${own[0]!.id}`)).status).toBe(404);
    expect((await w.other.therapist.post(`/instruments/${own[0]!.id}/mapping`, whoMapping())).status).toBe(404);
    const foreign = { instrumentId: own[0]!.id, clientId: w.other.luis.clientId, answers: { a: 1 } };
    expect((await w.other.luis.post('/scale-responses', foreign)).status).toBe(404);
  });

  it('keeps the file sealed and as it was sent', async () => {
    const { rows } = await w.owner.query<{ text: string }>(
      `select encode(original, 'escape') as text from instrument_file`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { text } of rows) expect(text).not.toContain('Questionnaire');
    expect((await w.dana.post('/instruments/import', JSON.stringify(phq9()), FHIR)).status).toBe(403);
  });

  it('may send whatever: it is taken, or refused with a path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string({ minLength: 1 }),
          fc.json().map((json) => `{"resourceType":"Questionnaire","item":${json}}`),
        ),
        async (text) => {
          const { status, body } = await w.therapist.post('/instruments/import', text, FHIR);
          expect([201, 400, 422]).toContain(status);
          if (status === 422) for (const { path } of body.errors as { path: string }[]) expect(path).toMatch(/^\$/);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('may send a damaged scale: it is taken whole, waits for a mapping, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutations, { minLength: 1, maxLength: 3 }), async (steps) => {
        const file = steps.reduce((now, step) => mutated(now, step), { ...phq9(), url: undefined } as Json);
        const { status, body } = await bring(w.therapist, file);
        expect([201, 422]).toContain(status);
        if (status === 422) return;
        const { totalNeeds, needsMapping } = (await w.therapist.get(`/instruments/${body.id}`)).body as Json;
        if (!needsMapping) expect(totalNeeds).toMatchObject({ counted: { length: 9 }, always: ['44260-8'] });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('answers to a published scale', () => {
  it('score, with band, and tell the care team what has to be looked at', async () => {
    const id = await brought(phq9At('risk'));
    const first = await answer(w.therapist, id, byPoints([2, 2, 2, 2, 1, 1, 2, 0, 0]));
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      score: { total: 12, band: 'moderate', complete: true, of: 9 },
      change: null,
      risk: [],
    });
    const second = await answer(w.therapist, id, byPoints([1, 1, 1, 1, 1, 1, 1, 1, 1]));
    expect(second.body).toMatchObject({ score: { total: 9, band: 'mild' }, risk: ['item-9'] });
  });

  it('take points as well as options, pass over what is open, and prorate', async () => {
    const id = await brought(phq9At('open'));
    const some = await answer(w.therapist, id, { ...byPoints([3, 3, 3, 3, 3, 3, null, null, 3]), '44250-9': 3 });
    expect(some.body.score).toMatchObject({ total: 27, prorated: true, complete: false, answered: 7 });
    const few = await answer(w.therapist, id, byPoints([3, 3, null, null, null, null, null, null, 1]));
    expect(few.body).toMatchObject({ score: { total: null, band: null, answered: 3 }, change: null, risk: ['item-9'] });
    for (const [wrong, path] of [
      [{ '44250-9': 4 }, 'answers.44250-9'],
      [{ '44250-9': 'LA18938-3' }, 'answers.44250-9'],
      [{ '44261-6': 12 }, 'answers.44261-6'],
    ] as const) {
      const sent = await answer(w.therapist, id, wrong);
      expect([sent.status, sent.body.errors[0].path]).toEqual([400, path]);
    }
  });

  it('are read as change since the first, by the rule that held then', async () => {
    const id = await brought(phq9At('change'));
    const at = (total: number) =>
      byPoints(Array.from({ length: 9 }, (_, place) => Math.min(3, Math.max(0, total - 3 * place))));
    const told = async (total: number, days: number) =>
      (await answer(w.therapist, id, at(total), { answeredAt: daysAgo(days) })).body;
    const first = await told(20, 60);
    expect(first.change).toBeNull();
    expect((await told(15, 50)).change).toMatchObject({ verdict: 'unchanged', delta: -5, threshold: 6 });
    expect((await told(14, 40)).change).toMatchObject({
      verdict: 'improved',
      delta: -6,
      comparedWith: { id: first.id, total: 20 },
    });
    expect((await told(9, 30)).change).toMatchObject({ verdict: 'recovered', delta: -11 });
    expect((await told(26, 20)).change).toMatchObject({ verdict: 'deteriorated', delta: 6 });

    const chosen = await w.admin.post('/change-rules', {
      instrument: 'phq-9',
      rule: 'five-points',
      reason: 'Agreed by the team.',
    });
    expect(chosen).toMatchObject({ status: 201, body: { version: 1, rule: { threshold: 5, name: 'noticeable' } } });
    expect((await told(15, 10)).change).toMatchObject({
      verdict: 'improved',
      threshold: 5,
      rule: { rule: 'five-points' },
    });

    const { body } = await w.therapist.get(`/clients/${w.dana.clientId}/scores?instrumentId=${id}`);
    const [scores] = (body as { instruments: Json[] }).instruments;
    expect(scores).toMatchObject({
      changeRule: { threshold: 5 },
      direction: 'lower_better',
      min: 0,
      max: 27,
      validated: true,
    });
    const points = scores!['points'] as {
      change: { threshold: number; verdict: string } | null;
      score: { total: number };
    }[];
    expect(points.map(({ score, change }) => [score.total, change?.verdict, change?.threshold])).toEqual([
      [15, 'improved', 5],
      [26, 'deteriorated', 6],
      [9, 'recovered', 6],
      [14, 'improved', 6],
      [15, 'unchanged', 6],
      [20, undefined, undefined],
    ]);
    expect(scores!['cutoffs']).toContainEqual(expect.objectContaining({ op: '>=', value: 10, caseness: true }));
    const [line] = scores!['series'] as { weeks: { value: number | null }[]; baseline: Json; finding: string }[];
    // nobody was asked in the weeks between, so nothing was missed
    expect(line!.weeks.every(({ value }) => value !== null)).toBe(true);
    expect(line!.baseline).toMatchObject({ state: 'first', n: 1, mean: 20, limit: 5 });
    expect(line!.finding).toMatch(
      /^15 on .*, moderately severe\. 5 below the first answer, 20 on .*: improved\. 5 points count/,
    );
    const rules = (await w.therapist.get('/change-rules')).body as { items: Json[] };
    expect(rules.items[0]).toMatchObject({
      instrument: 'phq-9',
      version: 1,
      reason: 'Agreed by the team.',
      chosenBy: w.admin.userId,
    });
  });

  it('are given back to whoever answered without bands, verdicts, lines or risks', async () => {
    const id = await brought(phq9At('own'));
    for (const points of [3, 1]) {
      const { body } = await answer(w.dana, id, byPoints(Array(9).fill(points)));
      expect(body).toMatchObject({ score: { total: points * 9, band: null }, change: null, risk: [] });
    }
    const seen = await w.dana.get(`/clients/${w.dana.clientId}/scores?instrumentId=${id}`);
    const [scores] = (seen.body as { instruments: Json[] }).instruments;
    expect(scores).toMatchObject({
      bands: [],
      cutoffs: [],
      changeRule: { kind: 'none', threshold: null },
      direction: 'none',
    });
    expect(JSON.stringify(scores)).not.toMatch(/item-9|severe|recovered|improved|deteriorated|unchanged|reliable|NHS/);
    const [line] = scores!['series'] as Json[];
    expect(line!['finding']).toMatch(/^Your last answer, on .*, comes to 9 of 27\.$/);
    const form = await w.dana.get(`/instruments/${id}`);
    expect(form.body).toMatchObject({ bands: [], cutoffs: [], changeRule: { kind: 'none' } });
    const staff = (await w.therapist.get(`/clients/${w.dana.clientId}/scores?instrumentId=${id}`)).body as {
      instruments: Json[];
    };
    expect(staff.instruments[0]!['points']).toMatchObject([
      { risk: ['item-9'], change: { verdict: 'recovered' } },
      { risk: ['item-9'] },
    ]);
  });

  it('stay bound to the version they were given to, and to the scale it was', async () => {
    const file = { ...who5('en', 'Line'), url: 'https://forms.example/Questionnaire/bound' };
    const id = await brought(file);
    await w.therapist.post(`/instruments/${id}/mapping`, whoMapping());
    const keys = Object.keys(whoMapping()['items'] as Json);
    const first = await answer(w.therapist, id, Object.fromEntries(keys.map((key) => [key, 'often'])));
    expect(first.body).toMatchObject({ instrumentVersion: 2, score: { total: 60 } });
    const turned = whoMapping() as { options: Record<string, Json> };
    for (const key of keys)
      turned.options[key] = Object.fromEntries(
        Object.entries(turned.options[key]!).map(([code, value]) => [code, 5 - Number(value)]),
      );
    expect((await w.therapist.post(`/instruments/${id}/mapping`, turned)).body).toMatchObject({ version: 3 });
    const { body } = await w.therapist.get(`/clients/${w.dana.clientId}/scores?instrumentId=${id}`);
    expect((body as { instruments: { points: Json[] }[] }).instruments[0]!.points).toMatchObject([
      { instrumentVersion: 2, score: { total: 60 } },
    ]);
  });

  it('are answers to the wording that was on screen, though a newer one has come since', async () => {
    const file = phq9At('on-screen');
    const id = await brought(file);
    await brought({ ...file, title: 'Nine statements, worded anew' });
    const seen = await answer(w.dana, id, byPoints(Array(9).fill(1)), { instrumentVersion: 1 });
    expect(seen.body).toMatchObject({ instrumentVersion: 1, score: { total: 9 } });
    expect((await answer(w.dana, id, byPoints(Array(9).fill(1)))).body).toMatchObject({ instrumentVersion: 2 });
    expect((await answer(w.dana, id, byPoints(Array(9).fill(1)), { instrumentVersion: 9 })).status).toBe(404);
    expect((await answer(w.dana, id, byPoints(Array(9).fill(1)), { instrumentVersion: 0 })).status).toBe(400);
  });

  it('say whose hand wrote them, and what a total needs is told before anybody answers', async () => {
    const id = await brought(phq9At('hands'));
    await answer(w.dana, id, byPoints(Array(9).fill(0)), { answeredAt: daysAgo(3) });
    await answer(w.therapist, id, byPoints(Array(9).fill(0)), { answeredAt: daysAgo(2) });
    const { body } = await w.therapist.get(`/clients/${w.dana.clientId}/scores?instrumentId=${id}`);
    const [scores] = (body as { instruments: { points: Json[] }[] }).instruments;
    expect(scores!.points).toMatchObject([{ source: 'in_session' }, { source: 'self' }]);
    const { totalNeeds, items } = (await w.dana.get(`/instruments/${id}`)).body as {
      totalNeeds: { counted: string[] };
      items: Json[];
    };
    expect(items).toHaveLength(10);
    expect(totalNeeds).toMatchObject({ answers: 7, always: ['44260-8'], counted: { length: 9 } });
  });

  it('score the GAD-7 from answer codes alone', async () => {
    const id = await brought(gad7());
    const { items } = (await w.therapist.get(`/instruments/${id}`)).body as {
      items: { key: string; options: { key: string; value: number }[] }[];
    };
    const answers = Object.fromEntries(
      items.map(({ key, options }) => [key, options.find(({ value }) => value === 2)!.key]),
    );
    expect(answers['68509-9']).toBe('LA18938-3');
    expect((await answer(w.therapist, id, answers)).body.score).toMatchObject({
      total: 14,
      band: 'moderate',
      subscales: { 'gad-2': 4 },
    });
  });
});

describe('the rule of change', () => {
  it('is chosen by who may, for a scale that has it', async () => {
    const choice = { instrument: 'gad-7', rule: 'bischoff-2020', reason: 'Closer to the people we see.' };
    expect((await w.therapist.post('/change-rules', choice)).status).toBe(403);
    expect((await w.supervisor.post('/change-rules', choice)).body).toMatchObject({ version: 1 });
    expect((await w.supervisor.post('/change-rules', { ...choice, rule: 'nhs' })).body).toMatchObject({ version: 2 });
    expect((await w.supervisor.post('/change-rules', { ...choice, rule: 'none' })).body.errors[0]).toMatchObject({
      path: 'rule',
    });
    expect((await w.supervisor.post('/change-rules', { ...choice, instrument: 'x' })).status).toBe(400);
    const theirs = (await w.other.therapist.get('/change-rules')).body as { items: { version: number }[] };
    expect(theirs.items.every(({ version }) => version === 0)).toBe(true);
  });
});
