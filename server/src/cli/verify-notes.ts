import type { KeyObject } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Client, type PoolClient } from 'pg';
import { NoteAddendum, NoteCosignature, PsychotherapyAddendum } from '../notes/note-additions.entity.js';
import { Note, PsychotherapyNote } from '../notes/note.entity.js';
import { addendumHash, contentHash, sealHolds, type NoteContent, type Signing } from '../notes/note-signature.js';
import { readConfig } from '../platform/config.js';
import { useConfig } from '../platform/config.holder.js';
import { openRows } from '../platform/encryption.js';
import { newScope, runInScope, scope } from '../platform/scope.js';

export interface Verification {
  checked: number;
  /** One line for each row that is not as it was signed; ids only, never a word of it. */
  wrong: string[];
}

type Row = Record<string, unknown>;
interface Signed {
  table: string;
  entity: unknown;
  where: string;
  /** What is wrong with the row, or null. */
  check(row: Row, key: KeyObject): string | null;
}

const AT_ONCE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

const judge = (hash: string, signing: Signing, row: Row, key: KeyObject): string | null => {
  if (hash !== row['content_hash']) return 'the words are not the ones that were signed';
  return sealHolds(signing, row['signature'] as Buffer, key) ? null : 'the signature does not hold';
};

function checkNote(row: Row, key: KeyObject): string | null {
  const hash = contentHash({
    id: row['id'],
    kind: row['kind'],
    format: row['format'],
    clientId: row['client_id'],
    coupleId: row['couple_id'],
    sessionId: row['session_id'],
    authorId: row['author_id'],
    happenedAt: row['happened_at'],
    createdAt: row['created_at'],
    facts: row['facts'],
    sections: row['sections'],
  } as NoteContent);
  const by = row['signed_by'] as string;
  return judge(
    hash,
    { act: 'signed', hash, by, at: row['signed_at'] as Date, version: row['signed_version'] as number },
    row,
    key,
  );
}

function checkAddendum(row: Row, key: KeyObject): string | null {
  const addendum = {
    id: row['id'] as string,
    noteId: row['note_id'] as string,
    authorId: row['author_id'] as string,
    createdAt: row['created_at'] as Date,
    text: row['text'] as string,
    reason: row['reason'] as string | null,
  };
  const hash = addendumHash(addendum);
  return judge(hash, { act: 'added', hash, by: addendum.authorId, at: addendum.createdAt, version: 1 }, row, key);
}

function checkCosignature(row: Row, key: KeyObject): string | null {
  const hash = row['content_hash'] as string;
  const [by, at] = [row['supervisor_id'] as string, row['created_at'] as Date];
  return judge(hash, { act: 'cosigned', hash, by, at, version: row['note_version'] as number }, row, key);
}

const SIGNED: Signed[] = [
  { table: 'note', entity: Note, where: 'signed_at is not null', check: checkNote },
  { table: 'psychotherapy_note', entity: PsychotherapyNote, where: 'signed_at is not null', check: checkNote },
  { table: 'note_addendum', entity: NoteAddendum, where: 'true', check: checkAddendum },
  { table: 'psychotherapy_addendum', entity: PsychotherapyAddendum, where: 'true', check: checkAddendum },
  { table: 'note_cosignature', entity: NoteCosignature, where: `decision = 'cosigned'`, check: checkCosignature },
];

/** Opens every signed row of every clinic and recomputes its hash and seal. `owner` bypasses row security. */
export function verifyNotes(owner: Client, key: KeyObject): Promise<Verification> {
  return runInScope(newScope(), async () => {
    scope().client = owner as unknown as PoolClient;
    const result: Verification = { checked: 0, wrong: [] };
    const clinics = (await owner.query<{ id: string }>('select id from clinic order by id')).rows;
    for (const clinic of clinics) {
      const nobody = {
        id: FIRST,
        roles: [],
        clientId: null,
        loginId: '',
        idleExpiresAt: new Date(0),
        expiresAt: new Date(0),
      };
      scope().actor = { ...nobody, clinicId: clinic.id };
      for (const signed of SIGNED) await verifyTable(owner, key, clinic.id, signed, result);
    }
    return result;
  });
}

async function verifyTable(
  owner: Client,
  key: KeyObject,
  clinicId: string,
  signed: Signed,
  result: Verification,
): Promise<void> {
  let after = FIRST;
  for (;;) {
    const { rows } = await owner.query<Row>(
      `select * from ${signed.table} where clinic_id = $1 and ${signed.where} and id > $2 order by id limit ${AT_ONCE}`,
      [clinicId, after],
    );
    for (const row of rows) {
      result.checked++;
      const why = await openRows(signed.entity, signed.table, [row]).then(
        () => signed.check(row, key),
        () => 'it cannot be opened',
      );
      if (why) result.wrong.push(`${signed.table} ${String(row['id'])}: ${why}`);
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = String(last['id']);
  }
}

async function main(): Promise<void> {
  const url = process.env['ADMIN_DATABASE_URL'];
  if (!url)
    throw new Error('Set ADMIN_DATABASE_URL: reading the notes of every clinic takes more than the app may do.');
  const config = readConfig();
  useConfig(config);
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    const { checked, wrong } = await verifyNotes(owner, config.verifyingKey);
    for (const line of wrong) process.stdout.write(`${line}\n`);
    process.stdout.write(`${checked} signatures, ${wrong.length} wrong\n`);
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await owner.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}
