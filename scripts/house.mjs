// The whole house as one thing that can be opened and closed: data folder, database, tables, demo clinics, server and worker.
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder, secretsOf } from './data-folder.mjs';
import { serverBuild } from './build.mjs';
import { embeddedDatabase, givenDatabase } from './database.mjs';
import { Refusal } from './refusal.mjs';
import { must, NODE, OWN_PATH, ROOT, step } from './steps.mjs';

const COMPILED = path.join(ROOT, 'server', 'dist', 'server', 'src');
const CLOSING = 25_000; // milliseconds; the server itself drains for at most 20 s

/** @throws {Refusal} when nothing can listen there. */
export async function ensureFree(port, host) {
  await new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => {
      const why = {
        EADDRINUSE: 'is taken by another program',
        EACCES: 'needs more rights than you have',
        EADDRNOTAVAIL: `is not on this machine`,
      };
      reject(
        new Refusal(
          `Port ${port} on ${host} ${why[error.code] ?? `cannot be used (${error.code})`}. Set PORT to another one, as in: PORT=3001 npm start`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/**
 * Opens the house; whatever was already opened is closed again when a later part fails.
 * @param {{ dataDir: string, port: number, host: string, env: Record<string, string | undefined>, postgresSettings?: string[] }} options
 * @returns {Promise<{ address: string, exited: Promise<string>, close: () => Promise<void> }>}
 *   `exited` resolves with a sentence when the server or Postgres ends without being asked to.
 */
export async function openHouse({ dataDir, port, host, env: given, postgresSettings = [] }) {
  // A line such as SMTP_URL= in .env means that there is none.
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const production = env.NODE_ENV === 'production';
  await ensureFree(port, host);
  openDataFolder(dataDir);
  const secrets = secretsOf(dataDir);
  const database = await step(env.DATABASE_URL ? 'Reaching the database' : 'Starting Postgres', async () =>
    env.DATABASE_URL
      ? {
          urls: await givenDatabase(env, secrets.passwords),
          isPreparedBy: () => false,
          remember: async () => {},
          exited: new Promise(() => {}),
          stop: async () => {},
        }
      : embeddedDatabase({ dataDir, passwords: secrets.passwords, settings: postgresSettings }),
  );
  // A server that listens everywhere is reached here by the loopback address.
  const address = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  const settings = {
    KEPT_ORIGIN: address,
    KEPT_WORKER: 'embedded',
    // In production whoever runs it keeps the keys, away from the data.
    ...(production ? {} : secrets.keys),
    ...env,
    ...database.urls,
    PORT: String(port),
    HOST: host,
    KEPT_DATA_DIR: dataDir,
  };
  try {
    const build = serverBuild();
    if (database.urls.ADMIN_DATABASE_URL && !database.isPreparedBy(build)) {
      await prepare(settings, secrets.passwords.kept_migrate);
      await database.remember(build);
    }
    // The server needs no key to the tables themselves.
    const server = await step('Starting the server', () =>
      startServer(address, { ...settings, ADMIN_DATABASE_URL: undefined }),
    );
    const exited = Promise.race([
      server.exited.then((code) => `The server ended by itself (code ${code}).`),
      database.exited.then((code) => `Postgres ended by itself (code ${code}).`),
    ]);
    const close = async () => {
      await server.close();
      await database.stop();
    };
    return { address, exited, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Roles, tables, and outside production the demo clinics; each does nothing where all is there already. */
async function prepare(settings, migratePassword) {
  const roles = {
    KEPT_MIGRATE_PASSWORD: migratePassword,
    KEPT_APP_PASSWORD: passwordIn(settings.DATABASE_URL),
    KEPT_WORKER_PASSWORD: passwordIn(settings.WORKER_DATABASE_URL),
  };
  await step('Bringing the tables up to date', () =>
    must(NODE, [path.join(COMPILED, 'cli', 'migrate.js')], { env: { ...settings, ...roles } }),
  );
  if (settings.NODE_ENV === 'production') return;
  await step('Looking after the demo clinics', () =>
    must(NODE, [path.join(COMPILED, 'cli', 'seed.js')], { env: settings }),
  );
}

const passwordIn = (url) => decodeURIComponent(new URL(url).password);

/** Garbage is collected in smaller pieces: a third less memory under load at the same speed. The Dockerfile says it too. */
const LEAN = '--max-semi-space-size=8';

async function startServer(address, env) {
  const child = spawn(
    NODE,
    [LEAN, '--import', path.join(ROOT, 'scripts', 'end-with-parent.mjs'), path.join(COMPILED, 'main.js')],
    {
      cwd: ROOT,
      env: { ...env, PATH: OWN_PATH },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true, // Ctrl-C reaches only us, and we close things in their order
    },
  );
  let ended = false;
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal))).then(
    (code) => {
      ended = true;
      return code;
    },
  );
  const close = async () => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), CLOSING);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(impatience);
  };
  for (let waited = 0; !(await answers(`${address}/health/ready`)); waited += 50) {
    if (ended) throw new Refusal(`The server could not start (code ${await exited}).`);
    if (waited > 60_000) {
      await close();
      throw new Refusal('The server did not become ready within a minute.');
    }
    await sleep(50);
  }
  return { exited, close };
}

const answers = (url) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
