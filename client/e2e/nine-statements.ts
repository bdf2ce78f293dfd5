// Forms with the codes of a PHQ-9 or a PHQ-2 and words of our own, and answers to them.
import { expect, type Page } from '@playwright/test';

const LOINC = 'http://loinc.org';
const ITEMS = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8'];
const POINTS = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];

const statements = (name: string, panel: string, items: readonly string[]): object => ({
  ...{
    resourceType: 'Questionnaire',
    url: `https://forms.example/Questionnaire/${name}`,
    status: 'active',
    title: name,
  },
  ...{ copyright: 'Words of our own.', code: [{ system: LOINC, code: panel }] },
  item: items.map((code, at) => ({
    ...{ linkId: `/${code}`, type: 'choice', text: `Statement ${at + 1}`, code: [{ system: LOINC, code }] },
    answerOption: POINTS.map((answer, points) => ({
      valueCoding: { system: LOINC, code: answer, display: `Answer worth ${points}` },
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: points }],
    })),
  })),
});

export const nineStatements = (name: string): object => statements(name, '44249-1', ITEMS);
export const twoStatements = (name: string): object => statements(name, '55757-9', ITEMS.slice(0, 2));

/** So many points, none of them on the ninth item, which is the risk item. */
export const answersWorth = (total: number): Record<string, string> =>
  Object.fromEntries(ITEMS.map((key, at) => [key, POINTS[at === 8 ? 0 : Math.min(3, Math.max(0, total - at * 3))]!]));

/** Speaks to the server as whoever is signed in on this page. */
export async function send<T>(
  page: Page,
  method: 'post' | 'get',
  path: string,
  data?: object,
  type = 'application/json',
): Promise<T> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.context().request[method](`/api/v1${path}`, {
    ...(data ? { data: JSON.stringify(data) } : {}),
    headers: { 'X-XSRF-TOKEN': token, 'Content-Type': type },
    // Of a connection that the server closed meanwhile, only the try is lost.
    maxRetries: 2,
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}
