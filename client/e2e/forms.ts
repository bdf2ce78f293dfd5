// FHIR files with the codes of a real scale and words of our own, as a therapist would bring them.
import type { Page } from '@playwright/test';

export type Json = Record<string, unknown>;

const LOINC = 'http://loinc.org';
const ITEMS = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8'];
const OPTIONS = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];
const EXTRA = ['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3'];
export const WORDS = ['No boat', 'A small boat', 'A large boat', 'A whole fleet'];

const optionsOf = (codes: readonly string[]): Json[] =>
  codes.map((code, place) => ({ valueCoding: { system: LOINC, code, display: WORDS[place] } }));

/** Nine questions that are counted, and one that is not. */
export function nineBoats(name: string, title = 'Nine boats'): Json {
  return {
    ...{ resourceType: 'Questionnaire', status: 'active', title, version: '2.1' },
    url: `https://forms.example/Questionnaire/${name}`,
    copyright: 'Words of our own, free to use.',
    code: [{ system: LOINC, code: '44249-1' }],
    item: [
      { linkId: 'lead', type: 'display', text: 'In the days behind you, what did you see of this?' },
      ...ITEMS.map((code, place) => ({
        ...{ linkId: `/${code}`, type: 'choice', text: `Boat number ${place + 1}`, code: [{ system: LOINC, code }] },
        answerOption: optionsOf(OPTIONS),
      })),
      {
        ...{ linkId: '/69722-7', type: 'choice', text: 'And all boats together', answerOption: optionsOf(EXTRA) },
        code: [{ system: LOINC, code: '69722-7' }],
      },
      { linkId: 'end', type: 'display', text: 'That was the last boat.' },
    ],
  };
}

/** Answers to `nineBoats` from another system, one of the four options for each question. */
export const boatAnswers = (name: string, place: number, prefix = '/'): Json => ({
  ...{ resourceType: 'QuestionnaireResponse', status: 'completed' },
  questionnaire: `https://forms.example/Questionnaire/${name}`,
  authored: '2026-03-01T09:00:00Z',
  item: ITEMS.map((code) => ({
    linkId: `${prefix}${code}`,
    answer: [{ valueCoding: { system: LOINC, code: OPTIONS[place] } }],
  })),
});

export const TIDES = ['High tide', 'Rising', 'Middle', 'Falling', 'Low', 'Dry'];

/** Five questions without a code, the best answer first. */
export const fiveTides = (name: string, words = 'Tide'): Json => ({
  ...{ resourceType: 'Questionnaire', status: 'active', title: 'Five tides' },
  url: `https://forms.example/Questionnaire/${name}`,
  item: [1, 2, 3, 4, 5].map((place) => ({
    ...{ linkId: `t${place}`, type: 'choice', text: `${words} ${place}` },
    answerOption: TIDES.map((display) => ({
      valueCoding: { system: 'urn:tides', code: display.toLowerCase(), display },
    })),
  })),
});

export const asFile = (name: string, content: Json | string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** Speaks to the server as whoever is signed in on this page. */
export async function send<T>(
  page: Page,
  method: 'post' | 'get',
  path: string,
  data?: object | string,
  type = 'application/json',
): Promise<T> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.context().request[method](`/api/v1${path}`, {
    ...{ data: typeof data === 'string' ? Buffer.from(data) : data, maxRetries: 2 },
    headers: { 'X-XSRF-TOKEN': token, ...(data === undefined ? {} : { 'content-type': type }) },
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A form brought without the page for it; its id. */
export async function bringForm(page: Page, form: Json): Promise<string> {
  const { id } = await send<{ id: string }>(
    page,
    'post',
    '/instruments/import',
    JSON.stringify(form),
    'application/fhir+json',
  );
  return id;
}

/** Answers to `nineBoats` that come to `total`, as a clinician enters them for somebody, so many days ago. */
export async function answerBoats(
  page: Page,
  { instrumentId, clientId, total, daysAgo, open = 0 }: Entered,
): Promise<void> {
  const { items } = await send<{ items: { key: string; options: { key: string }[] }[] }>(
    page,
    'get',
    `/instruments/${instrumentId}`,
  );
  let left = total;
  const answers = items.map(({ key, options }, place) => {
    const points = place < ITEMS.length ? Math.min(3, left) : 0;
    left -= points;
    return [key, place >= ITEMS.length - open ? null : options[points]!.key];
  });
  const answeredAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  await send(page, 'post', '/scale-responses', {
    ...{ instrumentId, clientId, answeredAt, answers: Object.fromEntries(answers) as Json },
  });
}

interface Entered {
  instrumentId: string;
  clientId: string;
  total: number;
  daysAgo: number;
  /** How many of the last questions stay open. */
  open?: number;
}
