import type {
  Bundle,
  CodeableConcept,
  Coding,
  FhirResource,
  Observation,
  Quantity,
  QuestionnaireResponse,
} from 'fhir/r4.js';
import { keyOf, type FormAnswers } from '../fhir/shown.rules.js';
import type { ScoringFacts } from '../instruments/scoring.definition.js';
import type { Score } from '../instruments/scoring.rules.js';
import type { Form, FormItem } from '../fhir/form.definition.js';
import { type Instrument, optionsOf } from '../instruments/tracker.definition.js';
import type { PublishedReading } from './published.rules.js';

/** One set of answers with what they were given to. */
export interface AnsweredForm {
  id: string;
  clientId: string;
  answeredAt: string;
  instrumentId: string;
  version: number;
  form: Form;
  facts: Pick<ScoringFacts, 'code' | 'title' | 'version' | 'panel' | 'note'> & { total: { loinc: string | null } };
  answers: FormAnswers;
  score: Score;
  reading: PublishedReading;
}

const LOINC = 'http://loinc.org';
/** Codes of our own, for what has none in LOINC. */
const OWN = 'urn:kept:scale';
const SURVEY: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
};

/**
 * The answers as FHIR R4: a QuestionnaireResponse, an Observation for each answer and for the total, one for the change, and
 * a panel that holds them. A band is an interpretation only where it was published; no item brings its words along.
 */
export function responseBundle(answered: AnsweredForm): Bundle {
  const { id, form, facts, score, reading } = answered;
  const observe = observation(answered);
  const nameOf = ({ key }: FormItem): string => form.scoring?.items[key] ?? key;
  const items = answeredItems(answered).map(({ item, answer }) =>
    observe(`item-${nameOf(item)}`, codeOf(item.loinc, `${facts.code}-${nameOf(item)}`), itemValue(item, answer)),
  );
  const total =
    score.total === null
      ? []
      : [observe('total', codeOf(facts.total.loinc, `${facts.code}-total`), totalValue(answered, score.total))];
  const subscales = Object.entries(score.subscales).flatMap(([key, value]) =>
    value === null
      ? []
      : [observe(`subscale-${key}`, codeOf(null, `${facts.code}-${key}`), { valueQuantity: points(value) })],
  );
  const change = reading.change === null ? [] : [changeOf(answered, observe, reading.change)];
  const members = [...items, ...total, ...subscales];
  const panel = observe('panel', codeOf(facts.panel, facts.code), {
    hasMember: members.map(({ id: member }) => ({ reference: `Observation/${member}` })),
  });
  const resources: FhirResource[] = [responseOf(answered), panel, ...members, ...change];
  return {
    resourceType: 'Bundle',
    id,
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
}

type Observe = (part: string, code: CodeableConcept, more: Partial<Observation>) => Observation;

function observation({ id, clientId, answeredAt, facts }: AnsweredForm): Observe {
  return (part, code, more) => ({
    resourceType: 'Observation',
    id: `${id}-${part.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-+/, '')}`.slice(0, 64),
    status: 'final',
    category: [SURVEY],
    code,
    subject: { reference: `Patient/${clientId}` },
    effectiveDateTime: answeredAt,
    method: { text: `${facts.title}, scoring version ${facts.version}` },
    derivedFrom: [{ reference: `QuestionnaireResponse/${id}` }],
    ...more,
  });
}

function answeredItems({ form, answers }: AnsweredForm): { item: FormItem; answer: number | string }[] {
  return form.items.flatMap((item) => {
    const answer = answers[item.key] ?? null;
    return answer === null ? [] : [{ item, answer }];
  });
}

function responseOf(answered: AnsweredForm): QuestionnaireResponse {
  const { id, clientId, answeredAt, form, instrumentId, version } = answered;
  const address = form.url ?? `urn:uuid:${instrumentId}`;
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    status: 'completed',
    questionnaire: `${address}|${form.canonicalVersion ?? String(version)}`,
    subject: { reference: `Patient/${clientId}` },
    authored: answeredAt,
    item: answeredItems(answered).map(({ item, answer }) => ({
      linkId: item.linkId,
      answer: [{ valueCoding: codingOf(item, answer) }],
    })),
  };
}

