import { fold } from '../platform/fold.js';
import { fieldsOf } from './note-forms.definition.js';
import type { NoteFormat, Sections } from './note-formats.js';

/** Words of English that nearly every note holds: they find nothing, and are neither kept nor asked for. */
const TOO_COMMON = new Set(
  (
    'an and are as at be been but by can did do does for from had has have he her hers him his how if in into is it its ' +
    'me my no nor not of on or our out she so than that the their them then there these they this those to too up us ' +
    'was we were what when which who whom whose why will with would you your'
  ).split(' '),
);

const RUN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PLAIN = /^[a-z0-9]+$/;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const SHORTEST = 2;
/** In code points; what is longer is known by its beginning. */
const LONGEST = 40;
/** Lengths of the beginnings that are kept besides the whole word: a search from the fourth letter on meets one of them. */
const BEGINNINGS = [4, 6] as const;
/** Words of one search. */
export const MOST_WORDS = 8;

/** A word as it is compared: lower case, without accents, apostrophe or possessive s. */
export function folded(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replaceAll(/['’]/g, '');
  if (PLAIN.test(lower)) return lower.slice(0, LONGEST);
  return [...fold(lower).normalize('NFC')].slice(0, LONGEST).join('');
}

export interface Word {
  /** As it is compared. */
  word: string;
  /** Where it stands, in UTF-16 code units. */
  at: number;
  length: number;
}

/** The words of a text in their order: two letters or more, the too common ones left out. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const parts = WITHOUT_SPACES.test(run)
      ? [...segmenter.segment(run)].map(({ segment, index: within }) => ({ part: segment, at: index + within }))
      : [{ part: run, at: index }];
    for (const { part, at } of parts) {
      const word = folded(part);
      if (lengthOf(word) >= SHORTEST && !TOO_COMMON.has(word)) yield { word, at, length: part.length };
    }
  }
}

const lengthOf = (word: string): number => (PLAIN.test(word) ? word.length : [...word].length);
const beginningOf = (word: string, length: number): string => `${[...word].slice(0, length).join('')}*`;

/** One text of those that are looked through together; `section`: where it stands. */
export interface Passage {
  section: string;
  text: string;
}

/** What an author wrote in a note. A ticked choice or a day is no word of hers. */
export const passagesOf = (format: NoteFormat, sections: Sections): Passage[] =>
  fieldsOf(format).flatMap(({ key, kind }) => (kind === 'text' ? [{ section: key, text: sections[key] ?? '' }] : []));

/** What she added later, and why. */
export const addedPassages = ({ text, reason }: { text: string; reason: string | null }): Passage[] => [
  { section: 'text', text },
  { section: 'reason', text: reason ?? '' },
];

/** What is kept of them: their words and the beginnings of these, each once. */
export function keptWords(passages: readonly Passage[]): Set<string> {
  const kept = new Set<string>();
  for (const { text } of passages) {
    for (const { word } of wordsIn(text)) {
      if (kept.has(word)) continue;
      kept.add(word);
      for (const length of BEGINNINGS) if (lengthOf(word) >= length) kept.add(beginningOf(word, length));
    }
  }
  return kept;
}

/** What is searched for: each whole, but the last as the beginning of a word once it has four letters. */
export interface Sought {
  whole: string[];
  beginning: string | null;
}

/** Null when nothing is left to look for: only signs, single letters, or words that are too common. */
export function soughtIn(typed: string): Sought | null {
  const words = [...new Set([...wordsIn(typed)].map(({ word }) => word))].slice(0, MOST_WORDS);
  const last = words.at(-1);
  if (last === undefined) return null;
  return lengthOf(last) >= BEGINNINGS[0]
    ? { whole: words.slice(0, -1), beginning: last }
    : { whole: words, beginning: null };
}

/** The kept words that any note must hold to be looked at; the beginning is by its longest part that is kept. */
export function lookedUp({ whole, beginning }: Sought): string[] {
  if (beginning === null) return whole;
  const length = BEGINNINGS.findLast((each) => lengthOf(beginning) >= each)!;
  return [...whole, beginningOf(beginning, length)];
}

const fits = ({ whole, beginning }: Sought, word: string): boolean =>
  whole.includes(word) || (beginning !== null && word.startsWith(beginning));

/** A stretch of text around the first hit; `found` marks what was searched for. */
export interface Piece {
  text: string;
  found: boolean;
}
export interface Snippet {
  section: string;
  pieces: Piece[];
}

/** How much of the text stands around the first hit, in UTF-16 code units. */
const BEFORE = 60;
const WHOLE = 220;

/** Where the passages hold all that is searched for; null when they do not, whatever their tokens said. */
export function snippetOf(passages: readonly Passage[], sought: Sought): Snippet | null {
  const missing = new Set(sought.whole);
  let isBegun = sought.beginning === null;
  let first: { passage: Passage; hits: Word[] } | null = null;
  for (const passage of passages) {
    const hits = hitsIn(passage.text, sought);
    for (const { word } of hits) {
      missing.delete(word);
      isBegun ||= word.startsWith(sought.beginning!);
    }
    if (hits.length > 0) first ??= { passage, hits };
  }
  if (!first || missing.size > 0 || !isBegun) return null;
  return { section: first.passage.section, pieces: piecesOf(first.passage.text, first.hits) };
}

/** Cuts between words, and marks what was left out. */
function piecesOf(text: string, hits: readonly Word[]): Piece[] {
  const [first] = hits as [Word];
  const cut = first.at <= BEFORE ? 0 : text.indexOf(' ', first.at - BEFORE) + 1;
  const from = cut > first.at || (cut === 0 && first.at > BEFORE) ? first.at : cut;
  const room = from + WHOLE;
  const until = text.length <= room ? text.length : Math.max(text.lastIndexOf(' ', room), first.at + first.length);
  return [
    ...(from > 0 ? [{ text: '… ', found: false }] : []),
    ...marked(text, hits, from, until),
    ...(until < text.length ? [{ text: ' …', found: false }] : []),
  ];
}

/** The text from one place to another, what was searched for marked in it. */
function marked(text: string, hits: readonly Word[], from: number, until: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (part: string, found: boolean): void => void (part && pieces.push({ text: part, found }));
  let at = from;
  for (const hit of hits) {
    if (hit.at + hit.length > until) break;
    add(text.slice(at, hit.at), false);
    add(text.slice(hit.at, hit.at + hit.length), true);
    at = hit.at + hit.length;
  }
  add(text.slice(at, until), false);
  return pieces;
}

/** A whole text, what was searched for marked in it. */
export const markedIn = (text: string, sought: Sought): Piece[] => marked(text, hitsIn(text, sought), 0, text.length);

/** Where a text holds any of what is searched for. */
export const hitsIn = (text: string, sought: Sought): Word[] =>
  [...wordsIn(text)].filter(({ word }) => fits(sought, word));
