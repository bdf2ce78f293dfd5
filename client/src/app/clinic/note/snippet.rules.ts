/** A word after `;` at the caret, such as `;sle`: where it begins, and what has been typed of it. */
export interface Asked {
  from: number;
  word: string;
}

const AT_CARET = /(?:^|[\s(„“"'])(;([\p{L}\p{N}-]{0,30}))$/u;

/** What is being asked for; null where no `;` that begins a word stands right before the caret. */
export function askedAt(text: string, caret: number): Asked | null {
  const match = AT_CARET.exec(text.slice(Math.max(0, caret - 40), caret));
  return match ? { from: caret - (match[1]?.length ?? 0), word: match[2] ?? '' } : null;
}

/** The text with `;word` replaced, and where the caret then stands. */
export function inserted(text: string, asked: Asked, caret: number, words: string): { text: string; caret: number } {
  return { text: text.slice(0, asked.from) + words + text.slice(caret), caret: asked.from + words.length };
}

/** Those whose word begins so, the shortest first; at most eight, which is a list one can read. */
export function offered<T extends { name: string }>(snippets: readonly T[], word: string): T[] {
  const typed = word.toLowerCase();
  return snippets
    .filter(({ name }) => name.toLowerCase().startsWith(typed))
    .sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name))
    .slice(0, 8);
}
