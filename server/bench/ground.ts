import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../src/app.js';
import { migrate, urlAs } from '../src/cli/migrate.js';
import { useConfig } from '../src/platform/config.holder.js';
import { readConfig } from '../src/platform/config.js';
import { DRAFT_VERSION, populate, type Person, type Size } from './clinic.rows.js';
import { KINDS, type Measured } from './measured.definition.js';
import { isSave } from './measured.routes.js';
import { fileHere, freePort, Load, serve, type Served } from './processes.js';
import { record, xsrfOf } from './recording.js';
import type { Plan } from './yardstick.server.js';

const POOL_SIZE = 10;
const MAIN = fileHere('../src/main.js');
/** What `npm start` and the image start it with. */
const AS_IN_EARNEST = ['--max-semi-space-size=8'];
/** Found from where the build lies: the launcher is a script of the checkout, not a part of the server. */
const LAUNCHER = new URL('../../../../scripts/postgres.mjs', import.meta.url).href;

type Launcher = typeof import('../../scripts/postgres.mjs');

/** A populated database and whoever asks it. */
export interface Ground {
  rows: number;
  load: Load;
  /** Of the drafts that a route saves, by the place of their person. */
  versions: Record<string, number[]>;
  kept(): Promise<Served>;
  yardstick(mode: 'same' | 'alone'): Promise<Served>;
  /** Takes back what a slice left behind: a yardstick's rows are copies that open under no other id. */
  tidy(): Promise<void>;
  /** Milliseconds from the start of the process to ready, with everything in the file cache. */
  warmStart(): Promise<number>;
}

const secret = (): string => randomBytes(32).toString('base64');

/** A Postgres with durable settings in a temporary folder, and the servers that run on it. */
export async function openGround(say: (line: string) => void, profileInto: string | null) {
  const { startPostgres, temporaryFolder } = (await import(LAUNCHER)) as Launcher;
  const folder = temporaryFolder('bench');
  const passwords = { appPassword: 'app', migratePassword: 'migrate', workerPassword: 'worker' };
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    KEPT_MASTER_KEY: secret(),
    KEPT_INDEX_KEY: secret(),
    KEPT_PEPPER: secret(),
    KEPT_SIGNING_KEY: secret(),
    KEPT_POOL_SIZE: String(POOL_SIZE),
    KEPT_DATA_DIR: folder,
    KEPT_SPA_DIR: path.join(folder, 'no-client'),
  };
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), password: 'bench' });
  const running: (() => Promise<void> | void)[] = [];
  let made = 0;

  async function peopled(size: Size, routes: readonly Measured[]): Promise<Ground> {
    const database = `bench_${made++}`;
    const admin = new pg.Client({ connectionString: postgres.url() });
    await admin.connect();
    await admin.query(`create database ${database}`);
    await admin.end();
    const superuser = postgres.url(database);
    await migrate(superuser, passwords);
    const app = urlAs(superuser, 'kept_app', passwords.appPassword);
    const settings = { ...env, DATABASE_URL: app };
    const config = readConfig({ ...settings, LOG_LEVEL: 'silent' });
    useConfig(config);
    const owner = new pg.Client({ connectionString: superuser });
    await owner.connect();
    const begun = performance.now();
    const people = await populate(owner, size, (done) => {
      if (done % 20 === 0) say(`  … ${done} clinics, ${Math.round((performance.now() - begun) / 1000)} s`);
    });
    await owner.query(
      'create table seeded as select id from scale_response union all select id from release; analyze seeded',
    );
    await owner.end();
    say(`  ${people.rows} rows in ${Math.round((performance.now() - begun) / 1000)} s`);

    const house = await createApp(config);
    await house.init();
    await house.getHttpAdapter().getInstance().ready();
    const plan = await planOf(house, routes, people);
    await house.close();
    const planFile = path.join(folder, `${database}.json`);
    fs.writeFileSync(planFile, JSON.stringify(plan), { mode: 0o600 });
    const load = await Load.start(planFile);
    running.push(() => load.stop());

    const started = async (
      name: string,
      program: string[],
      port: number,
      extra: NodeJS.ProcessEnv,
    ): Promise<Served> => {
      const server = await serve(
        program,
        port,
        { ...settings, ...extra },
        path.join(folder, `${database}-${name}.log`),
      );
      running.push(() => server.stop());
      return server;
    };
    const kept = async (): Promise<Served> => {
      const port = await freePort();
      const profile = profileInto ? ['--cpu-prof', '--cpu-prof-dir', profileInto] : [];
      return started('kept', [...AS_IN_EARNEST, ...profile, MAIN], port, { PORT: String(port) });
    };
    return {
      rows: people.rows,
      load,
      versions: Object.fromEntries(
        routes.filter(isSave).map(({ key, as }) => [key, plan.people[as].map(() => DRAFT_VERSION)]),
      ),
      kept,
      yardstick: async (mode) => {
        const port = await freePort();
        const url = mode === 'same' ? app : urlAs(superuser, 'kept_migrate', passwords.migratePassword);
        const program = [fileHere('yardstick.server.js'), mode, planFile, String(port), url, String(POOL_SIZE)];
        return started(mode, program, port, {});
      },
      tidy: async () => {
        const broom = new pg.Client({ connectionString: superuser });
        await broom.connect();
        await broom.query('set session_replication_role = replica');
        for (const table of ['scale_response', 'release'])
          await broom.query(`delete from ${table} r where not exists (select from seeded s where s.id = r.id)`);
        await broom.query('update release set withdrawn_at = null where withdrawn_at is not null');
        await broom.end();
      },
      warmStart: async () => {
        await (await kept()).stop();
        const server = await kept();
        await server.stop();
        return server.readyMs;
      },
    };
  }

  return {
    populate: peopled,
    close: async () => {
      for (const stop of running.reverse()) await stop();
      await postgres.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the yardsticks do and the load asks. The last two of the people only lend themselves to the recording. */
async function planOf(
  house: NestFastifyApplication,
  routes: readonly Measured[],
  people: Plan['people'] | Record<Measured['as'], Person[]>,
): Promise<Plan> {
  const plan: Plan = { routes: [], people: { therapists: [], clients: [], partners: [], readers: [], admins: [] } };
  for (const route of routes) {
    const [first, second] = people[route.as].slice(-2);
    if (!first || !second) throw new Error('too few people');
    plan.routes.push({ ...route, same: await record(house, route, [first, second]) });
  }
  for (const as of KINDS) {
    for (const who of people[as].slice(0, -2)) plan.people[as].push({ ...who, xsrf: await xsrfOf(house, who) });
  }
  return plan;
}
