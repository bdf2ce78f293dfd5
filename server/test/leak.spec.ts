import pg from 'pg';
import { DataSource } from 'typeorm';
import { draft, etag, signed } from './acts.js';
import type { Agent } from './agent.js';
import { routesOf, type Contract } from './contract.samples.js';
import { dataFolder, openMailbox, type Mailbox } from './mailbox.js';
import { day as dayThere } from './day.js';
import { goal, planText } from './plan.bodies.js';
import { phq9 } from './forms.js';
import { wordsOfPdf } from './pdf.reader.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { actingAs } from '../src/platform/acting.js';
import { RiskService } from '../src/risk/risk.service.js';
import { WHO_SEES, type Kind, type WhoSees } from '../src/audit/who-sees.rules.js';
import { world, type World } from './world.js';

/**
 * Unique words are planted wherever Maya and her therapist can write, and searched for wherever anybody else can read:
 * every GET of the contract with every known id, the mail, and the bytes of the database itself.
 */
let w: World;
let post: Mailbox;
let contract: Contract;
/** What lies on Maya's side of the couple: words, and ids of rows that her partner has no business to know of. */
const words = new Map<string, string>();
const hiddenIds = new Set<string>();
/** Ids by the first part of the path they are asked for under. */
const knownIds = new Map<string, Set<string>>();
const know = (collection: string, id: string): void => {
  knownIds.set(collection, (knownIds.get(collection) ?? new Set()).add(id));
};
let tomBefore: Map<string, string>;
let tomAfter: Map<string, string>;

const plant = (where: string): string => {
  const word = `quokka${words.size}z${where.replaceAll(/\W/g, '')}`;
  words.set(where, word);
  return word;
};

const made = async (asked: Promise<{ status: number; body: unknown }>): Promise<Record<string, unknown>> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
};

/** Every address of the contract that can be asked for with these ids. */
function addresses(): string[] {
  const filters = ['', `?clientId=${w.maya.clientId}`, `?coupleId=${w.coupleId}`, `?therapistId=${w.therapist.userId}`];
  return routesOf(contract)
    .filter(({ method, path }) => method === 'get' && !path.startsWith('/health'))
    .flatMap(({ path, operation }) => {
      const named = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
      const span = path === '/scale-calendar' ? '&from=2026-01-01&to=2026-03-31' : '';
      const queries = filters
        .filter((query) => query === '' || named.includes(query.slice(1).split('=')[0]!))
        .map((query) => (query === '' ? '' : query + span));
      const ids = [...(knownIds.get(path.split('/')[1]!) ?? []), UNKNOWN];
      const paths = path.includes('{') ? ids.map((id) => path.replaceAll(/\{\w+\}/g, id)) : [path];
      return paths.flatMap((one) => queries.map((query) => one + query));
    });
}

const UNKNOWN = '01900000-0000-7000-8000-00000000dead';
const VOLATILE = /"(?:requestId|idleExpiresAt|expiresAt|seenAt|checkedAt)":"[^"]*"/g;
const PRINTED = /Printed on [^.]*\./g;
const CHANGING = ['date', 'x-request-id', 'set-cookie'];

/** All that somebody can read, by address: status, headers, body. */
async function sweep(agent: Agent): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const waiting = addresses();
  const one = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { status, headers, text, body } = await agent.get(path);
      const isPaper = Buffer.isBuffer(body);
      const kept = Object.entries(headers as Record<string, string>).filter(
        ([name]) => !CHANGING.includes(name) && !(isPaper && name === 'content-length'),
      );
      const told = isPaper ? wordsOfPdf(body).words.replaceAll(PRINTED, '') : text.replaceAll(VOLATILE, '');
      read.set(path, `${status} ${JSON.stringify(kept)} ${told}`);
    }
  };
  await Promise.all([one(), one(), one()]);
  return read;
}

/** Where somebody found what was hidden. */
const found = (read: Map<string, string>, needles: Iterable<string>): string[] =>
  [...read].flatMap(([path, text]) =>
    [...needles]
      .filter((needle) => text.includes(needle) && !path.includes(needle))
      .map((needle) => `${path}: ${needle}`),
  );

const learn = (collection: string, hidden: boolean, value: unknown): void => {
  const { id } = value as { id: string };
  know(collection, id);
  if (hidden) hiddenIds.add(id);
};

interface Field {
  key: string;
  type: string;
  showIf: object | null;
}
interface Sheet {
  id: string;
  key: string;
  sections: { fields: Field[] }[];
}

const isText = ({ type, showIf }: Field): boolean => (type === 'short' || type === 'long') && !showIf;

/** The first question of a worksheet that takes words, and is always asked. */
const fieldOf = (sheet: Sheet): string => sheet.sections.flatMap(({ fields }) => fields).find(isText)!.key;

