/** A part of the text as it was written: `start` counts UTF-16 units from 0, `end` is the first unit after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Word extends Span {
  readonly norm: string;
}

/** One sentence: its place in the text, and its words in small letters with contractions written out. */
export interface Sentence extends Span {
  /** Words and marks, each parted by one space: "i am sorry , but i was tired ." */
  readonly norm: string;
  /** Where each word stands in `norm` and in the text. */
  readonly words: readonly (Word & { readonly at: number })[];
}

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*'?|[.,;:!?—"()%]/gu;
const ABBREVIATION = /(?:^|\s)(?:dr|mr|mrs|ms|st|prof|no|vs|e\.g|i\.e|a\.m|p\.m|[a-z])\.$/i;

/** One unit for one unit, so that places stay what they were. */
const plainQuotes = (text: string): string =>
  text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–―]/g, '—');

const WHOLE: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  cant: 'can not',
  "won't": 'will not',
  wont: 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  "let's": 'let us',
  im: 'i am',
  ive: 'i have',
  dont: 'do not',
  didnt: 'did not',
  doesnt: 'does not',
  wasnt: 'was not',
  werent: 'were not',
  isnt: 'is not',
  couldnt: 'could not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  hadnt: 'had not',
  havent: 'have not',
  youre: 'you are',
  youve: 'you have',
  youd: 'you would',
  thats: 'that is',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  cos: 'because',
  cuz: 'because',
  "'cause": 'because',
  coz: 'because',
  tho: 'though',
};

const HAS_S =
  /^(?:it|that|this|what|there|here|he|she|who|where|how|when|everything|nothing|something|everybody|nobody)$/;
const PARTICIPLE =
  /^(?:been|got|had|done|made|gone|taken|become|kept|left|put|told|never|always|just|only|not|[a-z]+ed)$/;
const AFTER_HAD =
  /^(?:been|had|done|made|gone|taken|kept|left|put|told|said|asked|shown|given|let|paid|better|never|not|only|just|[a-z]+ed)$/;

/** "i'm" → "i am". What `'d` and `'s` stand for is told by the word after them. */
function written(word: string, next: string): string {
  const whole = WHOLE[word];
  if (whole) return whole;
  if (word.endsWith("n't")) return `${word.slice(0, -3)} not`;
  const [, stem = '', tail = ''] = /^(.+)'(m|re|ve|ll|d|s)$/.exec(word) ?? [];
  if (tail === 'm') return `${stem} am`;
  if (tail === 're') return `${stem} are`;
  if (tail === 've') return `${stem} have`;
  if (tail === 'll') return `${stem} will`;
  if (tail === 'd') return `${stem} ${AFTER_HAD.test(next) ? 'had' : 'would'}`;
  if (tail === 's' && HAS_S.test(stem))
    return `${stem} ${PARTICIPLE.test(next) && next !== 'not' && next !== 'just' && next !== 'only' ? 'has' : 'is'}`;
  return word;
}

/** Characters of one piece at most: what never ends must not be read as one sentence, or reading it takes too long. */
const LONGEST = 600;

/** Where the sentences of a text lie. A line break ends one; an abbreviation or an initial does not. */
function places(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
    const to = start + text.slice(start, end).trimEnd().length;
    for (let piece = from; piece < to;) {
      const space = text.lastIndexOf(' ', piece + LONGEST);
      const stop = to - piece <= LONGEST ? to : space > piece ? space : piece + LONGEST;
      found.push({ start: piece, end: stop });
      piece = stop;
    }
    start = end;
  };
  for (const { index, 0: mark } of text.matchAll(/[.!?…]+["')]*(?=\s|$)|\n+/g)) {
    const end = index + mark.length;
    if (
      mark === '.' &&
      ABBREVIATION.test(text.slice(start, end)) &&
      !/^\s*$/.test(text.slice(end)) &&
      !/\bI\.$/.test(text.slice(start, end))
    )
      continue;
    close(end);
  }
  close(text.length);
  return found;
}

function sentence(text: string, { start, end }: Span): Sentence {
  const tokens = [...plainQuotes(text.slice(start, end)).toLowerCase().matchAll(WORD)];
  const words: (Word & { at: number })[] = [];
  let norm = '';
  for (const [index, token] of tokens.entries()) {
    const word = token[0].length > 1 ? token[0].replace(/'$/, '') : token[0];
    for (const part of written(word, tokens[index + 1]?.[0] ?? '').split(' ')) {
      if (norm) norm += ' ';
      const from = start + token.index;
      words.push({ norm: part, at: norm.length, start: from, end: from + token[0].length });
      norm += part;
    }
  }
  return { start, end, norm, words };
}

export const sentences = (text: string): Sentence[] => places(text).map((place) => sentence(text, place));

/** The words of the text behind a stretch of `norm`. Marks at its ends are left out. */
export function spanOf({ words }: Sentence, from: number, to: number): Span {
  const inside = words.filter(({ at, norm }) => at + norm.length > from && at < to && /[\p{L}\p{N}]/u.test(norm));
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? { start: first.start, end: last.end } : { start: words[0]!.start, end: words[0]!.end };
}
