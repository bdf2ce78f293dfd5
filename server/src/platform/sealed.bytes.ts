import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * A sealed value: AES-256-GCM.
 *
 * Format: version 1 (1 byte) · key id (16) · iv (12) · ciphertext · tag (16). The authenticated data is
 * `clinic|table|column|row id`: a value moved to another row, column, table or clinic does not open.
 */
const VERSION = 1;
const TAG = 16;
const IV = 12;

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export function sealBytes(key: Buffer, keyId: string, plain: Buffer, about: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const head = [Buffer.from([VERSION]), uuidBytes(keyId), iv];
  return Buffer.concat([...head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were altered, cut, or belong to another place. */
export function openBytes(key: Buffer, sealed: Buffer, about: string): Buffer {
  if (sealed.length < 1 + 16 + IV + TAG || sealed[0] !== VERSION) throw new Error('not a sealed value');
  const iv = sealed.subarray(17, 17 + IV);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(17 + IV, sealed.length - TAG));
  // Of this cipher the end holds no bytes: it compares the tag, and throws.
  decipher.final();
  return plain;
}
