import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { reveal, sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { Client } from './client.entity.js';
import { nameOf } from './client.rows.js';
import type { PersonName } from './clients.rules.js';
import { wordsOf } from './name-match.rules.js';

/** The names of a large clinic or two; the least recently used go first. */
const MOST_KEPT = 20_000;
/** Names opened before other requests get their turn. */
const AT_ONCE = 250;

/** A name, and the words it is found by. */
export interface KnownName extends PersonName {
  words: readonly string[];
}

interface SealedName {
  id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
}

/**
 * Opened names by clinic, person and version, kept in this process so that typing a search opens each name once. Only
 * ever asked about people whom the row policies have just let through; a changed name has another version.
 */
@Injectable()
export class NamesService {
  private readonly kept = new Map<string, KnownName>();

  /** The name of each of these people the actor may see. */
  async of(people: readonly { id: string; version: number }[]): Promise<Map<string, KnownName>> {
    const { clinicId } = actor();
    const names = new Map<string, KnownName>();
    const unknown: (typeof people)[number][] = [];
    for (const one of people) {
      const name = this.recall(`${clinicId} ${one.id} ${one.version}`);
      if (name) names.set(one.id, name);
      else unknown.push(one);
    }
    for (let from = 0; from < unknown.length; from += AT_ONCE) {
      if (from > 0) await breath();
      const some = unknown.slice(from, from + AT_ONCE);
      for (const [id, name] of await open(some.map(({ id }) => id))) names.set(id, name);
      for (const { id, version } of some) this.keep(`${clinicId} ${id} ${version}`, names.get(id));
    }
    return names;
  }

  private recall(key: string): KnownName | undefined {
    const name = this.kept.get(key);
    if (name) {
      this.kept.delete(key);
      this.kept.set(key, name);
    }
    return name;
  }

  private keep(key: string, name: KnownName | undefined): void {
    if (!name) return;
    this.kept.set(key, name);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}

async function open(ids: readonly string[]): Promise<Map<string, KnownName>> {
  const rows = await sql<SealedName>(
    'names',
    'select id, given_name, family_name, preferred_name from client where id = any ($1::uuid[])',
    [ids],
  );
  await reveal(Client, rows);
  return new Map(
    rows.map((row) => {
      const name = nameOf(row);
      return [row.id, { ...name, words: wordsOf(name) }];
    }),
  );
}
