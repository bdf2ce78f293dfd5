// Installs the packages when they are missing or no longer those of package-lock.json. Node's own modules only.
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';
import { must, NODE, ROOT, step, SYSTEM_PATH } from './steps.mjs';

const MODULES = path.join(ROOT, 'node_modules');

const packagesOf = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;

/** npm writes down what it installed as the last thing it does, so an interrupted install counts as none. */
function upToDate() {
  let installed;
  try {
    installed = packagesOf(path.join(MODULES, '.package-lock.json'));
  } catch {
    return false;
  }
  const wanted = packagesOf(path.join(ROOT, 'package-lock.json'));
  return Object.entries(wanted).every(([place, { version, optional, devOptional, link }]) => {
    if (place === '' || !place.includes('node_modules/') || link) return true;
    const there = installed[place];
    return there ? there.version === version : Boolean(optional || devOptional);
  });
}

/** @throws {Refusal} when npm is missing or fails, or left out the optional packages that bring Node and Postgres. */
export async function ensureInstalled() {
  // A checkout that borrows another one's packages must not replace them.
  const borrowed = fs.lstatSync(MODULES, { throwIfNoEntry: false })?.isSymbolicLink();
  if (!borrowed && !upToDate()) {
    await step('Installing packages (about a minute, once)', () =>
      must('npm', ['ci', '--include=optional', '--include=dev'], { env: { PATH: SYSTEM_PATH, NODE_ENV: undefined } }),
    );
  }
  if (!fs.existsSync(NODE)) {
    throw new Refusal(
      `There is no Node 22 in node_modules for ${process.platform}-${process.arch}. Delete node_modules and run npm ci without --omit=optional.`,
    );
  }
}
