import type { Agent } from './agent.js';
import { bodyOf, routesOf, type Contract, type Route } from './contract.samples.js';
import { who5, whoMapping } from './forms.js';
import { goal, planText } from './plan.bodies.js';
import { isAllowed, type Permission, type Role } from '../src/platform/permissions.js';
import { world, type World } from './world.js';

const UNKNOWN = '01900000-0000-7000-8000-00000000dead';

/** One of each kind of thing, by the first part of its path. */
type Things = Record<string, string>;

/** Bodies whose sample from the schema would be refused before anybody looked for the thing. */
const BODIES: Record<string, (world: World) => object> = {
  'POST /instruments/{id}/mapping': () => whoMapping(),
  'POST /clients/{id}/care-team': (w) => ({ staffId: w.therapist2.userId }),
  'POST /clients/{id}/portal-invitation': () => ({ email: 'somebody@mail.example' }),
  'PATCH /clients/{id}': () => ({ phone: '555 0199' }),
  'PATCH /couples/{id}': () => ({ stage: 'repair' }),
  'PATCH /sessions/{id}': () => ({ modality: 'video' }),
  'PATCH /staff/{id}': () => ({ status: 'disabled' }),
  'POST /staff/{id}/supervisions': (w) => ({ supervisorId: w.supervisor.userId, cosign: false }),
  'PUT /notes/{id}': () => ({ sections: { text: 'x' } }),
  'PUT /note-texts/{id}': () => ({ name: 'x', format: 'free', sections: { text: 'x' }, shared: false }),
  'POST /notes/{id}/entered-in-error': () => ({ reason: 'The wrong chart.' }),
  'POST /screenings/{id}/entered-in-error': () => ({ reason: 'The wrong chart.' }),
  'PUT /worksheets/{id}': () => ({ title: 'x', sections: [] }),
  'PUT /assignments/{id}/response': () => ({ answers: {} }),
  'PUT /assignments/{id}/therapist-part': () => ({ answers: {} }),
  'POST /sequences/{id}/change': () => ({ act: 'pause' }),
  'POST /clients/{id}/baselines': () => ({ instrumentId: UNKNOWN, startsOn: '2026-01-05', reason: 'x' }),
  'POST /agreements/{id}/open': () => ({ reason: 'Talked over in the session.' }),
  'POST /agreements/{id}/terms': () => termsOf('x'),
  'POST /couples/{id}/agreements': () => termsOf('x'),
  'PUT /agreement-drafts/{id}': () => ({ what: '', why: 'x', stepDown: '' }),
  'POST /couples/{id}/agreement-drafts': () => ({}),
  'PUT /plans/{id}': () => planText([goal('x')]),
  'POST /plans/{id}/agreed-in-session': (w) => ({ clientId: w.maya.clientId, answeredOn: '2026-01-05' }),
  'POST /releases/{id}/open': () => ({ reason: 'Talked over in the session.' }),
  'PUT /boundaries/{id}/draft': () => ({ area: '', limit: 'x', why: '', ifNotKept: '', negotiable: true }),
  'POST /boundaries/{id}/events': () => ({ kind: 'kept', occurredOn: '2026-01-05' }),
  'POST /couples/{id}/safety-checks': (w) => ({
    clientId: w.maya.clientId,
    result: 'clear',
    screenedAlone: true,
    screenedOn: '2026-01-05',
  }),
  'POST /couples/{id}/betrayals': (w) => betrayalOf(w.maya.clientId, w.tom.clientId),
  'PATCH /betrayals/{id}': (w) => ({ ...betrayalOf(w.maya.clientId, w.tom.clientId), reason: 'A better word.' }),
  'POST /betrayals/{id}/close': () => ({ reason: 'Worked through.' }),
  'POST /couples/{id}/end': () => ({ reason: 'They go on each alone.' }),
  'POST /clients/{id}/journal': () => ({ win: { text: 'x' } }),
  'PATCH /journal/{id}': () => ({ alone: true }),
  'PUT /clients/{id}/setback-plan': () => ({ steps: [], people: [], signs: [], safetySteps: [] }),
  'POST /listening/{id}/open': () => ({ reason: 'Talked over in the session.' }),
  'POST /questions/{id}/set-aside': () => ({ reason: 'Not in these weeks.' }),
  'POST /clients/{id}/record-authorisations': (w) => signatureOf(w.maya.clientId),
  'POST /clients/{id}/record-releases': () => ({ scope: 'own' }),
  'POST /couples/{id}/secrets-policies': () => ({ choice: 'limited' }),
  'POST /secrets-policies/{id}/paper-signatures': (w) => ({ clientId: w.maya.clientId, signedOn: '2026-01-05' }),
  'POST /couples/{id}/safety-overrides': () => ({ reason: 'Both are seen alone each week.', until: inAWeek() }),
};

