import PDFDocument from 'pdfkit';
import type { Drawing } from '../charts/chart.definition.js';
import type { Answered } from './answer-words.rules.js';
import { BOLD, INK, MARGIN, PLAIN, QUIET } from './paper.fonts.js';
import { drawOnPaper } from './paper-drawing.js';
import { tableOnPaper, type PaperTable } from './paper-table.js';

/** What stands on a paper, in the order of reading. */
export type Piece =
  | { kind: 'part'; title: string; onNewPage?: boolean }
  | { kind: 'question'; label: string; answer: Answered | null; note: string | null }
  | { kind: 'said'; by: string; words: string }
  | { kind: 'words'; words: string; quiet?: boolean }
  /** `alt` is what somebody is told who cannot see it. */
  | { kind: 'drawing'; drawing: Drawing; alt: string }
  | { kind: 'table'; table: PaperTable };

export interface Paper {
  title: string;
  /** Under the title, one line each. */
  facts: string[];
  /** Whose it is; with the number of the page at the foot of each. */
  foot: string;
  pieces: Piece[];
}

/** The types of pdfkit do not know it yet; pdfkit does. */
const PDF_UA = 'PDF/UA' as string as NonNullable<PDFKit.PDFDocumentOptions['subset']>;
const FOOT = 40;
const INDENT = 14;
/** Points: a heading and two lines. */
const ROOM_AFTER_HEADING = 54;

/** A tagged PDF on A4 with its letters in it, headings and paragraphs marked for whoever has it read aloud. */
export async function printed(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, bufferPages: true, font: PLAIN },
    ...{ pdfVersion: '1.7', subset: PDF_UA, tagged: true, lang: 'en', displayTitle: true },
    info: { Title: paper.title, Creator: 'Kept', Producer: 'Kept' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolved, failed) => doc.on('end', resolved).on('error', failed));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const say = (
    tag: string,
    size: number,
    words: string,
    { font = PLAIN, color = INK, indent = 0, before = 0 } = {},
  ) => {
    if (before > 0) doc.moveDown(before);
    // A heading does not stand alone at the foot of a page.
    if (tag.startsWith('H') && doc.y > doc.page.height - MARGIN - ROOM_AFTER_HEADING) doc.addPage();
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size).fillColor(color);
        doc.text(words, MARGIN + indent, doc.y, { width: doc.page.width - 2 * MARGIN - indent, lineGap: 2 });
      }),
    );
  };
  say('H1', 18, paper.title, { font: BOLD });
  for (const fact of paper.facts) say('P', 9.5, fact, { color: QUIET });
  for (const piece of paper.pieces) {
    if (piece.kind === 'part') {
      if (piece.onNewPage) doc.addPage();
      say('H2', 13, piece.title, { font: BOLD, before: piece.onNewPage ? 0 : 1 });
    } else if (piece.kind === 'words') {
      say('P', piece.quiet ? 9.5 : 10.5, piece.words, { color: piece.quiet ? QUIET : INK, before: 0.4 });
    } else if (piece.kind === 'drawing') {
      drawOnPaper(doc, root, piece.drawing, piece.alt);
    } else if (piece.kind === 'table') {
      tableOnPaper(doc, root, piece.table);
    } else if (piece.kind === 'said') {
      say('P', 9.5, `${piece.by}:`, { color: QUIET, before: 0.4 });
      say('P', 10.5, piece.words, { indent: INDENT });
    } else {
      say('H3', 10.5, piece.label, { font: BOLD, before: 0.7 });
      if (piece.note) say('P', 9.5, piece.note, { color: QUIET });
      if (piece.answer) sayAnswer(piece.answer, say);
    }
  }
  root.end();
  number(doc, paper.foot);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

type Say = (tag: string, size: number, words: string, how?: { font?: string; color?: string; indent?: number }) => void;

function sayAnswer({ words, entries }: Answered, say: Say): void {
  if (words === null && entries.length === 0) say('P', 10.5, 'Not answered', { color: QUIET });
  if (words !== null) say('P', 10.5, words);
  for (const { name, lines } of entries) {
    say('H4', 10.5, name, { indent: INDENT });
    for (const { label, words: cell } of lines) say('P', 10.5, `${label}: ${cell}`, { indent: 2 * INDENT });
  }
}

/** Beside what is read aloud: a foot is no part of the text. */
function number(doc: PDFKit.PDFDocument, foot: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Below the margin a text would begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font(PLAIN).fontSize(8.5).fillColor(QUIET);
    const at = doc.page.height - FOOT;
    const width = doc.page.width - 2 * MARGIN;
    doc.text(foot, MARGIN, at, { width: width - 90, lineBreak: false });
    doc.text(`Page ${page - start + 1} of ${count}`, MARGIN, at, { width, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
