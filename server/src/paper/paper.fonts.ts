import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Wide in its letters, since names and answers are; only those that are used go into the file.
export const PLAIN = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
export const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

export const INK = '#1c1b19';
export const QUIET = '#57534c';
export const MARKED = '#8c4314';
/** Points. */
export const MARGIN = 64;

/** What pdfkit knows of the font in use and its types do not. */
interface FontInUse {
  _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
}

const BREAK = /\r\n?|[\u2028\u2029]/g;
/** Picks another look of the letter before it; without it that letter stands as it is. */
const LOOK = /\p{Variation_Selector}|\p{Emoji_Modifier}/gu;
const UNSEEN = /[\p{Cc}\u200D]/gu;

/**
 * Words in letters that the font in use has. One that it lacks is written as its number, "[U+1F389]": an empty box would
 * hide that something stood there, and be read aloud as nothing.
 */
export function inLetters(doc: PDFKit.PDFDocument, words: string): string {
  const { font } = (doc as unknown as FontInUse)._font;
  const clean = words
    .replaceAll(BREAK, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(LOOK, '')
    .replaceAll(UNSEEN, (sign) => (sign === '\n' ? sign : ''));
  return clean.replaceAll(/[^\n -~]/gu, (letter) => {
    const point = letter.codePointAt(0)!;
    return font.hasGlyphForCodePoint(point) ? letter : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