const betrayalOf = (...people: string[]): object => ({
  types: ['online'],
  roles: people.map((clientId) => ({ clientId, role: 'both' })),
});
const signatureOf = (clientId: string): object => ({
  ...{ clientId, scope: 'own', signedOn: '2026-01-05', expiresOn: inAWeek() },
});
const termsOf = (words: string): object => ({
  ...{ who: 'me', what: words, why: words, way: 'told', stepDown: words, untilOn: inAWeek() },
});
const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

let w: World;
let contract: Contract;
let routes: Route[];
let ours: Things;
let mayas: Things;
let theirs: Things;

const must = async (
  asked: Promise<{ status: number; body: unknown }>,
): Promise<{ id: string; items?: { id: string }[] }> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { id: string; items?: { id: string }[] };
};

async function thingsOf(therapist: Agent, person: Agent, day: string): Promise<Things> {
  const clientId = person.clientId;
  const session = await must(
    therapist.post('/sessions', {
      ...{ clientId, startsAt: `${day}T10:00:00Z`, endsAt: `${day}T10:50:00Z` },
      repeat: { rhythm: 'weekly', every: 1, times: 2 },
    }),
  );
  const note = await must(
    therapist.post('/notes', { clientId, kind: 'progress', format: 'free', sections: { text: 'planted' } }),
  );
  const ownText = await must(
    therapist.post('/note-texts', {
      ...{ kind: 'template', name: 'planted', format: 'free', shared: false, sections: { text: 'planted' } },
    }),
  );
  const worksheets = await must(therapist.get('/worksheets'));
  const instruments = await must(therapist.get('/instruments'));
  const given = await must(
    therapist.post('/assignments', {
      worksheetId: worksheets.items![0]!.id,
      clientIds: [clientId],
      earlyReason: 'It comes early, and is wanted.',
    }),
  );
  const schedule = await must(
    therapist.post('/scale-schedules', {
      instrumentId: instruments.items![0]!.id,
      clientId,
      everyDays: 7,
      startsOn: day,
    }),
  );
  const [tracker] = instruments.items as unknown as [{ id: string; items: { key: string }[] }];
  const answers = { [tracker.items[0]!.key]: 5 };
  const answered = await must(person.post('/scale-responses', { instrumentId: tracker.id, clientId, answers }));
  const sections = [{ title: 'One', fields: [{ type: 'short', label: 'planted' }] }];
  const template = await must(therapist.post('/worksheets', { title: 'Of my own', sections }));
  await must(therapist.post(`/worksheets/${template.id}/publish`, {}, at(1)));
  const alert = await must(therapist.post(`/clients/${clientId}/risk-alerts`, { danger: 'soon', note: 'planted' }));
  const calm = Object.fromEntries([1, 2, 3, 4].map((number) => [`asq-${number}`, 'no']));
  const asked = { instrument: 'asq', answers: calm, action: 'none_needed' };
  const screening = await must(therapist.post(`/clients/${clientId}/screenings`, asked));
  const records = `/clients/${clientId}/record`;
  const lately = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  const yes = { clientId, scope: 'own', signedOn: lately, expiresOn: inAWeek() };
  const authorised = await must(therapist.post(`${records}-authorisations`, yes));
  const drawn = await must(therapist.post(`${records}-releases`, { scope: 'own' }));
  const schedules = await must(therapist.get(`/scale-schedules?clientId=${clientId}`));
  const plan = await must(therapist.post('/plans', { clientId }));
  return {
    clients: clientId,
    sessions: session.id,
    notes: note.id,
    plans: plan.id,
    'note-texts': ownText.id,
    assignments: given.items![0]!.id,
    worksheets: template.id,
    'scale-schedules': schedules.items?.[0]?.id ?? schedule.id,
    'scale-responses': answered.id,
    'risk-alerts': alert.id,
    screenings: screening.id,
    'record-authorisations': authorised.id,
    'record-releases': drawn.id,
    staff: therapist.userId,
    auth: UNKNOWN,
  };
}

