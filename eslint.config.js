import eslint from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What only one place may do; the message says which. */
const databaseOnlyThroughPlatform = [
  {
    selector:
      "Decorator[expression.callee.name='InjectRepository'], Decorator[expression.callee.name='InjectDataSource']",
    message:
      'Rows are reached through repo() and sql() of platform/database.ts: they carry the clinic and the transaction.',
  },
  {
    selector:
      "MemberExpression[property.name='createQueryRunner'], MemberExpression[property.name='createQueryBuilder']",
    message:
      'Rows are reached through repo() and sql() of platform/database.ts: they carry the clinic and the transaction.',
  },
];
const noMarkupFromStrings = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|bypassSecurityTrust.*)$/]',
    message: 'Text becomes elements in templates only; nothing here may turn a string into markup.',
  },
];
const noComponentStyles = [
  {
    selector: "Decorator[expression.callee.name='Component'] Property[key.name=/^(styles|styleUrl|styleUrls)$/]",
    message: 'Components have no styles of their own: the content policy allows the global layered stylesheet only.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/dist/**',
    '**/.angular/**',
    '**/coverage/**',
    '**/test-results/**',
    'client/src/api/**',
    'server/src/metadata.ts',
    '.data/**',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: {
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  // Parts of these run inside the page.
  {
    files: ['scripts/screens.mjs', 'scripts/first-paint.mjs'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', PerformanceObserver: 'readonly' } },
  },
  {
    files: ['server/**/*.ts', 'migrations/**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // The body check refuses control characters; a rule against naming them would forbid that.
      'no-control-regex': 'off',
      // A Nest module is a class without a body.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/platform/**', 'server/src/cli/**', 'server/src/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...databaseOnlyThroughPlatform],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'typeorm',
              importNames: ['DataSource', 'EntityManager'],
              message: 'Use repo() and sql() of platform/database.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    // Before anybody is signed in there is no clinic, no request transaction, and so no repo().
    files: ['server/src/auth/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // TypeORM's interface wants promises.
    files: ['migrations/**/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['client/**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked, angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...noComponentStyles],
    },
  },
  {
    files: ['server/test/**/*.ts', 'client/**/*.spec.ts'],
    rules: {
      // Bodies of answers are untyped on purpose: the tests look at what really leaves.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      // The options of a listbox are pointed at by aria-activedescendant; the focus stays in the field.
      '@angular-eslint/template/interactive-supports-focus': ['error', { allowList: ['form', 'li'] }],
      '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: false, allowBindToStyle: true }],
    },
  },
  prettier,
);