beforeAll(async () => {
  w = await world({ KEPT_DATA_DIR: dataFolder() });
  post = await openMailbox(w);
  contract = (await w.stranger().get('/api/openapi.json')).body as Contract;
  know('clients', w.maya.clientId);
  know('clients', w.tom.clientId);
  know('couples', w.coupleId);
  know('staff', w.therapist.userId);
  const day = dayThere(0);
  const list = (await made(w.therapist.get('/worksheets')))['items'] as { id: string }[];
  const sheets = await Promise.all(
    list.map(async ({ id }) => (await made(w.therapist.get(`/worksheets/${id}`))) as unknown as Sheet),
  );
  // Early for where they stand, so that the reason for giving it is planted too.
  const sheet = sheets.find((each) => each.key === 'apology')!;
  const key = fieldOf(sheet);
  const instruments = (await made(w.maya.get('/instruments')))['items'] as { id: string; items?: unknown }[];
  for (const person of [w.maya, w.tom])
    await made(
      w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
        clientId: person.clientId,
        result: 'clear',
        screenedAlone: true,
        screenedOn: day,
      }),
    );
  const couple = await made(w.therapist.get(`/couples/${w.coupleId}`));
  for (const [index, stage] of ['understand', 'stabilise'].entries())
    await made(
      w.therapist.patch(
        `/couples/${w.coupleId}`,
        { stage, stageReason: plant(`reason for ${stage}`) },
        etag((couple['version'] as number) + index),
      ),
    );
  // What both know of: a joint session, a sheet for each, a check-in for each.
  learn(
    'sessions',
    false,
    await made(
      w.therapist.post('/sessions', {
        coupleId: w.coupleId,
        startsAt: '2027-02-01T10:00:00Z',
        endsAt: '2027-02-01T11:00:00Z',
      }),
    ),
  );
  const each = (
    await made(
      w.therapist.post('/assignments', {
        ...{ worksheetId: sheet.id, coupleId: w.coupleId, mode: 'each' },
        earlyReason: plant('reason to give it early'),
      }),
    )
  )['items'] as { id: string; clientId: string }[];
  for (const one of each) learn('assignments', one.clientId === w.maya.clientId, one);
  const asked = (
    await made(
      w.therapist.post('/scale-schedules', {
        instrumentId: instruments[0]!.id,
        coupleId: w.coupleId,
        everyDays: 7,
        startsOn: day,
      }),
    )
  )['items'] as { id: string; clientId: string }[];
  for (const one of asked) learn('scale-schedules', one.clientId === w.maya.clientId, one);
  // A scale the clinic brought is there for everyone in it; what somebody answered to it is not.
  const file = JSON.stringify(phq9());
  const scale = await made(w.therapist.post('/instruments/import', file, { 'Content-Type': 'application/fhir+json' }));
  learn('instruments', false, scale);
  const agreed = await bothAgree();
  const questioned = await tomAsks();
  const joint = await jointPlan();
  const policy = await made(w.therapist.post(`/couples/${w.coupleId}/secrets-policies`, { choice: 'no_secrets' }));
  tomBefore = await sweep(w.tom);

  // What is Maya's alone.
  const mayas = each.find(({ clientId }) => clientId === w.maya.clientId)!.id;
  const open = await made(w.maya.get(`/assignments/${mayas}/response`));
  const first = await made(
    w.maya.put(
      `/assignments/${mayas}/response`,
      { answers: { [key]: plant('sent answer') } },
      etag(open['version'] as number),
    ),
  );
  const hints = [{ field: key, rule: 'minimising', quote: plant('hint let to the therapist') }];
  const sent = await made(w.maya.post(`/assignments/${mayas}/submit`, { hints }, etag(first['version'] as number)));
  const submissions = (await made(w.therapist.get(`/assignments/${mayas}/submissions`)))['items'] as object[];
  submissions.forEach((one) => learn('submissions', true, one));
  const back = await made(
    w.therapist.post(
      `/assignments/${mayas}/review`,
      { decision: 'return', comment: plant('review'), fieldComments: { [key]: plant('field comment') } },
      etag(sent['version'] as number),
    ),
  );
  await made(
    w.maya.put(
      `/assignments/${mayas}/response`,
      { answers: { [key]: plant('unsent answer') } },
      etag(back['version'] as number),
    ),
  );
  const points = Object.fromEntries(PHQ_9.items.map((item) => [item.key, 2]));
  const answered = { instrumentId: scale['id'], clientId: w.maya.clientId, answers: points };
  learn('scale-responses', true, await made(w.maya.post('/scale-responses', answered)));
  const rest = w.maya.post(`/clients/${w.maya.clientId}/pauses`, { days: 5, what: 'check_ins' });
  learn('pauses', true, await made(rest));
  const startsOn = dayThere(0);
  const anew = { instrumentId: answered.instrumentId, startsOn, reason: plant('reason to compare anew') };
  learn('baselines', true, await made(w.therapist.post(`/clients/${w.maya.clientId}/baselines`, anew)));
  // Whether she has signed what both may sign is hers, and her therapist's.
  hiddenIds.add((await made(w.maya.post(`/secrets-policies/${policy['id'] as string}/signatures`)))['id'] as string);
  await asksForRecords();
  await ownWorksheet();
  await sharedAndTakenBack();
  const given = (
    await made(
      w.therapist.post('/assignments', {
        worksheetId: sheet.id,
        clientIds: [w.maya.clientId],
        message: plant('message'),
        earlyReason: plant('reason to give one more early'),
      }),
    )
  )['items'] as object[];
  given.forEach((one) => learn('assignments', true, one));
  const alone = await made(
    w.therapist.post('/sessions', {
      coupleId: w.coupleId,
      attendeeIds: [w.maya.clientId],
      startsAt: '2026-01-05T10:00:00Z',
      endsAt: '2026-01-05T11:00:00Z',
    }),
  );
  learn('sessions', true, alone);
  learn(
    'notes',
    true,
    await draft(w.therapist, { sessionId: alone['id'] }, { sections: { data: plant('draft note') } }),
  );
  const about = { clientId: w.maya.clientId };
  const kept = await signed(w.therapist, about, { sections: { data: plant('signed note') } });
  learn('notes', true, kept);
  await made(
    w.therapist.post(`/notes/${kept.id}/addenda`, { text: plant('addendum'), reason: plant('addendum reason') }),
  );
  const wrong = await signed(w.therapist, about, { sections: { data: plant('mistaken note') } });
  learn('notes', true, wrong);
  await made(w.therapist.post(`/notes/${wrong.id}/entered-in-error`, { reason: plant('error reason') }));
  const words = { name: plant('name of a template'), sections: { text: plant('template') } };
  await made(w.therapist.post('/note-texts', { kind: 'template', format: 'free', shared: true, ...words }));
  const own = { kind: 'psychotherapy', format: 'free', sections: { text: plant('psychotherapy note') } };
  learn('notes', true, await draft(w.therapist, about, own));
  learn(
    'notes',
    false,
    await signed(w.therapist, { coupleId: w.coupleId }, { sections: { data: plant('note on the couple') } }),
  );
  await made(
    w.therapist.post(`/couples/${w.coupleId}/safety-checks`, {
      clientId: w.maya.clientId,
      result: 'concern',
      screenedAlone: true,
      screenedOn: day,
    }),
  );
  await ownPlans(joint);
  await unansweredQuestions(questioned);
  await unheardPieces();
  await unsharedCommitments(agreed);
  await hardDay();
  await ownJournal();
  await inDanger();
  learn(
    'betrayals',
    true,
    await made(
      w.therapist.post(`/couples/${w.coupleId}/betrayals`, {
        types: ['online'],
        known: plant('what is known'),
        roles: [w.maya, w.tom].map(({ clientId }) => ({ clientId, role: 'both' })),
      }),
    ),
  );
  await made(
    w.therapist.patch(
      `/couples/${w.coupleId}`,
      { partners: [{ clientId: w.maya.clientId, role: 'injured' }], reason: plant('reason for a role') },
      etag(((await w.therapist.get(`/couples/${w.coupleId}`)).body as { version: number }).version),
    ),
  );
  learn(
    'safety-overrides',
    true,
    await made(
      w.therapist.post(`/couples/${w.coupleId}/safety-overrides`, {
        reason: `${plant('override reason')}, and seen alone`,
        until: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
      }),
    ),
  );
  // Before she names another way to be reached: from then on no mail goes to her.
  await post.settled();
  await post.lettersTo('maya@harbour.example', 1);
  const { version } = await made(w.therapist.get(`/clients/${w.maya.clientId}`));
  await made(
    w.therapist.patch(
      `/clients/${w.maya.clientId}`,
      { pronouns: plant('pronouns'), phone: '555 0177 317', safeContact: { channel: plant('safe contact') } },
      etag(version as number),
    ),
  );
  tomAfter = await sweep(w.tom);
});
afterAll(async () => {
  await w.close();
  await post.close();
});

