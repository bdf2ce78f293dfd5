import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measure, Order } from './load.client.js';

/** Milliseconds of processor time in one tick of /proc; the same on every Linux that Node runs on. */
const TICK_MS = 10;

/** A server under measurement, in a process of its own. */
export interface Served {
  port: number;
  /** From the start of the process until it said that it is ready. */
  readyMs: number;
  /** Processor time it has used so far. Undefined where there is no /proc. */
  cpuMs(): number | undefined;
  memoryMiB(): number | undefined;
  stop(): Promise<void>;
}

export const fileHere = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const readOrNone = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Starts a server and waits for its line `ready …`. What it prints goes to `log`, as in earnest; complaints go to ours. */
export async function serve(
  program: readonly string[],
  port: number,
  env: NodeJS.ProcessEnv,
  log: string,
): Promise<Served> {
  const begun = performance.now();
  const output = fs.openSync(log, 'w');
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', output, 'inherit'] });
  const ended = once(child, 'exit');
  fs.closeSync(output);
  while (!/^ready /m.test(fs.readFileSync(log, 'utf8'))) {
    if (child.exitCode !== null || performance.now() - begun > 60_000)
      throw new Error(`${program.join(' ')} did not start:\n${fs.readFileSync(log, 'utf8').slice(-2000)}`);
    await sleep(5);
  }
  return {
    port,
    readyMs: performance.now() - begun,
    cpuMs: () => {
      const fields = readOrNone(`/proc/${child.pid}/stat`)?.split(') ')[1]?.split(' ');
      return fields && (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    memoryMiB: () => {
      const kib = /VmRSS:\s+(\d+)/.exec(readOrNone(`/proc/${child.pid}/status`) ?? '')?.[1];
      return kib === undefined ? undefined : Number(kib) / 1024;
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The process that asks. */
export class Load {
  private constructor(private readonly child: ChildProcess) {}

  static async start(planFile: string): Promise<Load> {
    const child = fork(fileHere('load.client.js'), [planFile]);
    await once(child, 'message');
    return new Load(child);
  }

  async run(order: Order): Promise<Measure> {
    this.child.send(order);
    const [answer] = (await once(this.child, 'message')) as [{ measure?: Measure; error?: string }];
    if (!answer.measure) throw new Error(answer.error ?? 'the load process failed');
    return answer.measure;
  }

  stop(): void {
    this.child.disconnect();
  }
}
