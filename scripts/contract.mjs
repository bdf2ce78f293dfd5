// npm run contract: writes the OpenAPI document and the client's types from the server's DTOs.
// npm run contract -- --check: writes nothing and fails when the committed ones are no longer those.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensurePart } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { Refusal } from './refusal.mjs';
import { complain, must, NODE, ROOT } from './steps.mjs';

const DOCUMENT = 'client/openapi.json';
const TYPES = 'client/src/api/types.gen.ts';

/** @returns {Promise<Record<string, string>>} what the files should hold */
async function written(folder) {
  const document = path.join(folder, 'openapi.json');
  await must(NODE, ['server/dist/server/src/openapi.js', document]);
  const flags = [
    '-i',
    document,
    '-o',
    path.join(folder, 'api'),
    '-p',
    '@hey-api/typescript',
    '--silent',
    '--no-log-file',
  ];
  await must(path.join(ROOT, 'node_modules', '.bin', 'openapi-ts'), flags);
  const read = (...parts) => fs.readFileSync(path.join(folder, ...parts), 'utf8');
  return { [DOCUMENT]: read('openapi.json'), [TYPES]: read('api', 'types.gen.ts') };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-contract-'));
try {
  await ensureInstalled();
  await ensurePart('server');
  const contents = await written(folder);
  const there = (file) => fs.existsSync(path.join(ROOT, file)) && fs.readFileSync(path.join(ROOT, file), 'utf8');
  const changed = Object.keys(contents).filter((file) => there(file) !== contents[file]);
  if (process.argv.includes('--check')) {
    if (changed.length > 0)
      throw new Refusal(`${changed.join(' and ')} no longer fit the server: run npm run contract and commit them.`);
  } else {
    for (const file of changed) {
      fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
      fs.writeFileSync(path.join(ROOT, file), contents[file]);
      console.log(`written ${file}`);
    }
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
