// npm test [-- server|client|browser …]: installs, builds, runs the tiers one after the other, and adds them up.
// The last line is "N passed, N failed"; the exit code is 0 only when nothing failed and every tier ran something.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { complain, endChildren, NODE, ROOT, run } from './steps.mjs';
import { whenAskedToStop } from './stopping.mjs';

const REPORTS = path.join(ROOT, 'test-results', 'reports');
const report = (tier) => path.join(REPORTS, `${tier}.json`);
const bin = (name) => path.join(ROOT, 'node_modules', '.bin', name);

const TIERS = {
  server: {
    run: () => {
      const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
      const flags = ['-c', 'server/jest.config.mjs', '--json', `--outputFile=${report('server')}`];
      return run(NODE, ['--experimental-vm-modules', '--no-warnings', jest, ...flags], { show: true });
    },
    count: countSuites,
  },
  client: {
    run: () =>
      run(
        bin('ng'),
        ['test', '--watch=false', '--reporters=default', '--reporters=json', `--output-file=${report('client')}`],
        { show: true, cwd: 'client' },
      ),
    count: countSuites,
  },
  browser: {
    run: () =>
      run(bin('playwright'), ['test', '-c', 'client/e2e/playwright.config.ts'], {
        show: true,
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser') },
      }),
    count: ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
      unsteady: stats.flaky,
    }),
  },
};

/** jest and Vitest write the same report. A file that could not even be loaded counts as one failure. */
function countSuites({ numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests + numTodoTests };
}

async function runTier(name) {
  console.log(`\n── ${name} tests`);
  const started = performance.now();
  fs.rmSync(report(name), { force: true });
  const { code } = await TIERS[name].run();
  const seconds = (performance.now() - started) / 1000;
  let counts = { passed: 0, failed: 0, skipped: 0 };
  if (fs.existsSync(report(name))) counts = TIERS[name].count(JSON.parse(fs.readFileSync(report(name), 'utf8')));
  // A runner that fails for another reason, or finds nothing to run, is a failure too.
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return { name, seconds, ...counts };
}

const stopped = whenAskedToStop(async () => endChildren());
try {
  const asked = process.argv.slice(2).filter((name) => name in TIERS);
  await ensureInstalled();
  await ensureBuilt();
  fs.mkdirSync(REPORTS, { recursive: true });
  const results = [];
  for (const name of asked.length ? asked : Object.keys(TIERS)) results.push(await runTier(name));
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log('');
  for (const { name, passed, failed, skipped, unsteady, seconds } of results) {
    const rest = (skipped ? `, ${skipped} skipped` : '') + (unsteady ? `, ${unsteady} only at the second try` : '');
    console.log(`${name.padEnd(8)} ${passed} passed, ${failed} failed${rest}  ${seconds.toFixed(1)} s`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
} catch (error) {
  if (!stopped()) {
    endChildren();
    complain(error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}
