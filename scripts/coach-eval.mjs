// npm run coach:eval -- [sentences.jsonl]: how well the apology coach judges labelled sentences. Default: our own.
import { ensurePart } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { complain, NODE, ROOT } from './steps.mjs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

try {
  await ensureInstalled();
  await ensurePart('server');
  const given = process.argv[2] === undefined ? [] : [path.resolve(process.argv[2])];
  const { status } = spawnSync(NODE, ['server/dist/server/src/cli/coach-eval.js', ...given], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  complain(error);
}
