const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;
const SENTENCE_END = /[.?!…:;]+(?:\s|$)|\n+/u;

/** Syllables of an English word, by its groups of vowels. About right is enough: errors even out over a page. */
export function syllables(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const silent = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end.slice(0, 1)).replace(/^y/, '');
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/**
 * Years of schooling a text asks for: Flesch–Kincaid grade, 0.39 words a sentence + 11.8 syllables a word − 15.59
 * (Kincaid 1975). English only; meaningful from about a hundred words on. 0 for a text without words.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(SENTENCE_END).filter((each) => each.match(WORD));
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return 0;
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
}
