import pg from 'pg';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { v5 } from 'uuid';
import { indexEarlierNotes } from './notes/note-words.backfill.js';
import { handlers, type Tools } from './notifications/mail.handlers.js';
import { postOffice } from './notifications/post.office.js';
import { tallyAskings } from './outcomes/askings.tally.js';
import { useConfig } from './platform/config.holder.js';
import { BadSetting, type Config } from './platform/config.js';
import { watchRisk } from './risk/risk.watch.js';
import { remindOfCheckIns } from './scales/check-in.reminders.js';
import { makeSessionsAhead } from './sessions/series.ahead.js';

const LOOK_EVERY_MS = 1000;
const SWEEP_EVERY_MS = 10 * 60 * 1000;
const REMIND_EVERY_MS = 5 * 60 * 1000;
const WATCH_EVERY_MS = 60 * 1000;
const TALLY_EVERY_MS = 60 * 60 * 1000;
const AHEAD_EVERY_MS = 60 * 60 * 1000;
const INDEX_EVERY_MS = 60 * 60 * 1000;
const BATCH = 100;
const QUEUE = 'outbox';
/** A morning's reminders go out one handful after the other; a quiet queue is looked at every second. */
const TAKING = { batchSize: 10, pollingIntervalSeconds: 1, burstWhenBatchFull: true, perJobResults: true } as const;

export interface Worker {
  /** Puts the reminders of today into the outbox; returns of how many sheets. */
  remind(): Promise<number>;
  /** Likewise of check-ins that are asked, as if it were `at`; returns of how many. */
  remindOfCheckIns(at: Date): Promise<number>;
  /** Tells whoever is next of alerts that nobody has taken, as if it were `at`; returns of how many. */
  watch(at: Date): Promise<number>;
  /** Counts askings that were met, as if it were `at`; returns of how many people the count changed. */
  tally(at: Date): Promise<number>;
  /** Makes the sessions that come again and are near enough now, as if it were `at`; returns how many. */
  makeSessions(at: Date): Promise<number>;
  /** Indexes the words of notes that have no index yet; returns of how many. */
  indexNotes(): Promise<number>;
  stop(): Promise<void>;
}

interface Happened {
  clinic_id: string;
  id: string;
  kind: string;
  payload: Record<string, string | null>;
}

/** A failure as the queue may keep it: a mail server's own words name the address that a letter was for. */
function withoutValues(kind: string, error: unknown): Error {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return new Error(`${kind}: ${String(code ?? name)}`);
}

/**
 * What happens after the answer: takes the outbox to pg-boss (both in one transaction, so nothing is lost or doubled),
 * carries the jobs out with retries, seals the audit, sweeps away what has had its day.
 */
export async function startWorker(
  config: Config,
  log: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<Worker> {
  useConfig(config);
  if (!config.workerDatabaseUrl)
    throw new BadSetting('WORKER_DATABASE_URL is missing: the worker has a role of its own.');
  const pool = new pg.Pool({
    connectionString: config.workerDatabaseUrl,
    max: 4,
    options: '-c statement_timeout=60000',
    application_name: 'kept-worker',
  });
  pool.on('error', () => log('worker: a database connection was lost'));
  const boss = new PgBoss({
    connectionString: config.workerDatabaseUrl,
    schema: 'pgboss',
    max: 3,
    createSchema: false,
    schedule: false,
  });
  boss.on('error', (error) => log(`worker: ${error.message}`));
  await boss.start();
  await boss.createQueue(QUEUE, {
    retryLimit: 8,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 120,
    deleteAfterSeconds: 24 * 3600,
  });

  const tools: Tools = { pool, send: postOffice(config), config };
  const carryOut = async ({ id, data }: Job<Happened>): Promise<JobResult> => {
    try {
      const later = await handlers[data.kind]?.(data.clinic_id, data.payload, tools);
      // Asked for once more then: what is agreed about the hours may have changed. Tried twice, it waits but once.
      if (later) await boss.send(QUEUE, data, { startAfter: later, id: v5(later.toISOString(), id) });
      return { id, status: 'completed' };
    } catch (error) {
      return { id, status: 'failed', output: withoutValues(data.kind, error) };
    }
  };
  // Each is settled by itself: a letter that cannot go now does not send those beside it twice.
  await boss.work<Happened, void, typeof TAKING>(QUEUE, TAKING, (jobs) => Promise.all(jobs.map(carryOut)));

  const relay = async (): Promise<number> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<Happened>('select clinic_id, id, kind, payload from outbox_take($1)', [
        BATCH,
      ]);
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      for (const row of rows) if (handlers[row.kind]) await boss.send(QUEUE, row, { db });
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };

  const remind = async (): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>('select homework_remind($1) as n', [BATCH]);
    return rows[0]?.n ?? 0;
  };

  const checkIns = (at: Date): Promise<number> => remindOfCheckIns(pool, at, BATCH);

  const watch = (at: Date): Promise<number> => watchRisk(pool, at, BATCH);
  const tally = (at: Date): Promise<number> => tallyAskings(pool, at);
  const makeSessions = (at: Date): Promise<number> => makeSessionsAhead(pool, at, BATCH);
  const indexNotes = (): Promise<number> => indexEarlierNotes(pool, BATCH);

  let stopped = false;
  const repeat = (every: number, work: () => Promise<unknown>): (() => Promise<void>) => {
    let running: Promise<unknown> = Promise.resolve();
    const go = (): void => {
      running = running
        .then(() => (stopped ? undefined : work()))
        .catch((error: unknown) => log(`worker: ${(error as Error).message}`));
    };
    const timer = setInterval(go, every);
    // What comes round seldom is done once at the start: a report need not wait an hour for it.
    if (every >= TALLY_EVERY_MS) go();
    return async () => {
      clearInterval(timer);
      await running;
    };
  };
  const ends = [
    repeat(LOOK_EVERY_MS, async () => {
      while ((await relay()) === BATCH);
    }),
    repeat(LOOK_EVERY_MS, () => pool.query('select audit_seal()')),
    repeat(SWEEP_EVERY_MS, () => pool.query('select door_sweep()')),
    repeat(REMIND_EVERY_MS, () => remind()),
    repeat(REMIND_EVERY_MS, () => checkIns(new Date())),
    repeat(WATCH_EVERY_MS, () => watch(new Date())),
    repeat(TALLY_EVERY_MS, () => tally(new Date())),
    repeat(AHEAD_EVERY_MS, () => makeSessions(new Date())),
    repeat(INDEX_EVERY_MS, () => indexNotes()),
  ];
  return {
    remind,
    remindOfCheckIns: checkIns,
    watch,
    tally,
    makeSessions,
    indexNotes,
    stop: async () => {
      stopped = true;
      await Promise.all(ends.map((end) => end()));
      await boss.stop({ graceful: true, timeout: 10_000 });
      await pool.end();
    },
  };
}
