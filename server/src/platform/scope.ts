import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { Unauthenticated } from './errors.js';
import type { Role } from './permissions.js';

/** Whoever makes this request. */
export interface Actor {
  /** The user's id (`app_user`), for staff and clients alike. */
  id: string;
  clinicId: string;
  roles: Role[];
  /** Set for a client only: the person in care this user is. */
  clientId: string | null;
  loginId: string;
  idleExpiresAt: Date;
  expiresAt: Date;
}

/** What belongs to one request, and to no other. */
export interface Scope {
  requestId: string;
  actor: Actor | null;
  /** Set only where the past is told (seeds): what `now()` answers. */
  at: Date | null;
  runner: QueryRunner | null;
  client: PoolClient | null;
  /** What opened the transaction: a refusal is written down in one of its own, opened alike. */
  opening: string | null;
  /** Data keys made in this transaction: known to others only after the commit. */
  newKeys: Map<string, { id: string; key: Buffer }>;
  /** Whose sealed words were opened, by id. */
  opened: Map<string, 'client' | 'couple'>;
}

const storage = new AsyncLocalStorage<Scope>();

export const newScope = (): Scope => ({
  requestId: randomUUID(),
  actor: null,
  at: null,
  runner: null,
  client: null,
  opening: null,
  newKeys: new Map(),
  opened: new Map(),
});

export const runInScope = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);

/** The scope of this request. Throws outside of one: nothing runs without a known actor and transaction. */
export function scope(): Scope {
  const current = storage.getStore();
  if (!current) throw new Error('outside of a request');
  return current;
}

export const scopeOrNone = (): Scope | undefined => storage.getStore();

/** Whoever makes this request. Throws `Unauthenticated` when nobody is signed in. */
export function actor(): Actor {
  const { actor } = scope();
  if (!actor) throw new Unauthenticated();
  return actor;
}
