// Who may know whom. Read it as the order of knowing: auth → clinics → clients → couples → safety, risk → questionnaires → the middle → the rest.
/** What two people hold each other to: a ground that they share, three kinds that do not know each other, and how they went. */
const KINDS_OF_COMMITMENT = ['boundaries', 'promises', 'agreements'];
const COMMITMENTS = ['commitments', ...KINDS_OF_COMMITMENT, 'consistency'];
const HOMEWORK = ['worksheets', 'assignments', 'releases', 'setbacks'];
const MIDDLE = [
  'sessions',
  'calendar-feed',
  'secrets-policies',
  ...HOMEWORK,
  'scales',
  'screenings',
  ...COMMITMENTS,
  'journal',
  'listening',
];
/** They hang on sessions, and nothing in the middle hangs on them. */
const AFTER_SESSIONS = ['notes', 'plans', 'questions'];
const LAST = [
  'note-texts',
  'brief',
  'dashboard',
  'outcomes',
  'record-releases',
  'transfers',
  'notifications',
  'audit',
  'interchange',
];
const features = (...names) => `^server/src/(${names.join('|')})/`;
const FACES = ['clinic', 'admin', 'portal', 'sign-in'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: '^server/src/(?!platform/)' },
    },
    {
      name: 'auth-knows-platform-only',
      severity: 'error',
      from: { path: features('auth') },
      to: { path: '^server/src/[^/]+/', pathNot: features('auth', 'platform') },
    },
    {
      name: 'clinics-know-upstream-only',
      severity: 'error',
      from: { path: features('clinics') },
      to: { path: features('clients', 'couples', 'safety', 'risk', ...AFTER_SESSIONS, ...MIDDLE, ...LAST) },
    },
    {
      name: 'clients-know-upstream-only',
      severity: 'error',
      from: { path: features('clients') },
      to: { path: features('couples', 'safety', 'risk', ...AFTER_SESSIONS, ...MIDDLE, ...LAST) },
    },
    {
      name: 'couples-know-upstream-only',
      severity: 'error',
      from: { path: features('couples') },
      to: { path: features('safety', 'risk', ...AFTER_SESSIONS, ...MIDDLE, ...LAST) },
    },
    {
      name: 'safety-knows-upstream-only',
      severity: 'error',
      from: { path: features('safety') },
      to: { path: features('risk', ...AFTER_SESSIONS, ...MIDDLE, ...LAST) },
    },
    {
      name: 'risk-knows-upstream-only',
      comment: 'Whatever may raise an alert knows it; it knows none of them.',
      severity: 'error',
      from: { path: features('risk') },
      to: { path: features('safety', ...AFTER_SESSIONS, ...MIDDLE, ...LAST) },
    },
    {
      name: 'the-library-knows-nothing',
      comment: 'What is asked is content: any feature may read it.',
      severity: 'error',
      from: { path: features('library') },
      to: { path: '^server/src/(?!library/)' },
    },
    {
      name: 'facts-of-scales-know-nothing',
      comment: 'What makes a score is content: any feature may read it.',
      severity: 'error',
      from: { path: features('instruments') },
      to: { path: '^server/src/(?!instruments/)' },
    },
    {
      name: 'fhir-knows-facts-only',
      comment: 'What is read of a file is decided by rules alone.',
      severity: 'error',
      from: { path: features('fhir') },
      to: { path: '^server/src/(?!(fhir|instruments)/)' },
    },
    {
      name: 'questionnaires-know-upstream-only',
      severity: 'error',
      from: { path: features('questionnaires') },
      to: { path: features(...AFTER_SESSIONS, ...MIDDLE, ...LAST) },
    },
    {
      name: 'the-middle-does-not-know-itself',
      comment: 'Sessions, homework, scales and commitments speak through events only.',
      severity: 'error',
      from: {
        path: `^server/src/(${MIDDLE.filter((name) => ![...HOMEWORK, ...COMMITMENTS].includes(name)).join('|')})/`,
      },
      to: { path: features(...AFTER_SESSIONS, ...MIDDLE, ...LAST), pathNot: '^server/src/$1/' },
    },
    {
      name: 'homework-knows-homework-only',
      comment:
        'Worksheets are given as assignments, answers of those are released, and a plan for hard days can be taken from one.',
      severity: 'error',
      from: { path: features(...HOMEWORK) },
      to: { path: features(...AFTER_SESSIONS, ...MIDDLE.filter((name) => !HOMEWORK.includes(name)), ...LAST) },
    },
    {
      name: 'commitments-know-commitments-only',
      severity: 'error',
      from: { path: features(...COMMITMENTS) },
      to: { path: features(...AFTER_SESSIONS, ...MIDDLE.filter((name) => !COMMITMENTS.includes(name)), ...LAST) },
    },
    {
      name: 'the-ground-of-commitments-knows-none-of-them',
      severity: 'error',
      from: { path: features('commitments') },
      to: { path: features(...KINDS_OF_COMMITMENT, 'consistency') },
    },
    {
      name: 'boundaries-promises-agreements-do-not-know-each-other',
      comment: 'How they went is told by consistency, which knows them.',
      severity: 'error',
      from: { path: `^server/src/(${KINDS_OF_COMMITMENT.join('|')})/` },
      to: { path: features(...KINDS_OF_COMMITMENT, 'consistency'), pathNot: '^server/src/$1/' },
    },
    {
      name: 'questions-know-sessions-only',
      severity: 'error',
      from: { path: features('questions') },
      to: { path: features('notes', 'plans', ...MIDDLE.filter((name) => name !== 'sessions'), ...LAST) },
    },
    {
      name: 'plans-know-scales-only',
      comment: 'Where a goal stands is read of a score.',
      severity: 'error',
      from: { path: features('plans') },
      to: { path: features('notes', 'questions', ...MIDDLE.filter((name) => name !== 'scales'), ...LAST) },
    },
    {
      name: 'notes-know-what-stands-beside-them',
      comment:
        'Who was there, what homework was read, what the last scores were and what is aimed at stands beside a note.',
      severity: 'error',
      from: { path: features('notes') },
      to: {
        path: features(
          'questions',
          ...MIDDLE.filter((name) => !['sessions', 'assignments', 'scales'].includes(name)),
          ...LAST,
        ),
      },
    },
    {
      name: 'the-last-do-not-know-each-other',
      comment:
        'Save that paper tells what took place as the timeline does, and what was drawn up for whoever asked for records.',
      severity: 'error',
      from: { path: `^server/src/(${LAST.join('|')})/`, pathNot: features('interchange') },
      to: { path: features(...LAST), pathNot: '^server/src/$1/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'No Nest, no TypeORM, no database, not even through something else.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|fastify)/', reachable: true },
    },
    {
      name: 'server-and-client-share-no-code',
      severity: 'error',
      from: { path: '^(server|migrations)/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-and-server-share-no-code',
      comment:
        'Save the rules of the apology coach, of words of danger, of drawing a chart, what a note asks for and which of its words are alike, and whom a caseload puts first: one code, on the device and over HTTP.',
      severity: 'error',
      from: { path: '^client/src/' },
      to: {
        path: '^(server|migrations)/',
        pathNot:
          '^server/src/(coach/[^/]+|setbacks/danger|charts/[^/]+|notes/note-(forms|words)|dashboard/needs)\\.(rules|definition)\\.ts$',
      },
    },
    {
      name: 'the-coach-knows-only-itself',
      comment: 'Its rules run on a phone: nothing may ride along.',
      severity: 'error',
      from: { path: '^server/src/coach/(categories/)?[^/]+\\.rules\\.ts$' },
      to: { pathNot: '^server/src/coach/(categories/)?[^/]+\\.rules\\.ts$' },
    },
    {
      name: 'charts-know-only-themselves',
      comment: 'A chart is drawn in the browser and on paper by the same rules: nothing may ride along.',
      severity: 'error',
      from: { path: features('charts') },
      to: { pathNot: features('charts') },
    },
    {
      name: 'paper-knows-charts-only',
      comment: 'What stands on a paper is handed to it.',
      severity: 'error',
      from: { path: features('paper') },
      to: { path: '^server/src/(?!(paper|charts)/)' },
    },
    {
      name: 'interchange-knows-of-the-last-the-timeline-and-what-was-drawn-up',
      severity: 'error',
      from: { path: features('interchange') },
      to: { path: features(...LAST.filter((name) => !['interchange', 'dashboard', 'record-releases'].includes(name))) },
    },
    {
      name: 'forms-of-notes-know-nothing',
      comment: 'The browser reads them: nothing may ride along.',
      severity: 'error',
      from: { path: '^server/src/notes/note-forms\\.definition\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'kit-knows-nothing-of-the-app',
      severity: 'error',
      from: { path: '^client/src/app/kit/' },
      to: { path: '^client/src/', pathNot: '^client/src/(app/kit|testing)/' },
    },
    {
      name: 'core-knows-no-face',
      severity: 'error',
      from: { path: '^client/src/app/core/' },
      to: { path: `^client/src/app/(${FACES.join('|')})/` },
    },
    {
      name: 'faces-do-not-know-each-other',
      comment: "No clinician's code on a client's phone.",
      severity: 'error',
      from: { path: `^client/src/app/(${FACES.join('|')})/` },
      to: { path: `^client/src/app/(${FACES.join('|')})/`, pathNot: '^client/src/app/$1/' },
    },
    {
      name: 'people-know-no-face',
      comment: 'What the clinic and the front desk both show, of a person or of a scale, stands between the faces.',
      severity: 'error',
      from: { path: '^client/src/app/(people|instruments)/' },
      to: { path: `^client/src/app/(${FACES.join('|')})/` },
    },
    {
      name: 'people-are-for-staff',
      comment: "Forms for staff are not downloaded by a client's phone.",
      severity: 'error',
      from: { path: '^client/src/app/(core|portal|sign-in)/' },
      to: { path: '^client/src/app/(people|instruments)/' },
    },
    {
      name: 'sources-need-no-development-packages',
      severity: 'error',
      from: { path: '^(server/src|client/src)/', pathNot: '\\.spec\\.ts$|^client/src/testing/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.angular)/|server/src/metadata\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
