import { spawn, type ChildProcess } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { startPostgres, temporaryFolder } from '../../scripts/postgres.mjs';
import { foundClinic, foundUser } from '../src/cli/founding.js';
import { migrate, urlAs } from '../src/cli/migrate.js';
import { readConfig } from '../src/platform/config.js';
import { Agent } from './agent.js';
import { startApp } from './app.js';

const MAIN = fileURLToPath(new URL('../dist/server/src/main.js', import.meta.url));
const PASSWORD = 'trust-takes-time';
const PATIENCE_MS = 30_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/**
 * The built server as a process of its own, on a Postgres of its own that is as durable as in earnest: both can be
 * killed and started again. A therapist has one draft note and Maya one worksheet for each of `papers`.
 */
export class RealHouse {
  private constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly databasePort: number,
    readonly port: number,
    private postgres: Awaited<ReturnType<typeof startPostgres>>,
  ) {}
  private server: ChildProcess | null = null;
  /** What the servers have printed so far: warnings and errors. */
  said = '';
  therapist!: Agent;
  maya!: Agent;
  private clientId = '';
  notes: string[] = [];
  assignments: string[] = [];

  static async open(papers: number, settings: NodeJS.ProcessEnv = {}): Promise<RealHouse> {
    const folder = temporaryFolder('durability');
    const databasePort = await freePort();
    const port = await freePort();
    const postgres = await startPostgres({
      dataDir: path.join(folder, 'postgres'),
      password: 'test',
      port: databasePort,
    });
    const passwords = { appPassword: 'app', migratePassword: 'migrate', workerPassword: 'worker' };
    await migrate(postgres.url(), passwords);
    const env = {
      ...process.env,
      DATABASE_URL: urlAs(postgres.url(), 'kept_app', passwords.appPassword),
      PORT: String(port),
      KEPT_DATA_DIR: folder,
      KEPT_SPA_DIR: '/nonexistent',
      KEPT_POOL_SIZE: '4',
      LOG_LEVEL: 'warn',
      ...settings,
    };
    const house = new RealHouse(folder, env, databasePort, port, postgres);
    await house.found(papers);
    await house.start();
    return house;
  }

  /** A connection that sees every row, for looking and for holding rows. */
  async owner(): Promise<pg.Client> {
    const owner = new pg.Client({ connectionString: this.postgres.url() });
    owner.on('error', () => {});
    await owner.connect();
    return owner;
  }

  private async found(papers: number): Promise<void> {
    const app = await startApp(readConfig({ ...this.env, LOG_LEVEL: 'silent' }));
    const owner = await this.owner();
    const inside = app.getHttpServer();
    const dataSource = app.get(DataSource);
    const clinicId = await foundClinic(owner, { name: 'Harbour Practice', timeZone: 'Etc/UTC' });
    const staff = { email: 'therapist@harbour.example', displayName: 'Dr Ellis', roles: ['therapist' as const] };
    await foundUser(owner, dataSource, clinicId, { ...staff, createdAt: new Date() }, PASSWORD);
    const therapist = await new Agent(inside).signIn(staff.email, PASSWORD);
    const { body } = await therapist.post('/clients', { givenName: 'Maya', familyName: 'Kovac' });
    const { id: clientId } = body as { id: string };
    this.clientId = clientId;
    const maya = { email: 'maya@harbour.example', displayName: 'Maya K.', roles: ['client' as const], clientId };
    await foundUser(owner, dataSource, clinicId, { ...maya, createdAt: new Date() }, PASSWORD);
    const sheets = (await therapist.get('/worksheets')).body as { items: { id: string; key: string }[] };
    const { id: worksheetId } = sheets.items.find(({ key }) => key === 'feelings-journal')!;
    for (let i = 0; i < papers; i++) {
      const note = await therapist.post('/notes', { clientId, kind: 'progress', format: 'free' });
      const given = await therapist.post('/assignments', { worksheetId, clientIds: [clientId] });
      this.notes.push((note.body as { id: string }).id);
      this.assignments.push((given.body as { items: { id: string }[] }).items[0]!.id);
    }
    const outside = `http://127.0.0.1:${this.port}`;
    this.therapist = therapist.at(outside);
    this.maya = (await new Agent(inside).signIn(maya.email, PASSWORD)).at(outside);
    await owner.end();
    await app.close();
  }

  /** What every signature of a note is checked against. */
  get verifyingKey(): KeyObject {
    return readConfig({ ...this.env, LOG_LEVEL: 'silent' }).verifyingKey;
  }

  /** One more draft of a note about Maya. */
  async draft(text: string): Promise<string> {
    const about = { clientId: this.clientId, kind: 'progress', format: 'free', sections: { text } };
    return ((await this.therapist.post('/notes', about)).body as { id: string }).id;
  }

  async start(): Promise<void> {
    const server = spawn(process.execPath, [MAIN], { env: this.env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.server = server;
    this.said = '';
    server.stdout.on('data', (data) => (this.said += String(data)));
    for (let waited = 0; !this.said.includes('ready '); waited += 20) {
      if (server.exitCode !== null || waited > PATIENCE_MS) throw new Error(`the server did not start: ${this.said}`);
      await sleep(20);
    }
  }

  /** Sends the server a signal; answers its exit code, null when the signal ended it. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const { server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return server?.exitCode ?? null;
    const ended = once(server, 'exit');
    server.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }

  async killPostgres(): Promise<void> {
    const [pid] = fs.readFileSync(path.join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await this.postgres.exited;
  }

  async startPostgres(): Promise<void> {
    // The processes of the killed one need a moment to notice that they are alone.
    for (let attempt = 1; ; attempt++) {
      try {
        const dataDir = path.join(this.folder, 'postgres');
        this.postgres = await startPostgres({ dataDir, password: 'test', port: this.databasePort });
        return;
      } catch (error) {
        if (attempt * 250 > PATIENCE_MS) throw error;
        await sleep(250);
      }
    }
  }

  /** Waits until the server says that it is ready. Throws when it does not within half a minute. */
  async ready(): Promise<void> {
    for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
      const answer = await this.therapist.get('/health/ready').catch(() => null);
      if (answer?.status === 200) return;
      await sleep(50);
    }
    throw new Error('the server is not ready again');
  }

  async close(): Promise<void> {
    await this.end('SIGKILL');
    await this.postgres.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
