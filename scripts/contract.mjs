// Writes client/openapi.json and client/src/api/types.gen.ts from the server's DTOs; with --check only compares.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient } from '@hey-api/openapi-ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-contract-'));
const fresh = { document: path.join(folder, 'openapi.json'), types: path.join(folder, 'api', 'types.gen.ts') };
const kept = {
  document: path.join(root, 'client/openapi.json'),
  types: path.join(root, 'client/src/api/types.gen.ts'),
};
try {
  execFileSync(process.execPath, [path.join(root, 'server/dist/server/src/openapi.js'), fresh.document], {
    stdio: 'inherit',
  });
  await createClient({
    input: fresh.document,
    output: { path: path.dirname(fresh.types), entryFile: false },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'error', file: false },
  });
  const stale = Object.keys(kept).filter(
    (name) =>
      !fs.existsSync(kept[name]) || fs.readFileSync(kept[name], 'utf8') !== fs.readFileSync(fresh[name], 'utf8'),
  );
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(
        `${stale.map((name) => path.relative(root, kept[name])).join(', ')} differ from the server: run npm run contract`,
      );
      process.exit(1);
    }
  } else {
    for (const name of stale) {
      fs.mkdirSync(path.dirname(kept[name]), { recursive: true });
      fs.copyFileSync(fresh[name], kept[name]);
    }
    console.log(
      stale.length > 0
        ? `written: ${stale.map((name) => path.relative(root, kept[name])).join(', ')}`
        : 'nothing changed',
    );
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
