import { GAD_7 } from '../src/instruments/gad.facts.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { WHO_5 } from '../src/instruments/wellbeing.facts.js';

/** FHIR files with the structure and the traps of public ones, and words of our own. */
export type Json = Record<string, unknown>;

export const LOINC = 'http://loinc.org';
const FHIR = 'http://hl7.org/fhir/StructureDefinition';
export const ORDINAL = `${FHIR}/ordinalValue`;
export const WEIGHT = `${FHIR}/itemWeight`;
export const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';
export const POINTS = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];
const EXTRA = ['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3'];

/** Where an option says what it is worth. */
export type Worth = 'option' | 'coding' | 'nowhere';

export function option(code: string, points: number, worth: Worth, { system = LOINC, url = ORDINAL } = {}): Json {
  const extension = [{ url, valueDecimal: points }];
  return {
    valueCoding: {
      ...{ code, display: `Answer worth ${points}` },
      ...(system ? { system } : {}),
      ...(worth === 'coding' ? { extension } : {}),
    },
    ...(worth === 'option' ? { extension } : {}),
  };
}

export const optionsFor = (loinc: string, worth: Worth, how?: { system?: string; url?: string }): Json[] =>
  // one item of the GAD-7 has an answer code of its own for 2
  POINTS.map((code, points) => option(loinc === '68509-9' && points === 2 ? 'LA18938-3' : code, points, worth, how));

export const codes = (code: string, system: string | null = LOINC): Json[] => [system ? { system, code } : { code }];

interface Shape {
  worth?: Worth;
  linkId?: (loinc: string, index: number) => string;
  functional?: Worth | null;
  total?: Json | null;
  system?: string | null;
}

export const byCode = (loinc: string): string => `/${loinc}`;

/** A PHQ-9 as a file may have it: the total may stand before the item that is not counted, and that one may bear points. */
export function phq9({
  worth = 'option',
  linkId = byCode,
  functional = 'nowhere',
  total = {},
  system = LOINC,
}: Shape = {}): Json {
  const items = PHQ_9.items.map(({ key }, index) => ({
    ...{ linkId: linkId(key, index), type: 'choice', text: `Statement ${index + 1}`, code: codes(key, system) },
    required: index < 8,
    answerOption: optionsFor(key, worth, { system: system ?? '' }),
  }));
  const sum = { linkId: byCode('44261-6'), type: 'decimal', text: 'Sum', code: codes('44261-6', system), ...total };
  const asked = {
    ...{ linkId: byCode('69722-7'), type: 'choice', text: 'Taken together', code: codes('69722-7', system) },
    answerOption: EXTRA.map((code, points) => option(code, points, functional ?? 'nowhere', { system: system ?? '' })),
  };
  return {
    resourceType: 'Questionnaire',
    url: 'https://forms.example/Questionnaire/nine-statements',
    status: 'active',
    title: 'Nine statements',
    copyright: 'Words of our own.',
    code: codes('44249-1', system),
    item: [...items, ...(total === null ? [] : [sum]), ...(functional === null ? [] : [asked])],
  };
}

export function gad7(worth: Worth = 'nowhere'): Json {
  return {
    resourceType: 'Questionnaire',
    url: 'https://forms.example/Questionnaire/seven-statements',
    status: 'draft',
    title: 'Seven statements',
    code: codes('69737-5'),
    item: [
      ...GAD_7.items.map(({ key }, index) => ({
        ...{ linkId: String(57_541 + index), type: 'choice', text: `Statement ${index + 1}`, code: codes(key) },
        answerOption: optionsFor(key, worth),
      })),
      { linkId: '58628', type: 'decimal', text: 'Sum' },
    ],
  };
}

export const WHO_OPTIONS = ['always', 'mostly', 'often', 'at-times', 'rarely', 'never'];

/** No LOINC, no points, names nobody can read, and the best answer first. */
export function who5(language = 'en', words = 'Statement'): Json {
  return {
    resourceType: 'Questionnaire',
    url: 'https://forms.example/Questionnaire/five-statements',
    status: 'draft',
    language,
    title: 'Five statements',
    item: [
      { linkId: 'frame', type: 'display', text: 'How the last two weeks were' },
      {
        linkId: 'group',
        type: 'group',
        text: 'All in all',
        item: WHO_5.items.map((_, index) => ({
          ...{ linkId: `f641ae63-000${index}`, type: 'choice', text: `${words} ${index + 1}` },
          answerOption: WHO_OPTIONS.map((code) => ({ valueCoding: { system: 'urn:local', code, display: code } })),
        })),
      },
    ],
  };
}

export const whoMapping = (): Json => {
  const keys = WHO_5.items.map((_, index) => `f641ae63-000${index}`);
  const points = Object.fromEntries(WHO_OPTIONS.map((code, index) => [code, 5 - index]));
  return {
    as: 'who-5',
    items: Object.fromEntries(keys.map((key, index) => [key, `who5-${index + 1}`])),
    options: Object.fromEntries(keys.map((key) => [key, points])),
  };
};

/** A form of one item of each kind that is not a scale known here. */
export const plainForm = (item: Json[]): Json => ({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Plain',
  item,
});

/** Answers to `phq9()` by points, in the order of the items of the scale. */
export function phq9Answers(points: readonly (number | null)[], more: Json[] = [], head: Json = {}): Json {
  const item = PHQ_9.items.flatMap(({ key }, index) => {
    const worth = points[index] ?? null;
    const coding = { system: LOINC, code: POINTS[worth ?? 0] };
    return worth === null ? [] : [{ linkId: byCode(key), answer: [{ valueCoding: coding }] }];
  });
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire: 'https://forms.example/Questionnaire/nine-statements',
    authored: '2026-10-05T20:50:32.718Z',
    item: [...item, ...more],
    ...head,
  };
}