/** A risk answer of Maya's within the work of two, what her therapist added by hand, and what was done about it. */
async function inDanger(): Promise<void> {
  const facts = { responseId: UNKNOWN, instrument: plant('risk instrument'), items: ['item-9'] };
  const who = { id: w.maya.userId, clinicId: w.clinicId, roles: ['client' as const], clientId: w.maya.clientId };
  const raised = { clientId: w.maya.clientId, coupleId: w.coupleId, facts };
  const id = await actingAs(w.app.get(DataSource), who, () => w.app.get(RiskService, { strict: false }).raise(raised));
  learn('risk-alerts', true, { id });
  const body = { danger: 'soon', note: plant('danger seen') };
  learn('risk-alerts', true, await made(w.therapist.post(`/clients/${w.maya.clientId}/risk-alerts`, body)));
  const screening = {
    ...{ instrument: 'asq', action: 'plan_made', note: plant('screener note') },
    answers: { 'asq-1': 'yes', 'asq-2': 'no', 'asq-3': 'no', 'asq-4': 'no', 'asq-acuity': 'no' },
  };
  const screened = await made(w.therapist.post(`/clients/${w.maya.clientId}/screenings`, screening));
  hiddenIds.add(screened['id'] as string);
  const reason = plant('wrong person');
  await made(w.therapist.post(`/screenings/${screened['id'] as string}/entered-in-error`, { reason }));
  const done = { outcome: 'contacted', note: plant('what was done') };
  await made(w.therapist.post(`/risk-alerts/${id}/acknowledge`, done));
}

