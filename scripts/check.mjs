// npm run check: everything that can be said about the code without running it, and whether the test runners can be believed.
// Two steps at a time; every step is run even when another one fails.
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { complain, endChildren, NODE, ROOT, run } from './steps.mjs';
import { whenAskedToStop } from './stopping.mjs';

const bin = (name, ...args) => run(path.join(ROOT, 'node_modules', '.bin', name), args);
const script = (name, ...args) => run(NODE, [path.join('scripts', name), ...args]);
const chain = async (...commands) => {
  let result;
  for (const command of commands) {
    result = await command();
    if (result.code !== 0) break;
  }
  return result;
};

// The longest first, so that two lanes end at about the same time.
const STEPS = [
  ['lint, zero warnings', () => bin('eslint', '.', '--max-warnings', '0')],
  [
    'types of the client, its templates and tests',
    () =>
      chain(
        () => bin('ngc', '-p', 'client/tsconfig.spec.json', '--noEmit'),
        () => bin('tsc', '-p', 'client/e2e', '--noEmit'),
      ),
  ],
  [
    'types of the server, its tests and migrations',
    () => bin('tsc', '-p', 'server/tsconfig.json', '--noEmit', '--incremental', 'false'),
  ],
  ['format', () => bin('prettier', '--check', '--log-level', 'warn', '.')],
  ['contract as committed', () => script('contract.mjs', '--check')],
  [
    'boundaries',
    () => bin('depcruise', '--config', '.dependency-cruiser.mjs', 'server/src', 'migrations', 'client/src'),
  ],
  ['no dead code', () => bin('knip', '--no-progress')],
];
/** Edits files that the others would stumble over, so it goes alone. */
const LAST = ['test runners see an edit', () => script('canary.mjs')];

async function check([name, work]) {
  const started = performance.now();
  const { code, output } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds} s`);
  if (code !== 0) console.log(output.trim().replace(/^/gm, '    '));
  return code === 0;
}

const stopped = whenAskedToStop(async () => endChildren());
try {
  await ensureInstalled();
  await ensureBuilt();
  const waiting = [...STEPS];
  const results = [];
  const lane = async () => {
    for (let next; !stopped() && (next = waiting.shift());) results.push(await check(next));
  };
  await Promise.all([lane(), lane()]);
  results.push(await check(LAST));
  const failed = results.filter((good) => !good).length;
  console.log(`${results.length - failed} checks passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  if (!stopped()) {
    endChildren();
    complain(error);
    process.exit(1);
  }
}
