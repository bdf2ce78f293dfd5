/**
 * Mutation testing of what scores an answer, compares it and finds the risk in it: each mutant is a small fault put into
 * the rules, and their specs have to find it.
 */
export default {
  mutate: ['server/src/instruments/*.rules.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { configFile: 'server/jest.scoring.config.mjs' },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['*', '!server', '!server/**', 'server/dist', '!package.json', '!tsconfig.base.json'],
  tempDirName: '.data/mutants',
  concurrency: 2,
  incremental: true,
  incrementalFile: '.data/mutants-so-far.json',
  timeoutMS: 20_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.data/mutants.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
