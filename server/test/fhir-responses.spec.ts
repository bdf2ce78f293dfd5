import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { readUpload } from '../src/fhir/import.rules.js';
import { openResponse, readResponse } from '../src/fhir/response.rules.js';
import { applyMapping } from '../src/fhir/mapping.rules.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { readForm } from '../src/scales/published.rules.js';
import { byCode, type Json, LOINC, phq9, phq9Answers, POINTS } from './forms.js';
import { type World, world } from './world.js';

const FHIR = { 'Content-Type': 'application/fhir+json' };
/** Nine answers as in the US Core example: twelve points, moderate, nothing on the ninth. */
const TWELVE = [2, 2, 2, 2, 1, 1, 2, 0, 0];
const totalOf = (value: Json): Json => ({ linkId: byCode('44261-6'), answer: [value] });
const functional: Json = { linkId: byCode('69722-7'), answer: [{ valueCoding: { system: LOINC, code: 'LA6573-5' } }] };

describe('answers in FHIR', () => {
  const { form } = readUpload(JSON.stringify(phq9()));
  const read = (response: Json) => {
    const opened = openResponse(JSON.stringify(response));
    return opened.value === null ? opened : readResponse(form!, opened.value.items);
  };
  const faults = (response: Json): string[][] => read(response).faults.map(({ path, code }) => [path, code]);

  it('are found by name, and score what the file says they do', () => {
    const { value } = read(phq9Answers(TWELVE, [totalOf({ valueDecimal: 12 }), functional]));
    expect(value).toMatchObject({ total: 12, warnings: [] });
    expect(readForm(form!, PHQ_9, value!.answers)).toMatchObject({ score: { total: 12, band: 'moderate' }, risk: [] });
  });

  it('may have codes without a system, a quantity for the total, and stand in any order', () => {
    const sent = phq9Answers(Array(9).fill(3), [totalOf({ valueQuantity: { value: 27 } })]);
    const bare = (sent['item'] as { answer: { valueCoding?: Json }[] }[]).toReversed().map((item) => ({
      ...item,
      answer: item.answer.map((each) =>
        each.valueCoding ? { valueCoding: { code: each.valueCoding['code'] } } : each,
      ),
    }));
    const { value } = read({ ...sent, item: bare });
    expect(value!.total).toBe(27);
    expect(readForm(form!, PHQ_9, value!.answers).score.total).toBe(27);
  });

  it('with names the form does not have are refused, each by its path, and matched by no order', () => {
    const item = PHQ_9.items.map((_, at) => ({
      linkId: `PHQ.${at + 1}`,
      answer: [{ valueCoding: { code: 'LA6571-9' } }],
    }));
    const found = faults({ ...phq9Answers([]), item });
    expect(found).toHaveLength(9);
    expect(found[0]).toEqual(['$.item[0].linkId', 'unknown_link_id']);
  });

  it('whose codes are words score by the mapping of their form', () => {
    const words = ['Never', 'Some days', 'Most days', 'Every day'];
    const file = phq9({ functional: null, total: null, linkId: (_, at) => `H1/T1/Q${at + 1}` });
    const options = words.map((code) => ({ valueCoding: { system: 'urn:words', code, display: code } }));
    const item = (file['item'] as Json[]).map((each) => ({ ...each, code: undefined, answerOption: options }));
    const taken = readUpload(JSON.stringify({ ...file, code: undefined, item })).form!;
    const mapped = applyMapping(taken, {
      as: 'phq-9',
      items: Object.fromEntries(taken.items.map(({ key }, at) => [key, PHQ_9.items[at]!.key])),
      options: Object.fromEntries(
        taken.items.map(({ key }) => [key, Object.fromEntries(words.map((word, worth) => [word, worth]))]),
      ),
    });
    expect(mapped.faults).toEqual([]);
    const answered = taken.items.map(({ linkId }) => ({
      linkId,
      answer: [{ valueCoding: { system: 'urn:words', code: 'Every day', display: 'Every day' } }],
    }));
    const { value } = readResponse(mapped.form, answered);
    expect(readForm(mapped.form, PHQ_9, value!.answers).score.total).toBe(27);
  });

  it.each<[string, Json, string, string]>([
    ['entered in error', phq9Answers(TWELVE, [], { status: 'entered-in-error' }), '$.status', 'entered_in_error'],
    ['not yet completed', phq9Answers(TWELVE, [], { status: 'in-progress' }), '$.status', 'not_completed'],
    [
      'numbers instead of codes',
      { ...phq9Answers([]), item: [{ linkId: byCode('44250-9'), answer: [{ valueInteger: 2 }] }] },
      '$.item[0].answer[0]',
      'not_a_coding',
    ],
    [
      'a decimal instead of a code',
      { ...phq9Answers([]), item: [{ linkId: byCode('44250-9'), answer: [{ valueDecimal: 2 }] }] },
      '$.item[0].answer[0]',
      'not_a_coding',
    ],
    [
      'a code of another system',
      {
        ...phq9Answers([]),
        item: [{ linkId: byCode('44250-9'), answer: [{ valueCoding: { system: 'urn:x', code: POINTS[2] } }] }],
      },
      '$.item[0].answer[0]',
      'unknown_option',
    ],
    [
      'two answers to one',
      {
        ...phq9Answers([]),
        item: [
          {
            linkId: byCode('44250-9'),
            answer: [{ valueCoding: { code: POINTS[2] } }, { valueCoding: { code: POINTS[1] } }],
          },
        ],
      },
      '$.item[0].answer[1]',
      'answered_twice',
    ],
    [
      'one item twice',
      phq9Answers(TWELVE, [{ linkId: byCode('44250-9'), answer: [{ valueCoding: { code: POINTS[0] } }] }]),
      '$.item[9]',
      'answered_twice',
    ],
    ['nothing answered', phq9Answers([]), '$.item', 'empty'],
    ['another resource', { resourceType: 'Observation' }, '$.resourceType', 'not_r4'],
    [
      'a modifier',
      { ...phq9Answers(TWELVE), modifierExtension: [{ url: 'x' }] },
      '$.modifierExtension',
      'modifier_extension',
    ],
  ])('are refused when %s', (_, sent, path, code) => {
    expect(faults(sent)).toContainEqual([path, code]);
  });

  it('that leave out what has to be answered are taken as they are, and say so', () => {
    const { value } = read(phq9Answers([2, 2, 2, 2, 1, 1, 2, null, 0]));
    expect(value!.warnings).toEqual(["/44253-3 has to be answered in the file's own words, and is not."]);
    expect(readForm(form!, PHQ_9, value!.answers).score).toMatchObject({ complete: false, prorated: true });
  });

  it('to what the other answers leave out are not counted, and say so', () => {
    const file = phq9();
    const item = (file['item'] as Json[]).map((each) =>
      each['linkId'] === byCode('69722-7')
        ? {
            ...each,
            enableWhen: [
              { question: byCode('44250-9'), operator: '=', answerCoding: { system: LOINC, code: POINTS[3] } },
            ],
          }
        : each,
    );
    const conditional = readUpload(JSON.stringify({ ...file, item })).form!;
    const { items } = openResponse(JSON.stringify(phq9Answers(TWELVE, [functional]))).value!;
    const { value } = readResponse(conditional, items);
    expect(value!.warnings).toEqual(['/69722-7 is answered though the other answers leave it out: not counted.']);
    expect(value!.answers['69722-7']).toBeNull();
  });
});