const at = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

/** What one partner shared and took back, and what was proposed to her: nothing of it is there for the other. */
async function sharingOf(therapist: Agent, person: Agent, partner: string, coupleId: string): Promise<Things> {
  const worksheets = (await must(therapist.get('/worksheets?limit=100'))).items as { id: string; key: string }[];
  const worksheetId = worksheets.find(({ key }) => key === 'feelings-journal')!.id;
  const given = await must(therapist.post('/assignments', { worksheetId, coupleId, clientIds: [person.clientId] }));
  const { id } = given.items![0]!;
  const entries = [{ rowId: UNKNOWN, note: 'planted', share: true }];
  await must(person.put(`/assignments/${id}/response`, { answers: { entries } }, at(1)));
  await must(person.post(`/assignments/${id}/submit`, undefined, at(2)));
  await must(therapist.post(`/assignments/${id}/review`, { decision: 'accept' }, at(3)));
  const proposal = await must(therapist.post(`/assignments/${id}/share-proposals`, { fieldKeys: ['entries'] }));
  const release = await must(person.post(`/assignments/${id}/releases`, { fieldKeys: ['entries'] }));
  await must(person.post(`/releases/${release.id}/withdraw`));
  // proposed, and waiting for a clinician: nobody was asked about safety here
  const words = { area: 'conflict', limit: 'planted', kind: 'request', negotiable: true };
  const boundary = await must(person.post(`/couples/${coupleId}/boundaries`, words));
  await must(person.post(`/boundaries/${boundary.id}/transitions`, { to: 'proposed' }));
  const agreement = await must(person.post(`/couples/${coupleId}/agreements`, termsOf('planted')));
  const draft = await must(person.post(`/couples/${coupleId}/agreement-drafts`, {}));
  const betrayal = await must(therapist.post(`/couples/${coupleId}/betrayals`, betrayalOf(person.clientId, partner)));
  const override = await must(
    therapist.post(`/couples/${coupleId}/safety-overrides`, {
      reason: 'Each is seen alone as well.',
      until: inAWeek(),
    }),
  );
  const then = [{ worksheetId, afterDays: 0 }];
  await must(therapist.post('/assignments', { worksheetId, coupleId, clientIds: [person.clientId], then }));
  const sequences = await must(therapist.get(`/sequences?coupleId=${coupleId}`));
  const pause = await must(person.post(`/clients/${person.clientId}/pauses`, { days: 2 }));
  const entry = await must(person.post(`/clients/${person.clientId}/journal`, { win: { text: 'planted' } }));
  const win = await must(person.post(`/journal/${entry.id}/share`));
  await must(person.post(`/shared-wins/${win.id}/withdraw`));
  const setback = await must(person.post(`/clients/${person.clientId}/setbacks`, { note: 'planted' }));
  const question = await must(person.post(`/couples/${coupleId}/questions`, { text: 'planted' }));
  const piece = await must(person.post(`/couples/${coupleId}/listening`, { text: 'planted' }));
  return {
    betrayals: betrayal.id,
    couples: coupleId,
    boundaries: boundary.id,
    agreements: agreement.id,
    'agreement-drafts': draft.id,
    releases: release.id,
    'share-proposals': proposal.id,
    'safety-overrides': override.id,
    sequences: sequences.items![0]!.id,
    pauses: pause.id,
    setbacks: setback.id,
    questions: question.id,
    journal: entry.id,
    'shared-wins': win.id,
    listening: piece.id,
  };
}