/** Maya asks for her records, her own and the joint one: not even that Tom signed for it tells him that she asked. */
async function asksForRecords(): Promise<void> {
  const at = `/clients/${w.maya.clientId}`;
  const [signedOn, expiresOn] = [dayThere(-1), dayThere(30)];
  const sign = (clientId: string, about: object): Promise<Record<string, unknown>> =>
    made(w.therapist.post(`${at}/record-authorisations`, { clientId, signedOn, expiresOn, ...about }));
  const joint = { scope: 'joint', coupleId: w.coupleId };
  const signed = [
    await sign(w.maya.clientId, { scope: 'own' }),
    await sign(w.maya.clientId, joint),
    await sign(w.tom.clientId, joint),
  ];
  signed.forEach((one) => learn('record-authorisations', true, one));
  for (const about of [{ scope: 'own' }, joint])
    learn('record-releases', true, await made(w.therapist.post(`${at}/record-releases`, about)));
}

/** A worksheet that her therapist made for her and keeps to herself: what is asked tells as much as what is answered. */
async function ownWorksheet(): Promise<void> {
  const fields = [
    { type: 'one', label: plant('own question'), options: [{ label: plant('own choice') }, { label: 'No' }] },
    { key: 'hers', type: 'long', label: plant('question to herself'), by: 'therapist' },
  ];
  const body = { title: plant('own title'), sections: [{ title: plant('own part'), fields }] };
  const template = await made(w.therapist.post('/worksheets', body));
  learn('worksheets', true, template);
  await made(w.therapist.post(`/worksheets/${template['id'] as string}/publish`, { confirmed: true }, etag(1)));
  const given = { worksheetId: template['id'], coupleId: w.coupleId, clientIds: [w.maya.clientId] };
  const [one] = (await made(w.therapist.post('/assignments', given)))['items'] as { id: string; worksheetId: string }[];
  learn('assignments', true, one!);
  learn('worksheets', true, { id: one!.worksheetId });
  const part = { answers: { hers: plant('answer to herself') } };
  hiddenIds.add((await made(w.therapist.put(`/assignments/${one!.id}/therapist-part`, part, etag(0))))['id'] as string);
}

/** Answers that Maya let Tom read and took back before he looked, some that wait for his, and a thought of her therapist's. */
async function sharedAndTakenBack(): Promise<void> {
  const list = (await made(w.therapist.get('/worksheets?limit=100')))['items'] as Sheet[];
  const worksheetId = list.find(({ key }) => key === 'boundary-list')!.id;
  const body = { worksheetId, coupleId: w.coupleId, clientIds: [w.maya.clientId] };
  const [one] = (await made(w.therapist.post('/assignments', body)))['items'] as { id: string }[];
  learn('assignments', true, one);
  const at = `/assignments/${one!.id}`;
  const answers = {
    ready: 1,
    'in-the-way': plant('waiting answer'),
    boundaries: [{ rowId: UNKNOWN, limit: plant('withdrawn answer') }],
  };
  await made(w.maya.put(`${at}/response`, { answers, visibility: { 'in-the-way': 'both_done' } }, etag(1)));
  await made(w.maya.post(`${at}/submit`, undefined, etag(2)));
  await made(w.therapist.post(`${at}/review`, { decision: 'accept' }, etag(3)));
  const asked = { fieldKeys: ['ready'], message: plant('share proposal') };
  learn('share-proposals', true, await made(w.therapist.post(`${at}/share-proposals`, asked)));
  const release = await made(w.maya.post(`${at}/releases`, { fieldKeys: ['boundaries', 'in-the-way'] }));
  (release['items'] as object[]).forEach((each) => learn('releases', true, each));
  await made(w.maya.post(`/releases/${release['id'] as string}/withdraw`));
}

const termsOf = (words: string): Promise<Record<string, unknown>> => {
  const untilOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const terms = { who: 'me', way: 'weekly', untilOn, what: words, why: 'To be seen', stepDown: 'Less each month' };
  return made(w.maya.post(`/couples/${w.coupleId}/agreements`, terms));
};

