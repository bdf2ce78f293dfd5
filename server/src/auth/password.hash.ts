import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { config } from '../platform/config.holder.js';
import { Unavailable } from '../platform/errors.js';
import { normalisePassword } from './passwords.rules.js';

/** Argon2id (the library's default), 64 MiB, 3 passes (RFC 9106, second recommended profile, at one lane). */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 2;
const WAITING = 20;

let running = 0;
const queue: (() => void)[] = [];

/** Hashing is the dearest thing a stranger can ask for: two at once, twenty waiting, then 503. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new Unavailable();
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}

/** As text: the library reads what it verifies as UTF-8, which random bytes seldom are. */
const peppered = (password: string): string =>
  createHmac('sha256', config().pepper).update(normalisePassword(password), 'utf8').digest('base64');

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(peppered(password), COST));

/** A hash nobody's password has: an unknown address costs as much time as a known one. */
let nobody: Promise<string> | undefined;

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('no such user');
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, peppered(password)));
  return right && stored !== null;
}

/** True when the hash was made at another cost than today's. */
export const isOutdated = (stored: string): boolean =>
  !stored.includes(`m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}`);