/** What Maya was asked by Tom: the asker himself knows nothing of the copy, nor of what she writes. */
async function askedOfMaya(): Promise<string> {
  const { version } = (await w.therapist.get(`/couples/${w.coupleId}`)).body as { version: number };
  const partners = [w.maya, w.tom].map(({ clientId }) => ({ clientId, role: 'both' }));
  await must(w.therapist.patch(`/couples/${w.coupleId}`, { partners, reason: 'Both were hurt.' }, at(version)));
  const { id } = await must(w.tom.post(`/couples/${w.coupleId}/questions`, { text: 'planted' }));
  await must(w.therapist.post(`/questions/${id}/pass-on`));
  return (await must(w.maya.get(`/couples/${w.coupleId}/asked`))).items![0]!.id;
}

beforeAll(async () => {
  w = await world();
  contract = (await w.stranger().get('/api/openapi.json')).body as Contract;
  routes = routesOf(contract).filter((route) => !route.path.startsWith('/health'));
  mayas = {
    ...(await thingsOf(w.therapist, w.maya, '2026-12-01')),
    ...(await sharingOf(w.therapist, w.maya, w.tom.clientId, w.coupleId)),
  };
  mayas['asked'] = await askedOfMaya();
  ours = { ...mayas, ...(await thingsOf(w.therapist, w.dana, '2026-12-02')) };
  const second = await must(w.other.therapist.post('/clients', { givenName: 'Else', familyName: 'Brandis' }));
  const couple = await must(
    w.other.therapist.post('/couples', {
      partners: [
        { clientId: w.other.luis.clientId, role: 'both' },
        { clientId: second.id, role: 'injured' },
      ],
    }),
  );
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  theirs = {
    ...(await thingsOf(w.other.therapist, w.other.luis, '2026-12-01')),
    ...(await sharingOf(w.other.therapist, w.other.luis, second.id, couple.id)),
    // both partners of a couple have the policy that they sign
    'secrets-policies': (
      await must(w.other.therapist.post(`/couples/${couple.id}/secrets-policies`, { choice: 'full' }))
    ).id,
    // a clinic's own scales are there for everyone in it
    instruments: (
      await must(
        w.other.therapist.post('/instruments/import', JSON.stringify(who5()), {
          'Content-Type': 'application/fhir+json',
        }),
      )
    ).id,
    promises: (await must(w.other.luis.post('/promises', { coupleId: couple.id, text: 'planted', dueAt: soon }))).id,
  };
});
afterAll(() => w.close());

const withId = (): Route[] => routes.filter((route) => route.path.includes('{') && !route.path.startsWith('/auth/'));

/** Asks for a thing on a route, with a body the schema accepts and a version. */
function ask(agent: Agent, route: Route, id: string): Promise<{ status: number; body: unknown }> {
  const path = route.path.replace('{id}', id).replaceAll(/\{\w+\}/g, UNKNOWN);
  const body = BODIES[route.name]?.(w) ?? bodyOf(contract, route);
  const headers = { 'If-Match': '"1"' };
  return route.method === 'get' || route.method === 'delete'
    ? agent[route.method](path, headers)
    : agent[route.method](path, body, headers);
}

const plain = ({ status, body }: { status: number; body: unknown }): object => ({
  status,
  body: { ...(body as object), requestId: '' },
});

describe('every route', () => {
  it('is open by decision or needs a permission, and declares its answer and its problems', () => {
    for (const { name, operation } of routes) {
      expect([name, Boolean(operation['x-public']) !== Boolean(operation['x-permission'])]).toEqual([name, true]);
      expect([
        name,
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        'default' in operation.responses,
      ]).toEqual([name, true, true]);
    }
  });

  it('stands in this list if it is open to anyone', () => {
    expect(
      routes
        .filter((route) => route.operation['x-public'])
        .map((route) => route.name)
        .sort(),
    ).toEqual([
      'GET /auth/token',
      'GET /calendar/{address}',
      'POST /auth/invitations/accept',
      'POST /auth/invitations/look',
      'POST /auth/invitations/renew',
      'POST /auth/login',
      'POST /auth/logout',
      'POST /auth/password/forgot',
      'POST /auth/password/reset',
    ]);
  });

  it('asks a stranger to sign in', async () => {
    const stranger = w.stranger();
    await stranger.get('/auth/me');
    for (const route of routes.filter((each) => !each.operation['x-public'])) {
      expect([route.name, (await ask(stranger, route, UNKNOWN)).status]).toEqual([route.name, 401]);
    }
  });

  it('refuses whoever lacks its permission, and audits that it did', async () => {
    const agents: [Agent, Role[]][] = [
      [w.therapist, ['therapist']],
      [w.admin, ['admin']],
      [w.dana, ['client']],
    ];
    for (const route of routes.filter((each) => !each.operation['x-public'])) {
      for (const [agent, roles] of agents) {
        if (isAllowed(roles, route.operation['x-permission'] as Permission)) continue;
        const answer = await ask(agent, route, ours[route.path.split('/')[1]!] ?? UNKNOWN);
        expect([route.name, roles, answer.status]).toEqual([route.name, roles, 403]);
      }
    }
    const { rows } = await w.owner
      .query<{ n: string }>(`set role kept_audit`)
      .then(() => w.owner.query(`select count(*) as n from audit_event where act = 'refused 403'`));
    await w.owner.query('reset role');
    expect(Number(rows[0]!.n)).toBeGreaterThan(20);
  });
});