const boundaryOf = (limit: string, more: object = {}): Promise<Record<string, unknown>> =>
  made(
    w.maya.post(`/couples/${w.coupleId}/boundaries`, {
      ...{ area: 'conflict', limit, kind: 'request', negotiable: true, ...more },
    }),
  );

interface Agreed {
  boundary: string;
  /** Put to Tom, and talked about. */
  talk: string;
  promise: string;
  agreement: string;
}

/** What both know of: a boundary in force, a promise of Tom's, an agreement that Maya put to him. */
async function bothAgree(): Promise<Agreed> {
  const it = await boundaryOf('No talk after ten', { why: plant('why it is needed') });
  learn('boundaries', false, it);
  const boundary = it['id'] as string;
  for (const [agent, to] of [
    [w.maya, 'proposed'],
    [w.tom, 'agreed'],
    [w.tom, 'active'],
  ] as const)
    await made(agent.post(`/boundaries/${boundary}/transitions`, { to, reason: agent === w.maya ? plant(to) : null }));
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  const promise = await made(w.tom.post('/promises', { coupleId: w.coupleId, text: 'Home by seven', dueAt }));
  learn('promises', false, promise);
  const talked = await boundaryOf('A walk on Sundays');
  learn('boundaries', false, talked);
  const talk = talked['id'] as string;
  await made(w.maya.post(`/boundaries/${talk}/transitions`, { to: 'proposed' }));
  const agreement = await termsOf('I show the phone bill');
  learn('agreements', false, agreement);
  return { boundary, talk, promise: promise['id'] as string, agreement: agreement['id'] as string };
}

/** What Maya says became of both, a draft of hers, and a proposal that waits for a clinician since she told of a concern. */
async function unsharedCommitments({ boundary, talk, promise, agreement }: Agreed): Promise<void> {
  const occurredOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const event = { kind: 'crossed', occurredOn, note: plant('event note') };
  hiddenIds.add((await made(w.maya.post(`/boundaries/${boundary}/events`, event)))['id'] as string);
  const mark = { mark: 'not_saying', note: plant('promise note') };
  hiddenIds.add((await made(w.maya.post(`/promises/${promise}/marks`, mark)))['id'] as string);
  const own = { area: plant('draft area'), why: plant('draft reason'), ifNotKept: plant('draft answer') };
  learn('boundaries', true, await boundaryOf(plant('draft limit'), own));
  const held = await boundaryOf(plant('held limit'), { why: plant('held reason'), ifNotKept: plant('held answer') });
  learn('boundaries', true, held);
  const at = `/boundaries/${held['id'] as string}`;
  await made(w.maya.post(`${at}/transitions`, { to: 'proposed', reason: plant('held move') }));
  await made(w.maya.post(`${at}/wordings`, { limit: plant('held wording') }));
  await made(w.maya.post(`${at}/comments`, { text: plant('held comment') }));
  await made(w.maya.post(`/boundaries/${talk}/comments`, { text: plant('later comment') }));
  await made(w.maya.post(`/boundaries/${talk}/wordings`, { limit: plant('later wording') }));
  learn('agreements', true, await termsOf(plant('held agreement')));
  const untilOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const others = { who: 'both', what: plant('held terms'), why: plant('held why'), stepDown: plant('held steps') };
  await made(w.maya.post(`/agreements/${agreement}/terms`, { ...others, way: 'told', untilOn }));
  const draft = await made(w.maya.post(`/couples/${w.coupleId}/agreement-drafts`, { agreementId: agreement }));
  learn('agreement-drafts', true, draft);
  const sheet = { what: plant('drafted terms'), why: plant('drafted why'), stepDown: '' };
  await made(w.maya.put(`/agreement-drafts/${draft['id'] as string}`, sheet, etag(1)));
}

/** Maya's plan for hard days, and that there was one: with days off, and words that may speak of danger. */
async function hardDay(): Promise<void> {
  const plan = {
    steps: [plant('plan step')],
    people: [{ name: plant('plan person'), phone: '555 0199' }],
    signs: [plant('plan sign')],
    stopWord: plant('stop word'),
    notToday: plant('not today'),
    safetySteps: [plant('safety step')],
  };
  const at = `/clients/${w.maya.clientId}`;
  await made(w.maya.put(`${at}/setback-plan`, plan, etag(0)));
  const told = { note: `${plant('setback')}, and I do not feel safe`, pauseDays: 3 };
  learn('setbacks', true, await made(w.maya.post(`${at}/setbacks`, told)));
}

