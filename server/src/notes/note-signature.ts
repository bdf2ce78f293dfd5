import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import type { ReviewedHomework } from '../assignments/reviewed.service.js';
import type { LastScore } from '../scales/scores.service.js';
import type { NamedGoal } from '../plans/goals.service.js';
import type { NoteFormat, NoteKind, Sections } from './note-formats.js';

const LONE_SURROGATE = /\p{Cs}/u;

/**
 * One text for one value: keys sorted by UTF-16 code units, no white space, strings and numbers as JSON.stringify
 * writes them (RFC 8785 for what occurs here). Text is taken as typed: no Unicode normalisation, so that the
 * signature is over the very letters that were read. Throws RangeError for what JSON cannot say truly: undefined,
 * NaN, a lone surrogate.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && !LONE_SURROGATE.test(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${canonicalJson(key)}:${canonicalJson(inner)}`)
      .join(',')}}`;
  throw new RangeError('not canonical: a value that JSON cannot say truly');
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * What took place, copied from the session at the moment of signing, and what was known then; a psychotherapy note holds
 * none of it. `homework`, `scores` and `goals` are missing in what was signed before they were kept. Signed, `goals` are
 * those touched; before, those there are.
 */
export interface NoteFacts {
  startsAt: string;
  endsAt: string;
  modality: string;
  attendeeIds: string[];
  attendedIds: string[] | null;
  homework?: ReviewedHomework[];
  scores?: LastScore[];
  goals?: NamedGoal[];
}

export interface NoteContent {
  id: string;
  kind: NoteKind;
  format: NoteFormat;
  clientId: string | null;
  coupleId: string | null;
  sessionId: string | null;
  authorId: string;
  happenedAt: Date;
  createdAt: Date;
  facts: NoteFacts | null;
  sections: Sections;
}

/** SHA-256, in hex, of everything a reader of the note relies on: the words, whose they are, and about what. */
export const contentHash = (note: NoteContent): string =>
  sha256(
    canonicalJson({
      of: 'kept.note.1',
      id: note.id,
      kind: note.kind,
      format: note.format,
      clientId: note.clientId,
      coupleId: note.coupleId,
      sessionId: note.sessionId,
      authorId: note.authorId,
      happenedAt: note.happenedAt.toISOString(),
      createdAt: note.createdAt.toISOString(),
      facts: note.facts && { ...note.facts },
      sections: { ...note.sections },
    }),
  );

/** SHA-256, in hex, of a later addition, bound to the note it was added to. */
export const addendumHash = (addendum: {
  id: string;
  noteId: string;
  authorId: string;
  createdAt: Date;
  text: string;
  reason: string | null;
}): string =>
  sha256(
    canonicalJson({
      of: 'kept.addendum.1',
      id: addendum.id,
      noteId: addendum.noteId,
      authorId: addendum.authorId,
      createdAt: addendum.createdAt.toISOString(),
      text: addendum.text,
      reason: addendum.reason,
    }),
  );

/** Who stood up for which content, in which role, and when. `version` is the version of the draft they read. */
export interface Signing {
  act: 'signed' | 'cosigned' | 'added';
  hash: string;
  by: string;
  at: Date;
  version: number;
}

const statement = (signing: Signing): Buffer =>
  Buffer.from(
    canonicalJson({
      of: 'kept.signing.1',
      act: signing.act,
      hash: signing.hash,
      by: signing.by,
      at: signing.at.toISOString(),
      version: signing.version,
    }),
    'utf8',
  );

/** Ed25519 by the practice's server key: it witnesses that this signed-in person did this at this time. */
export const seal = (signing: Signing, key: KeyObject): Buffer => sign(null, statement(signing), key);

export const sealHolds = (signing: Signing, signature: Buffer, key: KeyObject): boolean =>
  verify(null, statement(signing), key, signature);
