// node scripts/portal-document.mjs <folder of the client's build>: writes browser/portal.html, which is index.html and one thing
// more: it asks at once for all that a client's first page is made of. Found out by itself, each would cost a slow phone a round
// trip after the other. Clients alone get such a document: for the other faces nothing is fetched before it is known who is there.
// And tells the service worker to keep all that a start without a connection needs, which its configuration cannot name: the
// scripts that others share are called by their content. No clinician's code is among it.
import fs from 'node:fs';
import path from 'node:path';

const FACE = 'src/app/portal/portal.routes.ts';

/** What opens without a connection: the portal's home, the plan for hard moments, a break, and the page that says what is wrong. */
const OFFLINE = [
  'src/main.ts',
  FACE,
  'src/app/portal/plan/plan.ts',
  'src/app/portal/plan/plan-copy.ts',
  'src/app/portal/break/break.ts',
  'src/app/core/problem/trouble.ts',
];

const folder = process.argv[2];
const { outputs } = JSON.parse(fs.readFileSync(path.join(folder, 'browser-stats.json'), 'utf8'));

function scriptOf(entryPoint) {
  const name = Object.keys(outputs).find((one) => one.endsWith('.js') && outputs[one].entryPoint === entryPoint);
  if (!name) throw new Error(`The build has no script that begins with ${entryPoint}.`);
  return name;
}

/** A script and all that it cannot run without, each once. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const { path: next, kind } of outputs[name].imports) {
    if (kind === 'import-statement' && outputs[next]) withImports(next, found);
  }
  return found;
}

const document = fs.readFileSync(path.join(folder, 'browser', 'index.html'), 'utf8');
const ahead = [...withImports(scriptOf(FACE))]
  .filter((name) => !document.includes(`"${name}"`))
  .map((name) => `<link rel="modulepreload" href="${name}">`)
  .join('');
// Behind the scripts that start the app: these come after them.
const [head, tail] = document.split('</body>');
fs.writeFileSync(path.join(folder, 'browser', 'portal.html'), `${head}${ahead}</body>${tail}`);

const worker = path.join(folder, 'browser', 'ngsw.json');
const rules = JSON.parse(fs.readFileSync(worker, 'utf8'));
const [shell, screens] = ['shell', 'screens'].map((name) => rules.assetGroups.find((group) => group.name === name));
const needed = new Set(
  OFFLINE.flatMap((entryPoint) => [...withImports(scriptOf(entryPoint))]).map((name) => `/${name}`),
);
for (const url of needed) if (!rules.hashTable[url]) throw new Error(`The service worker does not know ${url}.`);
shell.urls = [...new Set([...shell.urls, ...needed])].sort();
screens.urls = screens.urls.filter((url) => !needed.has(url));
fs.writeFileSync(worker, JSON.stringify(rules, null, 2));
