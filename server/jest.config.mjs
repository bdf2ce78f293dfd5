/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  roots: ['<rootDir>/server', '<rootDir>/migrations'],
  modulePathIgnorePatterns: ['<rootDir>/server/dist'],
  testMatch: ['<rootDir>/server/test/**/*.spec.ts'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/server/test/global-setup.mjs',
  globalTeardown: '<rootDir>/server/test/global-teardown.mjs',
  setupFiles: ['reflect-metadata'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  maxWorkers: 2,
  // Against what hangs, not against a slow machine: the longest test takes a minute where two share two cores.
  testTimeout: 300_000,
};
