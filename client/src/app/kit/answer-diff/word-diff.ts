/** A run of words that stayed, came or went. `text` keeps the white space of its source. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Above this many cells (words before × words after) the middle is shown as replaced whole, to stay quick. */
const CELLS = 4_000_000;

/** What changed from `before` to `after`, word by word. Going through `same` and `added` gives `after`. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = words(before);
  const now = words(after);
  let head = 0;
  while (head < old.length && head < now.length && alike(old[head], now[head])) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && alike(old.at(-1 - tail), now.at(-1 - tail))) tail += 1;

  const middle = compare(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return join([...now.slice(0, head).map(same), ...middle, ...now.slice(now.length - tail).map(same)]);
}

function compare(old: readonly string[], now: readonly string[]): DiffPart[] {
  const gone = (text: string): DiffPart => ({ kind: 'removed', text });
  const come = (text: string): DiffPart => ({ kind: 'added', text });
  if (old.length * now.length > CELLS) return [...old.map(gone), ...now.map(come)];

  // Length of the longest common run of words from (i, j) to both ends.
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = alike(old[i], now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const left = old[i];
    const right = now[j];
    if (left !== undefined && right !== undefined && alike(left, right)) {
      parts.push(same(right));
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push(gone(left));
      i += 1;
    } else if (right !== undefined) {
      parts.push(come(right));
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind become one part; between two changes, removed words come before added ones. */
function join(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const part of parts) {
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') joined[joined.length - 1] = same(last.text + part.text);
      else joined.push(part);
    }
  }
  flush();
  return joined;
}

const same = (text: string): DiffPart => ({ kind: 'same', text });
const words = (text: string): readonly string[] => text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
const alike = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim();