/** Tom asks, and is told that his question was passed on, and for when. What Maya makes of it is hers. */
async function tomAsks(): Promise<{ asked: string; sessionId: string }> {
  const { version } = await made(w.therapist.get(`/couples/${w.coupleId}`));
  const partners = [w.maya, w.tom].map(({ clientId }) => ({ clientId, role: 'both' }));
  const reason = plant('reason for the roles of both');
  await made(w.therapist.patch(`/couples/${w.coupleId}`, { partners, reason }, etag(version as number)));
  const question = await made(w.tom.post(`/couples/${w.coupleId}/questions`, { text: 'Did you know?', tag: 'now' }));
  learn('questions', false, question);
  const at = `/questions/${question['id'] as string}`;
  await made(w.therapist.post(`${at}/pass-on`));
  const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const endsAt = new Date(Date.now() + 3 * 86_400_000 + 3_000_000).toISOString();
  const session = await made(w.therapist.post('/sessions', { coupleId: w.coupleId, startsAt, endsAt }));
  learn('sessions', false, session);
  await made(w.therapist.post(`${at}/plan`, { sessionId: session['id'] }));
  const { items } = await made(w.maya.get(`/couples/${w.coupleId}/asked`));
  const [one] = items as { id: string }[];
  learn('asked', true, one);
  return { asked: one!.id, sessionId: session['id'] as string };
}

/** What Maya wrote and kept, offered while she had told of a concern, and took back. */
async function unheardPieces(): Promise<void> {
  for (const where of ['piece kept', 'piece held', 'piece taken back']) {
    const first = plant(`${where}, at first`);
    const piece = await made(w.maya.post(`/couples/${w.coupleId}/listening`, { text: first }));
    learn('listening', true, piece);
    const at = `/listening/${piece['id'] as string}`;
    words.delete(`${where}, at first`);
    await made(w.maya.put(at, { text: plant(where) }, etag(1)));
    if (where !== 'piece kept') await made(w.maya.post(`${at}/offer`));
    if (where === 'piece taken back') await made(w.maya.post(`${at}/withdraw`));
  }
}

const planOf = async (whose: object, text: object): Promise<Record<string, unknown>> => {
  const begun = await made(w.therapist.post('/plans', whose));
  return made(w.therapist.put(`/plans/${begun['id'] as string}`, text, etag(begun['version'] as number)));
};
const putInForce = (plan: Record<string, unknown>): Promise<Record<string, unknown>> =>
  made(w.therapist.post(`/plans/${plan['id'] as string}/start`, {}, etag(plan['version'] as number)));

/** What both read and answer: the plan of their work together. */
async function jointPlan(): Promise<string> {
  const { id } = await putInForce(await planOf({ coupleId: w.coupleId }, planText([goal('Ten minutes each evening')])));
  learn('plans', false, { id });
  await made(w.therapist.post(`/plans/${id as string}/show`));
  return id as string;
}

/** Maya's own plan, which she read and answered; the next one, which nobody showed her; and her word to the joint one. */
async function ownPlans(joint: string): Promise<void> {
  const clientId = w.maya.clientId;
  const mine = planText([goal(plant('goal of her own'))], { endingCriteria: plant('end of her own plan') });
  (mine['problems'] as { words: string }[])[0]!.words = plant('problem of her own');
  const plan = await putInForce(await planOf({ clientId }, mine));
  learn('plans', true, plan);
  await made(w.therapist.post(`/plans/${plan['id'] as string}/show`));
  for (const [id, where] of [
    [plan['id'] as string, 'word to her own plan'],
    [joint, 'word to the joint plan'],
  ] as const) {
    const told = await made(w.maya.post(`/plans/${id}/answer`, { answer: 'disagreed', comment: plant(where) }));
    hiddenIds.add((told['mine'] as { id: string }).id);
  }
  await made(w.therapist.post(`/plans/${plan['id'] as string}/end`, { reason: plant('why a plan ended') }));
  const draft = planText([goal(plant('goal of a draft'))], { reviewWords: plant('how it was seen') });
  learn('plans', true, await planOf({ clientId }, draft));
}

/** What Maya drafts for it, that she says she is ready, and questions of her own that nobody passed on. */
async function unansweredQuestions({ asked, sessionId }: { asked: string; sessionId: string }): Promise<void> {
  const words = { facts: plant('drafted facts'), outline: plant('drafted outline'), full: plant('drafted rest') };
  await made(w.maya.put(`/asked/${asked}`, { ...words, ready: false }, etag(0)));
  await made(w.maya.put(`/asked/${asked}`, { ...words, ready: true }, etag(1)));
  const after = { support: plant('support after'), place: plant('place after'), nextDays: plant('days after') };
  const children = plant('children after');
  hiddenIds.add(
    (await made(w.maya.post(`/couples/${w.coupleId}/readiness`, { sessionId, ready: true, ...after, children })))[
      'id'
    ] as string,
  );
  for (const [where, tag] of [
    ['open question', 'now'],
    ['resting question', 'not_to_know'],
    ['question set aside', 'in_session'],
    ['question taken back', 'not_yet'],
  ] as const) {
    const text = plant(where);
    const question = await made(w.maya.post(`/couples/${w.coupleId}/questions`, { text, tag, detail: 'full' }));
    learn('questions', true, question);
    const at = `/questions/${question['id'] as string}`;
    if (where === 'question set aside')
      await made(w.therapist.post(`${at}/set-aside`, { reason: plant('reason to set it aside') }));
    if (where === 'question taken back') await made(w.maya.post(`${at}/withdraw`));
  }
}

