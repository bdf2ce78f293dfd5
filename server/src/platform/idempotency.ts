import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Entity, PrimaryColumn, Column } from 'typeorm';
import { changeRow, reveal, sql } from './database.js';
import { Encrypted } from './encryption.js';
import { Invalid, Refused } from './errors.js';
import { newId } from './ids.js';
import type { Access } from './request.transaction.js';
import { actor } from './scope.js';

/** The answer to a POST that was sent with a key, kept so that a repetition does nothing a second time. */
@Entity('idempotency')
export class Idempotency {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') actorId: string;
  @Column('text') key: string;
  @Column('bytea') requestHash: Buffer;
  @Column('int') status: number;
  @Encrypted('json') answer: unknown;
  /** Whom the answer tells of: it is sealed under their key, and given again only to whoever may still read of them. */
  @Column('uuid', { nullable: true }) clientId: string | null;
  @Column('uuid', { nullable: true }) coupleId: string | null;
  /** More than who they are. */
  @Column('boolean') clinical: boolean;
}

export interface Kept {
  status: number;
  body: unknown;
}

interface KeptRow {
  id: string;
  request_hash: Buffer;
  status: number;
  answer: unknown;
  client_id: string | null;
  couple_id: string | null;
}

/** What is shown of a person or couple to the front desk too; all else is clinical. */
const PERSONAL = new Set(['clients', 'couples', 'care-team', 'staff']);

const KEY = /^[\x21-\x7e]{1,128}$/;

function keyOf(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (request.method !== 'POST' || header === undefined) return null;
  if (typeof header !== 'string' || !KEY.test(header)) {
    throw new Invalid([
      { path: 'Idempotency-Key', code: 'format', message: 'A key is 1 to 128 printable characters.' },
    ]);
  }
  return header;
}

const hashOf = (request: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();

/**
 * The first answer to this key, if there was one. A second request with the same key waits here until the first has
 * ended. Throws `Refused('idempotency_key_reused')` when the key stood for another request, or for
 * one about somebody who is no longer the actor's to read of.
 */
export async function replayed(request: FastifyRequest): Promise<Kept | null> {
  const key = keyOf(request);
  if (!key) return null;
  const hash = hashOf(request);
  const claimed = await sql<{ id: string }>(
    'idempotency-claim',
    `insert into idempotency (id, actor_id, key, request_hash, status) values ($1, $2, $3, $4, 0)
     on conflict (clinic_id, actor_id, key) do nothing returning id`,
    [newId(), actor().id, key, hash],
  );
  if (claimed.length > 0) return null;
  const [row] = await reveal(
    Idempotency,
    await sql<KeptRow>(
      'idempotency-read',
      'select id, request_hash, status, answer, client_id, couple_id from idempotency where actor_id = $1 and key = $2',
      [actor().id, key],
    ),
  );
  if (!row || !row.request_hash.equals(hash)) {
    throw new Refused('idempotency_key_reused', 'This key was used for another request.');
  }
  return { status: row.status, body: row.answer };
}

/** Keeps the answer under the key that `replayed` claimed. */
export async function remember(request: FastifyRequest, answer: Kept, access: Access): Promise<void> {
  const key = keyOf(request);
  if (!key) return;
  const [row] = await sql<{ id: string }>(
    'idempotency-mine',
    'select id from idempotency where actor_id = $1 and key = $2',
    [actor().id, key],
  );
  if (!row) return;
  const { clientId, coupleId, target } = access;
  const clinical = !PERSONAL.has(target);
  const patch = { status: answer.status, answer: answer.body ?? null, clientId, coupleId, clinical };
  await changeRow(Idempotency, { id: row.id, clientId, coupleId } as Idempotency, patch);
}