describe('a therapist', () => {
  let w: World;
  let instrumentId: string;
  beforeAll(async () => {
    w = await world();
    instrumentId = (await w.therapist.post('/instruments/import', JSON.stringify(phq9()), FHIR)).body.id as string;
  });
  afterAll(() => w.close());
  const bring = (sent: Json, query = `clientId=${w.dana.clientId}`): Promise<Response> =>
    w.therapist.post(`/scale-responses/import?${query}`, JSON.stringify(sent), FHIR);

  it('brings answers given elsewhere: they count as if they were given here', async () => {
    const first = await bring(phq9Answers([3, 3, 3, 3, 3, 3, 2, 0, 0], [], { authored: '2026-09-01T09:00:00Z' }));
    expect(first).toMatchObject({
      status: 201,
      body: { score: { total: 20 }, change: null, fileTotal: null, warnings: [] },
    });
    expect(first.headers['location']).toBe(`/api/v1/scale-responses/${first.body.id}`);
    const sent = await bring(phq9Answers(TWELVE, [totalOf({ valueDecimal: 12 }), functional]));
    expect(sent.body).toMatchObject({
      ...{ instrumentId, answeredAt: '2026-10-05T20:50:32.718Z', fileTotal: 12, warnings: [], risk: [] },
      score: { total: 12, band: 'moderate', complete: true },
      change: { verdict: 'improved', delta: -8, threshold: 6 },
    });
    const other = await bring(phq9Answers(TWELVE, [totalOf({ valueInteger: 9 })], { status: 'amended' }));
    expect(other.body.warnings).toEqual([
      'The answers were amended: what they were before may have been taken earlier.',
      'The file names a total of 9; PHQ-9 gives 12.',
    ]);
  });

  it('is told why answers cannot be taken', async () => {
    for (const [head, path] of [
      [{ questionnaire: 'Questionnaire/other' }, '$.questionnaire'],
      [{ authored: '2026-10-05' }, '$.authored'],
      [{ authored: '2126-10-05T10:00:00Z' }, '$.authored'],
    ] as const) {
      const sent = await bring(phq9Answers(TWELVE, [], head));
      expect([sent.status, sent.body.errors[0].path]).toEqual([422, path]);
    }
    const named = `clientId=${w.dana.clientId}&instrumentId=${instrumentId}`;
    expect((await bring(phq9Answers(TWELVE, [], { questionnaire: 'Questionnaire/other' }), named)).status).toBe(201);
    expect((await bring(phq9Answers(TWELVE), `clientId=${w.other.luis.clientId}`)).status).toBe(404);
    expect((await bring(phq9Answers(TWELVE), '')).status).toBe(400);
    expect((await w.dana.post(`/scale-responses/import?clientId=${w.dana.clientId}`, '{}', FHIR)).status).toBe(403);
  });

  it('takes answers out as FHIR: the response, each item, the total, the panel and the change', async () => {
    const { id } = (await bring(phq9Answers([1, 1, 1, 1, 1, 1, 1, 1, 1], [functional]))).body as { id: string };
    const answer = await w.therapist.get(`/scale-responses/${id}/fhir`);
    expect(answer.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
    const { resourceType, type, entry } = answer.body as {
      resourceType: string;
      type: string;
      entry: { resource: Json }[];
    };
    expect([resourceType, type]).toEqual(['Bundle', 'collection']);
    const resources = entry.map(({ resource }) => resource);
    const [response] = resources;
    expect(response).toMatchObject({
      ...{
        resourceType: 'QuestionnaireResponse',
        id,
        status: 'completed',
        subject: { reference: `Patient/${w.dana.clientId}` },
      },
      questionnaire: 'https://forms.example/Questionnaire/nine-statements|1',
    });
    expect((response!['item'] as Json[])[0]).toEqual({
      linkId: '/44250-9',
      answer: [{ valueCoding: { system: LOINC, code: 'LA6569-3' } }],
    });
    const byLoinc = (code: string) =>
      resources.find(({ code: own }) => (own as { coding: Json[] } | undefined)?.coding[0]!['code'] === code)!;
    expect(byLoinc('44261-6')).toMatchObject({
      ...{ valueQuantity: { value: 9 }, method: { text: 'PHQ-9, scoring version 1' } },
      interpretation: [{ text: 'mild' }],
      derivedFrom: [{ reference: `QuestionnaireResponse/${id}` }],
    });
    expect(byLoinc('44260-8')).toMatchObject({ valueQuantity: { value: 1 } });
    const members = (byLoinc('44249-1')['hasMember'] as { reference: string }[]).map(({ reference }) => reference);
    expect(members).toHaveLength(11);
    const ids = resources.map((each) => `${each['resourceType'] as string}/${each['id'] as string}`);
    expect(ids).toEqual(expect.arrayContaining(members));
    expect(new Set(ids).size).toBe(ids.length);
    expect(byLoinc('phq-9-change')).toMatchObject({ valueCodeableConcept: { coding: [{ code: 'recovered' }] } });
    // what goes out comes in again as the same score
    const again = await bring(response!);
    expect(again.body.score).toMatchObject({ total: 9 });
  });

  it('takes a tracker out with its label, and nobody else’s answers at all', async () => {
    const { items } = (await w.therapist.get('/instruments')).body as {
      items: { id: string; items: { key: string }[] }[];
    };
    const [tracker] = items;
    const answers = Object.fromEntries(tracker!.items.map(({ key }) => [key, 7]));
    const given = await w.dana.post('/scale-responses', {
      instrumentId: tracker!.id,
      clientId: w.dana.clientId,
      answers,
    });
    const { body } = await w.therapist.get(`/scale-responses/${given.body.id}/fhir`);
    expect(JSON.stringify(body)).toContain('Practice tracker. Not a validated test.');
    for (const agent of [w.therapist2, w.other.therapist, w.supervisor])
      expect((await agent.get(`/scale-responses/${given.body.id}/fhir`)).status).toBe(404);
    expect((await w.dana.get(`/scale-responses/${given.body.id}/fhir`)).status).toBe(403);
  });
});
