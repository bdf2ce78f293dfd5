// npm run bench: builds the server if need be, and measures it (server/bench/bench.ts says what its flags are).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensurePart } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { complain, NODE, ROOT } from './steps.mjs';

try {
  await ensureInstalled();
  await ensurePart('server');
  const program = path.join('server', 'dist', 'server', 'bench', 'bench.js');
  const child = spawn(NODE, [program, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  child.once('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
