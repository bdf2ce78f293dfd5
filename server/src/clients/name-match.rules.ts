import { fold } from '../platform/fold.js';
import { callName, type PersonName } from './clients.rules.js';

/** Words of a name or of a search; an apostrophe joins ("O'Brien" → "obrien"), everything else that is no letter parts. */
export function nameWords(text: string): string[] {
  return fold(text)
    .replace(/['’ʼ`]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words a person can be found by. */
export const wordsOf = (name: PersonName): string[] =>
  nameWords(`${name.givenName} ${name.familyName} ${name.preferredName ?? ''}`);

/**
 * A test for the words of a name: every word typed begins one of them, in any order. A search without a letter or
 * digit matches nobody.
 */
export function nameMatcher(typed: string): (words: readonly string[]) => boolean {
  const wanted = nameWords(typed);
  return (words) => wanted.length > 0 && wanted.every((begin) => words.some((word) => word.startsWith(begin)));
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The order in which names are read on the caseload: as shown, so by the name the person goes by, then the family name. */
export function byName(a: PersonName, b: PersonName): number {
  return collator.compare(callName(a), callName(b)) || collator.compare(a.familyName, b.familyName);
}
