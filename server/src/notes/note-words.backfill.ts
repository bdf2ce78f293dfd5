import type { Pool } from 'pg';
import { newWordKey, openClinicKey, openDataKey, openWordKey } from '../platform/keys.js';
import { openBytes } from '../platform/sealed.bytes.js';
import { sorted, tokensUnder } from '../platform/word.tokens.js';
import type { NoteFormat, Sections } from './note-formats.js';
import { keptWords } from './note-words.rules.js';

const FIRST = '00000000-0000-0000-0000-000000000000';

interface MissingRow {
  clinic_id: string;
  id: string;
  version: number;
  format: NoteFormat;
  sections: Buffer;
  author_id: string;
  clinic_key: Buffer;
  key_id: string | null;
  wrapped: Buffer | null;
  word_key_id: string | null;
  word_key: Buffer | null;
}

/**
 * Indexes the notes that were written before there was an index; returns how many. It goes through them once, in batches
 * of `most`; whatever it did not come to is still missing the next time. A note that does not open is passed over.
 */
export async function indexEarlierNotes(pool: Pool, most: number): Promise<number> {
  let indexed = 0;
  let after = [FIRST, FIRST];
  for (let page = most; page === most;) {
    const { rows } = await pool.query<MissingRow>('select * from note_words_missing($1, $2, $3)', [...after, most]);
    for (const row of rows) indexed += await put(pool, row);
    page = rows.length;
    after = [rows.at(-1)?.clinic_id ?? FIRST, rows.at(-1)?.id ?? FIRST];
  }
  return indexed;
}

async function put(pool: Pool, row: MissingRow): Promise<number> {
  const clinicKey = openClinicKey(row.clinic_id, row.clinic_key);
  const sections = sectionsIn(row, clinicKey);
  if (!sections) return 0;
  const tokens = tokensUnder(await wordKeyOf(pool, row, clinicKey), [...keptWords(row.format, sections)]);
  const values = [row.clinic_id, row.id, row.version, sorted(tokens)];
  const { rows } = await pool.query<{ n: number }>('select note_words_put($1, $2, $3, $4) as n', values);
  return rows[0]?.n ?? 0;
}

function sectionsIn(row: MissingRow, clinicKey: Buffer): Sections | null {
  if (!row.key_id || !row.wrapped) return null;
  try {
    const key = openDataKey(clinicKey, row.clinic_id, row.key_id, row.wrapped);
    const plain = openBytes(key, row.sections, `${row.clinic_id}|note|sections|${row.id}`);
    return JSON.parse(plain.toString('utf8')) as Sections;
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