function codingOf(item: FormItem, answer: number | string): Coding {
  const key = keyOf(item, answer);
  const option = item.options.find((each) => each.key === key);
  return { ...(option?.system ? { system: option.system } : {}), code: option?.code ?? key };
}

/** A scored item with its points, another with the code that was chosen. */
const itemValue = (item: FormItem, answer: number | string): Partial<Observation> =>
  typeof answer === 'number'
    ? { valueQuantity: points(answer) }
    : { valueCodeableConcept: { coding: [codingOf(item, answer)] } };

function totalValue({ facts, score }: AnsweredForm, total: number): Partial<Observation> {
  const band =
    score.band === null
      ? []
      : [{ coding: [{ system: `${OWN}:${facts.code}:band`, code: score.band }], text: score.band }];
  const prorated = score.prorated ? [`Prorated: ${score.answered} of ${score.of} items answered.`] : [];
  const note = [...prorated, facts.note].filter(Boolean).map((text) => ({ text }));
  return {
    valueQuantity: points(total),
    ...(band.length > 0 ? { interpretation: band } : {}),
    ...(note.length > 0 ? { note } : {}),
  };
}

/** A verdict is no diagnosis: a code of our own, derived from two totals, with its threshold, source and reliability. */
function changeOf(
  { id, facts }: AnsweredForm,
  observe: Observe,
  { verdict, delta, rule, from }: NonNullable<PublishedReading['change']>,
): Observation {
  const reliability = rule.reliability ? `, ${rule.reliability.kind} ${rule.reliability.value}` : '';
  return observe('change', codeOf(null, `${facts.code}-change`), {
    valueCodeableConcept: { coding: [{ system: `${OWN}:verdict`, code: verdict }] },
    method: {
      text: `Rule ${rule.code}, version ${rule.version}: ${rule.threshold} points (${rule.source}${reliability})`,
    },
    component: [{ code: codeOf(null, 'delta'), valueQuantity: points(delta) }],
    derivedFrom: [from.id, id].map((each) => ({ reference: `Observation/${each}-total` })),
  });
}

const codeOf = (loinc: string | null, own: string): CodeableConcept => ({
  coding: [loinc === null ? { system: OWN, code: own } : { system: LOINC, code: loinc }],
});

const points = (value: number): Quantity => ({
  value,
  unit: 'score',
  system: 'http://unitsofmeasure.org',
  code: '{score}',
});

/** A tracker's answers in the same shape, with its label beside the total. */
export function trackerAnswered(
  tracker: Instrument,
  given: Omit<AnsweredForm, 'form' | 'facts' | 'reading'>,
): AnsweredForm {
  const { code, title, version, label } = tracker;
  const plain = {
    text: '',
    prefix: '',
    section: '',
    help: '',
    type: 'choice',
    loinc: null,
    required: false,
    repeats: false,
  };
  const unbound = { hidden: false, computed: false, min: null, max: null, maxLength: null, shownIf: [] };
  const items = tracker.items.map((item) => ({
    ...{ ...plain, ...unbound, key: item.key, linkId: item.key },
    options: optionsOf(item).map((option) => ({ ...option, system: null, code: option.key })),
  }));
  const empty = {
    url: null,
    canonicalVersion: null,
    language: null,
    copyright: '',
    lead: '',
    frames: [],
    scoring: null,
  };
  return {
    ...given,
    form: { ...empty, title, items },
    facts: { code, title, version, panel: null, note: label, total: { loinc: null } },
    reading: { code, factsVersion: version, change: null, risk: [] },
  };
}
