import { setImmediate as others } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Answered, Paper, Piece } from './paper.definition.js';
import { BOLD, INK, inLetters, MARGIN, MARKED, PLAIN, QUIET } from './paper.fonts.js';
import { drawOnPaper } from './paper-drawing.js';
import { tableOnPaper } from './paper-table.js';
import { sheetSize } from './sheet-size.rules.js';

/** The types of pdfkit do not know it yet; pdfkit does. */
const PDF_UA = 'PDF/UA' as string as NonNullable<PDFKit.PDFDocumentOptions['subset']>;
const FOOT = 40;
const INDENT = 14;
/** Points: a heading and two lines. */
const ROOM_AFTER_HEADING = 54;
const HEADING_SIZES = { 2: 13, 3: 11, 4: 10 };
/** After so many pieces of a long paper whoever else waits is served first. */
const AT_ONE_GO = 40;

interface How {
  font?: string;
  color?: string;
  indent?: number;
  /** Lines. */
  before?: number;
  struck?: boolean;
}
type Say = (tag: string, size: number, words: string, how?: How) => void;

/**
 * A tagged PDF on the sheet that is used in this zone (IANA), with its letters in it: headings, paragraphs, tables and
 * drawings are marked for whoever has it read aloud, and its headings are its bookmarks.
 */
export async function printed(paper: Paper, zone: string): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: sheetSize(zone), margin: MARGIN, bufferPages: true, font: PLAIN },
    ...{ pdfVersion: '1.7', subset: PDF_UA, tagged: true, lang: 'en', displayTitle: true },
    info: { Title: paper.title, Creator: 'Kept', Producer: 'Kept' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolved, failed) => doc.on('end', resolved).on('error', failed));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const say = sayOn(doc, root);
  say('H1', 18, paper.title, { font: BOLD });
  for (const [at, fact] of paper.facts.entries()) say('P', 9.5, fact, { color: QUIET, before: at === 0 ? 0.4 : 0 });
  for (const [at, piece] of paper.pieces.entries()) {
    if (at % AT_ONE_GO === AT_ONE_GO - 1) await others();
    put(doc, root, say, piece);
  }
  root.end();
  onEveryPage(doc, paper);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

const sayOn =
  (doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement): Say =>
  (tag, size, words, { font = PLAIN, color = INK, indent = 0, before = 0, struck = false } = {}) => {
    doc.font(font).fontSize(size);
    if (before > 0) doc.moveDown(before);
    // A heading does not stand alone at the foot of a page.
    if (tag.startsWith('H') && doc.y > doc.page.height - MARGIN - ROOM_AFTER_HEADING) doc.addPage();
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size).fillColor(color);
        const width = doc.page.width - 2 * MARGIN - indent;
        doc.text(inLetters(doc, words), MARGIN + indent, doc.y, { width, lineGap: 2, strike: struck });
      }),
    );
  };

function put(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, say: Say, piece: Piece): void {
  switch (piece.kind) {
    case 'part':
      return heading(doc, say, piece);
    case 'words':
      return paragraphs(say, piece);
    case 'mark':
      return say('P', 11, piece.words, { font: BOLD, color: MARKED, before: 0.4 });
    case 'drawing':
      return drawOnPaper(doc, root, piece.drawing, piece.alt);
    case 'table':
      return tableOnPaper(doc, root, piece.table);
    case 'said':
      say('P', 9.5, `${piece.by}:`, { color: QUIET, before: 0.4 });
      return say('P', 10.5, piece.words, { indent: INDENT });
    case 'question':
      say('H3', 10.5, piece.label, { font: BOLD, before: 0.7 });
      if (piece.note) say('P', 9.5, piece.note, { color: QUIET });
      if (piece.answer) sayAnswer(piece.answer, say);
  }
}

function heading(
  doc: PDFKit.PDFDocument,
  say: Say,
  { title, level = 2, onNewPage }: Extract<Piece, { kind: 'part' }>,
): void {
  if (onNewPage) doc.addPage();
  say(`H${level}`, HEADING_SIZES[level], title, { font: BOLD, before: onNewPage ? 0 : level === 2 ? 1 : 0.7 });
  if (level === 2) doc.outline.addItem(title);
}

/** Parted where its writer left a line empty, so that it is read aloud in parts. */
function paragraphs(say: Say, { words, quiet, struck }: Extract<Piece, { kind: 'words' }>): void {
  const [size, color] = quiet ? [9.5, QUIET] : [10.5, INK];
  for (const part of words.replaceAll(/\r\n?/g, '\n').split(/\n\s*\n/))
    if (part.trim() !== '') say('P', size, part, { color, before: 0.4, ...(struck ? { struck } : {}) });
}

function sayAnswer({ words, entries }: Answered, say: Say): void {
  if (words === null && entries.length === 0) say('P', 10.5, 'Not answered', { color: QUIET });
  if (words !== null) say('P', 10.5, words);
  for (const { name, lines } of entries) {
    say('H4', 10.5, name, { indent: INDENT });
    for (const { label, words: cell } of lines) say('P', 10.5, `${label}: ${cell}`, { indent: 2 * INDENT });
  }
}

/** Beside what is read aloud: head and foot are no part of the text. */
function onEveryPage(doc: PDFKit.PDFDocument, { foot, mark }: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Outside the margins a text would begin a page of its own.
    doc.page.margins.bottom = 0;
    const width = doc.page.width - 2 * MARGIN;
    if (mark) {
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
      doc.font(BOLD).fontSize(8.5).fillColor(MARKED);
      doc.text(inLetters(doc, mark), MARGIN, FOOT - 8, { width, align: 'right', lineBreak: false });
      doc.endMarkedContent();
    }
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font(PLAIN).fontSize(8.5).fillColor(QUIET);
    const at = doc.page.height - FOOT;
    doc.text(inLetters(doc, foot), MARGIN, at, { width: width - 90, height: 12, ellipsis: true, lineBreak: false });
    doc.text(`Page ${page - start + 1} of ${count}`, MARGIN, at, { width, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
