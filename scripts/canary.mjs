// node scripts/canary.mjs: do the test runners see a changed source? Each runs a test that must pass, then the same test
// after its source was edited, which must fail. A runner that keeps old code in a cache would pass both times.
import fs from 'node:fs';
import path from 'node:path';
import { complain, NODE, ROOT, run } from './steps.mjs';
import { Refusal } from './refusal.mjs';

const SOURCE = (word) => `export const song = (): string => '${word}';\n`;
const RUNNERS = [
  {
    name: 'Vitest',
    folder: 'client/src/canary',
    spec: `import { song } from './song';\n\nit('sings', () => expect(song()).toBe('tweet'));\n`,
    run: () =>
      run(path.join(ROOT, 'node_modules/.bin/ng'), ['test', '--watch=false', '--include=src/canary/song.spec.ts'], {
        cwd: 'client',
      }),
  },
  {
    name: 'jest',
    folder: 'server/test/canary',
    spec: `import { expect, it } from '@jest/globals';\nimport { song } from './song.js';\n\nit('sings', () => expect(song()).toBe('tweet'));\n`,
    run: () =>
      run(
        NODE,
        [
          '--experimental-vm-modules',
          '--no-warnings',
          'node_modules/jest/bin/jest.js',
          '-c',
          'server/jest.config.mjs',
          'test/canary/',
        ],
        {
          env: { KEPT_TEST_DATABASE: 'none' },
        },
      ),
  },
];

async function watch({ name, folder, spec, run: test }) {
  const place = path.join(ROOT, folder);
  const clear = () => fs.rmSync(place, { recursive: true, force: true });
  process.once('exit', clear);
  clear();
  fs.mkdirSync(place);
  fs.writeFileSync(path.join(place, 'song.spec.ts'), spec);
  fs.writeFileSync(path.join(place, 'song.ts'), SOURCE('tweet'));
  try {
    const before = await test();
    if (before.code !== 0) throw new Refusal(`${name} fails a test that must pass:\n${before.output.slice(-2000)}`);
    fs.writeFileSync(path.join(place, 'song.ts'), SOURCE('silence'));
    const after = await test();
    if (after.code === 0)
      throw new Refusal(`${name} does not see that a source was edited: its passing means nothing.`);
    if (!after.output.includes('silence'))
      throw new Refusal(`${name} fails, but not because of the edit:\n${after.output.slice(-2000)}`);
  } finally {
    clear();
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
try {
  for (const runner of RUNNERS) await watch(runner);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
