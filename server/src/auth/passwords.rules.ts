import { dictionary } from '@zxcvbn-ts/language-common';

export const SHORTEST = 15;
export const LONGEST = 128;

const COMMON = new Set(dictionary['passwords-common'].map(String));

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A password as it is hashed: NFKC, so that the same typed characters are the same password on every device. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/**
 * Why a password cannot be taken, or null. Length in characters, 15 to 128 (NIST SP 800-63B-4 for a password used
 * alone); no composition rules; refused when it is a common one, made of one, or of what anyone would guess.
 * `known` = words about the user or the clinic.
 */
export function passwordFault(password: string, known: readonly string[]): { code: string; message: string } | null {
  const length = [...normalisePassword(password)].length;
  if (length < SHORTEST)
    return { code: 'too_short', message: `Use at least ${SHORTEST} characters. A few words in a row work well.` };
  if (length > LONGEST) return { code: 'too_long', message: `Use at most ${LONGEST} characters.` };
  const text = plain(password);
  const repeated = /^(.{1,6}?)\1+.{0,5}$/u.test(text);
  const guessable = known.map(plain).some((word) => word.length >= 4 && text.replaceAll(word, '').length < 6);
  if (COMMON.has(text) || COMMON.has(text.replace(/\d+$/, '')) || repeated || guessable) {
    return { code: 'too_common', message: 'This one is easy to guess. Try a few unrelated words.' };
  }
  return null;
}
