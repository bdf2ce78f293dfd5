// Builds the server and the client when what they are made of has changed. Node's own modules only.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { must, ROOT, step } from './steps.mjs';

/** Made by the build of the server itself, and read by its tests. */
const METADATA = path.join('server', 'src', 'metadata.ts');

const SHARED = ['package-lock.json', 'tsconfig.base.json'];
const PARTS = {
  server: {
    what: 'Building the server',
    from: [
      'server/src',
      'server/bench',
      'server/package.json',
      'server/tsconfig.json',
      'server/tsconfig.build.json',
      'migrations',
    ],
  },
  client: {
    what: 'Building the client',
    from: [
      'client/src',
      'client/public',
      'client/angular.json',
      'client/ngsw-config.json',
      'client/package.json',
      'client/tsconfig.json',
      'client/tsconfig.app.json',
      'server/src/coach',
      'server/src/setbacks/danger.rules.ts',
      'scripts/portal-document.mjs',
      'scripts/precompress.mjs',
    ],
  },
};

function filesBelow(place) {
  if (place === METADATA) return [];
  const stat = fs.statSync(path.join(ROOT, place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  return fs
    .readdirSync(path.join(ROOT, place))
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}

/** By content, not by time: a checkout sets every time anew, and a build interrupted half-way leaves no mark. */
function fingerprint(places) {
  const hash = crypto.createHash('sha256');
  for (const file of places.flatMap(filesBelow)) hash.update(file).update(fs.readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

/** @param {'server' | 'client'} name */
export async function ensurePart(name) {
  const { what, from } = PARTS[name];
  const mark = path.join(ROOT, name, 'dist', '.built');
  const now = fingerprint([...SHARED, ...from]);
  const complete = name !== 'server' || fs.existsSync(path.join(ROOT, METADATA));
  if (complete && fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === now) return;
  fs.rmSync(mark, { force: true });
  await step(what, () => must('npm', ['run', '--silent', `build:${name}`]));
  fs.writeFileSync(mark, now);
}

/** The fingerprint of the compiled server, hexadecimal; empty when it was built by hand. */
export function serverBuild() {
  const mark = path.join(ROOT, 'server', 'dist', '.built');
  return fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8') : '';
}

export async function ensureBuilt() {
  await Promise.all([ensurePart('server'), ensurePart('client')]);
}
