// The data folder: the keys, Postgres' files, and the mails of a house without a mail server.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

const KEYS = ['KEPT_MASTER_KEY', 'KEPT_INDEX_KEY', 'KEPT_PEPPER', 'KEPT_SIGNING_KEY'];
const PASSWORDS = ['postgres', 'kept_migrate', 'kept_app', 'kept_worker'];

/** One by one: Node's own way of making nested folders never ends where none can be made at all, as below /proc. */
function makeFolder(folder, mode) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  fs.mkdirSync(folder, { mode });
}

/** Makes the folder when missing. As root it can be entered, but not listed, by the user Postgres runs as. */
export function openDataFolder(folder) {
  try {
    makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be used (${error.code}). Set KEPT_DATA_DIR to a folder that you can read and write.`,
    );
  }
}

/**
 * The keys and the passwords of the database roles; made on the first start, readable by the owner only.
 * Without them existing data cannot be opened, so they are never made anew beside existing data.
 * @returns {{ keys: Record<string, string>, passwords: Record<string, string> }}
 */
export function secretsOf(folder) {
  const file = path.join(folder, 'secrets.json');
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT')
      throw new Refusal(
        `The keys in ${file} cannot be read (${error.code ?? 'damaged'}). Restore the file, or set KEPT_DATA_DIR to another folder.`,
      );
  }
  if (fs.existsSync(path.join(folder, 'postgres'))) {
    throw new Refusal(
      `${file} is missing, and without its keys the data beside it cannot be opened. Restore the file, or set KEPT_DATA_DIR to another folder.`,
    );
  }
  const fresh = (names, encoding) =>
    Object.fromEntries(names.map((name) => [name, crypto.randomBytes(32).toString(encoding)]));
  const secrets = { keys: fresh(KEYS, 'base64'), passwords: fresh(PASSWORDS, 'base64url') };
  const draft = `${file}.new`;
  fs.rmSync(draft, { force: true });
  const handle = fs.openSync(draft, 'wx', 0o600);
  fs.writeFileSync(handle, `${JSON.stringify(secrets, null, 2)}\n`);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(draft, file);
  return secrets;
}