/** What Maya writes of her own accord: where she stands, what she noticed, a win taken back, one that is held, and how care closed. */
async function ownJournal(): Promise<void> {
  const write = async (body: object): Promise<string> => {
    const entry = await made(w.maya.post(`/clients/${w.maya.clientId}/journal`, body));
    learn('journal', true, entry);
    return entry['id'] as string;
  };
  await write({ leaning: { lean: 2, note: plant('leaning') } });
  await write({ leaning: { note: plant('not knowing') } });
  await write({
    crossroads: {
      ...{ path: 'separate', decideOn: '2027-05-01', values: [plant('value')] },
      note: plant('crossroads'),
    },
  });
  await write({
    gutCheck: {
      ...{ noticed: plant('noticed'), thought: plant('thought') },
      ...{ did: plant('did'), later: plant('later') },
    },
  });
  await write({ win: { text: plant('win') } });
  const kept = await write({ win: { text: plant('shared and taken back') } });
  const copy = await made(w.maya.post(`/journal/${kept}/share`));
  learn('shared-wins', true, copy);
  await made(w.maya.post(`/shared-wins/${copy['id'] as string}/withdraw`));
  const held = await write({ win: { text: plant('held win') } });
  learn('shared-wins', true, await made(w.maya.post(`/journal/${held}/share`)));
  for (const at of [`/clients/${w.maya.clientId}`, `/couples/${w.coupleId}`])
    hiddenIds.add(
      (await made(w.therapist.post(`${at}/outcomes`, { outcome: 'still_deciding', note: plant(`outcome ${at[2]!}`) })))[
        'id'
      ] as string,
    );
}

/** What her care team writes for itself: not even Maya, whom it is about, finds it in her portal. */
const FOR_STAFF = [
  ...['question to herself', 'answer to herself', 'psychotherapy note', 'draft note', 'signed note'],
  ...['risk instrument', 'danger seen', 'what was done'],
  ...['what is known', 'reason for a role', 'reason for understand', 'override reason', 'reason to give it early'],
  'reason to compare anew',
  ...['goal of a draft', 'how it was seen', 'why a plan ended'],
];
/** What was planted of each kind of thing that the portal tells of. */
const EVIDENCE: Record<Kind, string[]> = {
  drafts: ['unsent answer'],
  sent: ['sent answer', 'own choice'],
  check_ins: [],
  boundary_drafts: ['draft limit', 'draft reason', 'draft answer'],
  boundaries: ['No talk after ten'],
  what_became: ['event note', 'promise note'],
  questions: ['open question', 'resting question'],
  hard_days: ['plan sign', 'plan step', 'setback'],
  journal: ['noticed', 'thought'],
  small_wins: ['win'],
  crossroads: ['leaning', 'crossroads'],
  own_plan: ['goal of her own', 'problem of her own'],
  their_notes: ['draft note', 'signed note', 'psychotherapy note', 'answer to herself'],
  contact: ['pronouns', 'safe contact'],
};
const CONTACT = ['pronouns', 'safe contact'];

