import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Every setting of the server; `.env.example` explains each. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  origin: string;
  databaseUrl: string;
  /** The job worker's own connection; empty = this process runs no worker. */
  workerDatabaseUrl: string;
  embeddedWorker: boolean;
  poolSize: number;
  dataDir: string;
  spaDir: string;
  masterKey: Buffer;
  indexKey: Buffer;
  pepper: Buffer;
  signingKey: KeyObject;
  verifyingKey: KeyObject;
  smtpUrl: string;
  mailFrom: string;
  logLevel: string;
}

/** A setting is missing or too weak: one line for the person who starts the server. */
export class BadSetting extends Error {}

/** Values that stand in `.env.example` and so must never reach production. */
const SAMPLE = /change-me|example-secret/i;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function secret(env: NodeJS.ProcessEnv, name: string): Buffer {
  const file = env[`${name}_FILE`];
  let text: string | undefined;
  try {
    text = file ? readFileSync(file, 'utf8').trim() : env[name];
  } catch {
    throw new BadSetting(`${name}_FILE: ${file} cannot be read.`);
  }
  if (!text) throw new BadSetting(`${name} is missing: set it to 32 random bytes in base64.`);
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32)
    throw new BadSetting(`${name} has ${bytes.length} bytes; it needs 32 random bytes in base64.`);
  if (SAMPLE.test(text) || SAMPLE.test(bytes.toString('latin1'))) throw new BadSetting(`${name} is the sample value.`);
  return bytes;
}

/** An Ed25519 key made from 32 secret bytes (PKCS#8 wrapping of RFC 8410). */
function signingKeyOf(seed: Buffer): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
}

function whole(env: NodeJS.ProcessEnv, name: string, otherwise: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new BadSetting(`${name}=${text}: a whole number from ${min} to ${max} is needed.`);
  }
  return value;
}

function postgresUrl(env: NodeJS.ProcessEnv, name: string): string {
  const text = env[name] ?? '';
  if (text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new BadSetting(`${name} is not a Postgres address (postgres://user:password@host:port/database).`);
  }
  return text;
}

/** Reads the settings. Throws `BadSetting` with one line when one is missing, malformed or too weak for production. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const production = env['NODE_ENV'] === 'production';
  const port = whole(env, 'PORT', 3000, 0, 65535);
  const databaseUrl = postgresUrl(env, 'DATABASE_URL');
  if (!databaseUrl) throw new BadSetting('DATABASE_URL is missing.');
  const masterKey = secret(env, 'KEPT_MASTER_KEY');
  const indexKey = secret(env, 'KEPT_INDEX_KEY');
  const pepper = secret(env, 'KEPT_PEPPER');
  const seed = secret(env, 'KEPT_SIGNING_KEY');
  const distinct = new Set([masterKey, indexKey, pepper, seed].map((key) => key.toString('hex')));
  if (distinct.size !== 4) throw new BadSetting('One secret is used for two purposes: each needs its own 32 bytes.');
  const origin = env['KEPT_ORIGIN'] ?? `http://127.0.0.1:${port}`;
  if (!URL.canParse(origin)) throw new BadSetting('KEPT_ORIGIN is not an address such as https://kept.example.');
  if (production && !origin.startsWith('https://'))
    throw new BadSetting('KEPT_ORIGIN must begin with https:// in production.');
  const logLevel = env['LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) throw new BadSetting(`LOG_LEVEL=${logLevel}: one of ${LOG_LEVELS.join(', ')}.`);
  if (production && /^(debug|trace)$/.test(logLevel))
    throw new BadSetting('LOG_LEVEL may not be debug or trace in production.');
  const smtpUrl = env['SMTP_URL'] ?? '';
  if (production && !smtpUrl) throw new BadSetting('SMTP_URL is missing: in production mail must go to a real server.');
  const signingKey = signingKeyOf(seed);
  return {
    production,
    host: env['HOST'] ?? '127.0.0.1',
    port,
    origin: new URL(origin).origin,
    databaseUrl,
    workerDatabaseUrl: postgresUrl(env, 'WORKER_DATABASE_URL'),
    embeddedWorker: env['KEPT_WORKER'] === 'embedded',
    poolSize: whole(env, 'KEPT_POOL_SIZE', 10, 1, 200),
    dataDir: path.resolve(env['KEPT_DATA_DIR'] ?? '.data'),
    spaDir: path.resolve(env['KEPT_SPA_DIR'] ?? path.join(import.meta.dirname, '../../../../../client/dist/browser')),
    masterKey,
    indexKey,
    pepper,
    signingKey,
    verifyingKey: createPublicKey(signingKey),
    smtpUrl,
    mailFrom: env['MAIL_FROM'] ?? 'Messages <no-reply@localhost>',
    logLevel,
  };
}

/** A key for one purpose, derived from the master key; `info` names purpose and owner. */
export function deriveKey(config: Config, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', config.masterKey, 'kept', info, 32));
}