describe('a thing that is not one’s own', () => {
  const askers = (): [string, Agent, Things][] => [
    ['another clinic’s, for a therapist', w.therapist, theirs],
    ['another clinic’s, for an admin', w.admin, theirs],
    ['another clinic’s, for a supervisor', w.supervisor, theirs],
    ['another clinic’s, for a client', w.dana, theirs],
    ['a colleague’s client’s', w.therapist2, ours],
    ['another client’s, for a client', w.other.luis, theirs === ours ? theirs : ours],
    ['another client’s of the same clinic', w.tom, { ...ours, couples: UNKNOWN }],
    ['the partner’s', w.tom, { ...mayas, couples: UNKNOWN }],
  ];

  it('answers like one that does not exist, on every route', async () => {
    const wrong: unknown[] = [];
    let asked = 0;
    for (const [whose, agent, things] of askers()) {
      for (const route of withId()) {
        const kind = route.path.split('/')[1]!;
        const id = things[kind];
        if (!id || (kind === 'staff' && things !== theirs)) continue;
        const [foreign, unknown] = [await ask(agent, route, id), await ask(agent, route, UNKNOWN)];
        asked++;
        const alike = JSON.stringify(plain(foreign)) === JSON.stringify(plain(unknown));
        if (!alike || ![403, 404].includes(foreign.status))
          wrong.push([whose, route.name, plain(foreign), plain(unknown)]);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  });

  it('is reached by the one it belongs to on the same routes, so that the answers above mean something', async () => {
    const reached: string[] = [];
    for (const route of withId().filter((each) => each.method === 'get')) {
      const id = ours[route.path.split('/')[1]!];
      if (
        id &&
        isAllowed(['therapist'], route.operation['x-permission'] as Permission) &&
        !/\{(?!id\})/.test(route.path)
      ) {
        const { status } = await ask(w.therapist, route, id);
        if (status === 200) reached.push(route.name);
      }
    }
    expect(reached).toEqual(
      expect.arrayContaining([
        'GET /clients/{id}',
        'GET /notes/{id}',
        'GET /plans/{id}',
        'GET /plans/{id}/scales',
        'GET /assignments/{id}',
        'GET /agreements/{id}',
        'GET /boundaries/{id}',
        'GET /boundaries/{id}/consistency',
        'GET /couples/{id}',
        'GET /record-releases/{id}',
        'GET /risk-alerts/{id}',
        'GET /sessions/{id}',
        'GET /sessions/{id}/series',
      ]),
    );
  });

  it('appears in no list, whatever it is filtered by', async () => {
    const lists = routes.filter((route) => route.method === 'get' && !route.path.includes('{'));
    const planted: [Agent, Things][] = [
      [w.therapist, theirs],
      [w.tom, mayas],
      [w.tom, ours],
      [w.therapist2, ours],
    ];
    for (const [agent, things] of planted) {
      const hidden = Object.entries(things).flatMap(([kind, id]) =>
        ['staff', 'auth', 'couples'].includes(kind) ? [] : [id],
      );
      for (const route of lists) {
        for (const query of ['', `?clientId=${things['clients']}`]) {
          const text = JSON.stringify((await agent.get(`${route.path}${query}`)).body);
          for (const id of hidden) expect([route.name, query, text.includes(id)]).toEqual([route.name, query, false]);
        }
      }
    }
  });
});
