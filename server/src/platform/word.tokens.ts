import { createHmac } from 'node:crypto';
import { ownWordKey } from './keys.js';

/**
 * A word as an index over sealed text knows it: four bytes of its HMAC under the author's key. Two words may share them
 * once in four thousand million, so whoever finds by tokens looks at the words before she shows them.
 */
const tokenUnder = (key: Buffer, word: string): number =>
  createHmac('sha256', key).update(word, 'utf8').digest().readInt32BE(0);

export const tokensUnder = (key: Buffer, words: readonly string[]): number[] =>
  words.map((word) => tokenUnder(key, word));

/** Tokens of the actor's own words, in their order. */
export const ownTokens = async (words: readonly string[]): Promise<number[]> =>
  words.length === 0 ? [] : tokensUnder(await ownWordKey(), words);

/** As they are kept: in no order of the text's. */
export const sorted = (tokens: readonly number[]): number[] => [...tokens].sort((a, b) => a - b);
