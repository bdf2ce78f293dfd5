import type { Pool } from 'pg';
import { newWordKey, openClinicKey, openDataKey, openWordKey } from '../platform/keys.js';
import { openBytes } from '../platform/sealed.bytes.js';
import { sorted, tokensUnder } from '../platform/word.tokens.js';
import type { NoteFormat, Sections } from './note-formats.js';
import { addedPassages, keptWords, passagesOf, type Passage } from './note-words.rules.js';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** A sealed text with the keys it takes to open it, and its author's key. */
interface MissingRow {
  clinic_id: string;
  id: string;
  author_id: string;
  clinic_key: Buffer;
  key_id: string | null;
  wrapped: Buffer | null;
  word_key_id: string | null;
  word_key: Buffer | null;
}
interface MissingNote extends MissingRow {
  version: number;
  format: NoteFormat;
  sections: Buffer;
}
interface MissingAddendum extends MissingRow {
  text: Buffer;
  reason: Buffer | null;
}

/** What is indexed after the fact: which there are, what stands in them, where their tokens go. */
interface Later<R extends MissingRow> {
  missing: string;
  passages: (row: R, open: (column: string, sealed: Buffer) => string) => Passage[];
  put: string;
  values: (row: R, tokens: number[]) => unknown[];
}

const NOTES: Later<MissingNote> = {
  missing: 'select * from note_words_missing($1, $2, $3)',
  passages: ({ format, sections }, open) => passagesOf(format, JSON.parse(open('note|sections', sections)) as Sections),
  put: 'select note_words_put($1, $2, $3, $4) as n',
  values: ({ clinic_id, id, version }, tokens) => [clinic_id, id, version, tokens],
};
const ADDENDA: Later<MissingAddendum> = {
  missing: 'select * from addendum_words_missing($1, $2, $3)',
  passages: ({ text, reason }, open) =>
    addedPassages({
      text: open('note_addendum|text', text),
      reason: reason && open('note_addendum|reason', reason),
    }),
  put: 'select addendum_words_put($1, $2, $3) as n',
  values: ({ clinic_id, id }, tokens) => [clinic_id, id, tokens],
};

/**
 * Indexes the notes and addenda that were written before there was an index; returns how many. It goes through them once,
 * in batches of `most`; whatever it did not come to is still missing the next time. What does not open is passed over.
 */
export const indexEarlierNotes = async (pool: Pool, most: number): Promise<number> =>
  (await indexAll(pool, most, NOTES)) + (await indexAll(pool, most, ADDENDA));

async function indexAll<R extends MissingRow>(pool: Pool, most: number, later: Later<R>): Promise<number> {
  let indexed = 0;
  let after = [FIRST, FIRST];
  for (let page = most; page === most;) {
    const { rows } = await pool.query<R>(later.missing, [...after, most]);
    for (const row of rows) indexed += await put(pool, row, later);
    page = rows.length;
    after = [rows.at(-1)?.clinic_id ?? FIRST, rows.at(-1)?.id ?? FIRST];
  }
  return indexed;
}

async function put<R extends MissingRow>(pool: Pool, row: R, later: Later<R>): Promise<number> {
  const clinicKey = openClinicKey(row.clinic_id, row.clinic_key);
  const passages = opened(row, clinicKey, later);
  if (!passages) return 0;
  const tokens = tokensUnder(await wordKeyOf(pool, row, clinicKey), [...keptWords(passages)]);
  const { rows } = await pool.query<{ n: number }>(later.put, later.values(row, sorted(tokens)));
  return rows[0]?.n ?? 0;
}

function opened<R extends MissingRow>(row: R, clinicKey: Buffer, { passages }: Later<R>): Passage[] | null {
  if (!row.key_id || !row.wrapped) return null;
  try {
    const key = openDataKey(clinicKey, row.clinic_id, row.key_id, row.wrapped);
    return passages(row, (column, sealed) =>
      openBytes(key, sealed, `${row.clinic_id}|${column}|${row.id}`).toString('utf8'),
    );
  } catch {
    return null;
  }
}

/** The author's key, made now where she has written nothing since. */
async function wordKeyOf(pool: Pool, row: MissingRow, clinicKey: Buffer): Promise<Buffer> {
  if (row.word_key_id && row.word_key) return openWordKey(clinicKey, row.clinic_id, row.word_key_id, row.word_key);
  const made = newWordKey(clinicKey, row.clinic_id);
  const { rows } = await pool.query<{ id: string; wrapped: Buffer }>('select * from word_key_make($1, $2, $3, $4)', [
    ...[row.clinic_id, row.author_id, made.id, made.wrapped],
  ]);
  return openWordKey(clinicKey, row.clinic_id, rows[0]!.id, rows[0]!.wrapped);
}
