// node scripts/portal-document.mjs <folder of the client's build>: writes browser/portal.html, which is index.html and one thing
// more: it asks at once for all that a client's first page is made of. Found out by itself, each would cost a slow phone a round
// trip after the other. Clients alone get such a document: for the other faces nothing is fetched before it is known who is there.
import fs from 'node:fs';
import path from 'node:path';

const FACE = 'src/app/portal/portal.routes.ts';

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
