import config from './jest.config.mjs';

/** The specs of what decides about a score and what follows from it. No database, no application. */
const SPECS = [
  'baseline',
  'change',
  'instruments',
  'risk',
  'schedule',
  'scoring',
  'screener',
  'score-series',
  'finding',
  'published-scores',
];

export default {
  ...config,
  roots: ['<rootDir>/server'],
  testMatch: SPECS.map((name) => `<rootDir>/server/test/${name}.rules.spec.ts`),
  globalSetup: undefined,
  globalTeardown: undefined,
  setupFiles: [],
  maxWorkers: 1,
};
