import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startWorker, type Worker } from '../src/worker.process.js';
import type { World } from './world.js';

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** The real worker over a test's database, with the letters it wrote. */
export interface Mailbox {
  worker: Worker;
  /** Waits until `count` letters to this address have come; fails after half a minute. */
  lettersTo(address: string, count?: number): Promise<Letter[]>;
  /** Waits until all that has happened so far was carried out; what waits for a later hour goes on waiting. */
  settled(): Promise<void>;
  all(): Letter[];
  close(): Promise<void>;
}

/** A folder of its own for the data of one test file; hand it to `world({ KEPT_DATA_DIR })`. */
export const dataFolder = (): string => mkdtempSync(path.join(tmpdir(), 'kept-data-'));

function decode(raw: string): Letter {
  const [head = '', ...rest] = raw.split('\n\n');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  let text = rest.join('\n\n');
  if (/quoted-printable/i.test(head)) {
    text = text
      .replaceAll(/=\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
  return { to: header('To'), subject: header('Subject'), text };
}

/** What is to be done now, in one look: an event is in the outbox until, in the same act, it is in the queue. */
const TO_DO = `select (select count(*) from outbox) + (select count(*) from pgboss.job
  where state in ('created', 'retry', 'active') and start_after <= now()) as left_over`;

export async function openMailbox({ config, owner }: Pick<World, 'config' | 'owner'>): Promise<Mailbox> {
  const complaints: string[] = [];
  const worker = await startWorker(config, (line) => complaints.push(line));
  const folder = path.join(config.dataDir, 'mail');
  const all = (): Letter[] => {
    try {
      return readdirSync(folder)
        .sort()
        .map((name) => decode(readFileSync(path.join(folder, name), 'utf8')));
    } catch {
      return [];
    }
  };
  return {
    worker,
    all,
    lettersTo: async (address, count = 1) => {
      for (let i = 0; i < 600; i++) {
        const found = all().filter((letter) => letter.to === address);
        if (found.length >= count) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(
        `no ${count} letters to ${address}: ${JSON.stringify(all().map((letter) => letter.to))} ${complaints.join('; ')}`,
      );
    },
    settled: async () => {
      for (let i = 0; i < 1200; i++) {
        const { rows } = await owner.query<{ left_over: string }>(TO_DO);
        if (rows[0]!.left_over === '0') return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`the worker did not come to rest: ${complaints.join('; ')}`);
    },
    close: async () => {
      await worker.stop();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}