describe('what was written in confidence', () => {
  it('is all found by the two it belongs to, so that the search means something', async () => {
    const own = [...(await sweep(w.therapist)), ...(await sweep(w.maya))];
    const read = own.map(([, text]) => text).join(' ');
    const papers = own.filter(([path, text]) => path.endsWith('/pdf') && text.startsWith('200')).join(' ');
    for (const where of [
      ...['sent answer', 'answer to herself', 'field comment', 'signed note', 'draft note'],
      ...['goal of her own', 'word to her own plan', 'word to the joint plan'],
    ])
      expect([where, papers.includes(words.get(where)!)]).toEqual([where, true]);
    expect(papers).not.toContain(words.get('psychotherapy note'));
    const missed = [...words].filter(([, word]) => !read.includes(word)).map(([where]) => where);
    expect(missed).toEqual([]);
  });

  it('does not reach the partner, by word or by id', () => {
    expect(tomAfter.size).toBeGreaterThan(60);
    expect(found(tomAfter, words.values())).toEqual([]);
    expect(found(tomAfter, hiddenIds)).toEqual([]);
  });

  it('leaves no trace in anything the partner can read: not a count, a version, an order or an error', () => {
    const changed = [...tomBefore].filter(([path, text]) => tomAfter.get(path) !== text);
    expect(changed.map(([path, text]) => [path, text, tomAfter.get(path)])).toEqual([]);
    // and what is new answers like what does not exist
    const plain = (path: string, id: string): string | undefined => tomAfter.get(path)?.replaceAll(id, UNKNOWN);
    let asked = 0;
    for (const [path] of tomAfter)
      for (const id of hiddenIds) {
        if (!path.includes(id)) continue;
        asked++;
        expect([path, plain(path, id)]).toEqual([path, tomAfter.get(path.replace(id, UNKNOWN))]);
      }
    expect(asked).toBeGreaterThan(10);
  });

  it('reaches no other client, no other clinic and no colleague without care', async () => {
    for (const agent of [w.dana, w.therapist2, w.supervisor, w.other.therapist, w.other.admin, w.other.luis]) {
      const read = await sweep(agent);
      expect(found(read, words.values())).toEqual([]);
      expect(found(read, hiddenIds)).toEqual([]);
    }
  });

  it('does not reach Maya where her care team wrote it for itself', async () => {
    const own = FOR_STAFF.map((where) => words.get(where)!);
    expect(own).not.toContain(undefined);
    expect(found(await sweep(w.maya), own)).toEqual([]);
  });

  it('does not reach the front desk, which knows people and how to reach them', async () => {
    const clinical = [...words].filter(([where]) => !CONTACT.includes(where)).map(([, word]) => word);
    expect(found(await sweep(w.admin), clinical)).toEqual([]);
  });

  it('is seen by exactly whom the page “Who can see what” says', async () => {
    const reads = {
      me: await sweep(w.maya),
      therapist: await sweep(w.therapist),
      partner: tomAfter,
      admin: await sweep(w.admin),
    };
    const { items } = (await made(w.maya.get('/who-sees'))) as { items: (WhoSees & { kind: Kind })[] };
    expect(items.map(({ kind }) => kind)).toEqual(Object.keys(EVIDENCE));
    for (const { kind, ...told } of items)
      for (const [who, read] of Object.entries(reads)) {
        const evidence = EVIDENCE[kind].map((where) => words.get(where) ?? where);
        const there = evidence.map((word) => found(read, [word]).length > 0);
        expect([kind, who, ...there]).toEqual([kind, who, ...evidence.map(() => told[who as keyof WhoSees] === 'yes')]);
      }
    // check-ins hold no words: whose scores somebody may ask for
    const scores = `/clients/${w.maya.clientId}/scores`;
    const asked = Object.entries(reads).map(([who, read]) => [who, read.get(scores)?.startsWith('200')]);
    expect(asked).toEqual(Object.keys(reads).map((who) => [who, WHO_SEES.check_ins[who as keyof WhoSees] === 'yes']));
  });

  it('is found by word by the author of the notes alone, and there in the record alone', async () => {
    const search = async (agent: Agent, word: string): Promise<string> => {
      const { status, text } = await agent.post('/notes/search', { words: word });
      return `${status} ${text}`;
    };
    const everybody = [w.maya, w.tom, w.dana, w.therapist2, w.supervisor, w.admin, w.other.therapist, w.other.admin];
    for (const agent of everybody)
      for (const word of words.values()) expect(await search(agent, word)).not.toContain(`"${word}"`);
    const seen: string[] = [];
    for (const [where, word] of words) if ((await search(w.therapist, word)).includes(`"${word}"`)) seen.push(where);
    const record = ['addendum', 'addendum reason', 'draft note', 'mistaken note', 'note on the couple', 'signed note'];
    expect(seen.sort()).toEqual(record);
  });

  it('stands in no mail', async () => {
    await post.settled();
    await post.lettersTo('maya@harbour.example', 1);
    const mail = JSON.stringify(post.all());
    for (const word of [...words.values(), 'Maya', 'Tom', 'Kovac', 'Ellis'])
      expect([word, mail.includes(word)]).toEqual([word, false]);
  });

  it('cannot be read out of the database’s bytes', async () => {
    const admin = new pg.Client({ connectionString: w.database.admin });
    await admin.connect();
    const { rows: tables } = await admin.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    const needles = [...words.values(), 'Maya', 'Kovac', 'harbour.example', 'lakeside.example', '555 0177 317'];
    const open: string[] = [];
    let rowsRead = 0;
    for (const { name } of tables) {
      const { rows } = await admin.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      rowsRead += rows.length;
      for (const { row } of rows) {
        const bytes = [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, 'hex'));
        const text = [
          row,
          ...bytes.map((each) => each.toString('utf8')),
          ...bytes.map((each) => each.toString('latin1')),
        ];
        for (const needle of needles) if (text.some((each) => each.includes(needle))) open.push(`${name}: ${needle}`);
      }
    }
    await admin.end();
    expect(open).toEqual([]);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['pgboss.job', 'door.account', 'outbox', 'idempotency']),
    );
    expect(rowsRead).toBeGreaterThan(100);
  });
});
