import { BOLD, INK, inLetters, MARGIN, PLAIN, QUIET } from './paper.fonts.js';

export interface PaperTable {
  title: string;
  head: readonly string[];
  /** Cells in the order of the head; the first names its row. */
  rows: readonly (readonly string[])[];
  /** How the width is shared out; columns not named have a share of 1. */
  shares: readonly number[];
}

const SIZE = 9.5;
const PAD = 5;

/** A real table: rows and cells are marked as such, and its head stands again on each page it goes on to. */
export function tableOnPaper(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { title, head, rows, shares }: PaperTable,
): void {
  const width = doc.page.width - 2 * MARGIN;
  const all = head.reduce((sum, _, at) => sum + (shares[at] ?? 1), 0);
  const widths = head.map((_, at) => (width * (shares[at] ?? 1)) / all);
  doc.moveDown(1);
  if (doc.y > doc.page.height - MARGIN - 80) doc.addPage();
  const table = doc.struct('Table', { title });
  root.add(table);
  const row = (cells: readonly string[], isHead: boolean): void => {
    const height = heightOf(doc, cells, widths, isHead);
    const breaks = doc.y + height > doc.page.height - MARGIN;
    if (breaks) {
      doc.addPage();
      // Said once already to whoever has it read aloud.
      if (!isHead) headAgain(doc, head, widths);
    }
    const [top, line] = [doc.y, doc.struct('TR')];
    table.add(line);
    let left = MARGIN;
    cells.forEach((cell, at) => {
      const isName = isHead || at === 0;
      const x = left;
      line.add(
        doc.struct(isName ? 'TH' : 'TD', scopeOf(isName, isHead), () =>
          put(doc, cell, x, top, widths[at]!, isName, isHead),
        ),
      );
      left += widths[at]!;
    });
    line.end();
    under(doc, top + height, isHead);
  };
  row(head, true);
  for (const cells of rows) row(cells, false);
  table.end();
}

/** What a heading of a table is the heading of. The types of pdfkit do not know it yet; pdfkit does. */
const scopeOf = (isName: boolean, isHead: boolean): object => (isName ? { scope: isHead ? 'Column' : 'Row' } : {});

function heightOf(
  doc: PDFKit.PDFDocument,
  cells: readonly string[],
  widths: readonly number[],
  isHead: boolean,
): number {
  const heights = cells.map((cell, at) => {
    // As it will be put: bold letters take more room.
    doc.font(isHead || at === 0 ? BOLD : PLAIN).fontSize(SIZE);
    return doc.heightOfString(inLetters(doc, cell) || ' ', { width: widths[at]! - PAD });
  });
  return Math.max(...heights) + 2 * PAD;
}

function put(
  doc: PDFKit.PDFDocument,
  words: string,
  x: number,
  top: number,
  width: number,
  isName: boolean,
  isHead: boolean,
): void {
  doc
    .font(isName ? BOLD : PLAIN)
    .fontSize(SIZE)
    .fillColor(isHead ? QUIET : INK);
  doc.text(inLetters(doc, words), x, top + PAD, { width: width - PAD });
}

function under(doc: PDFKit.PDFDocument, y: number, strong: boolean): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .lineWidth(strong ? 1 : 0.5)
    .moveTo(MARGIN, y)
    .lineTo(doc.page.width - MARGIN, y)
    .stroke(strong ? '#6b7774' : '#d3dad7');
  doc.endMarkedContent();
  doc.x = MARGIN;
  doc.y = y + 1;
}

function headAgain(doc: PDFKit.PDFDocument, head: readonly string[], widths: readonly number[]): void {
  const [top, height] = [doc.y, heightOf(doc, head, widths, true)];
  doc.markContent('Artifact', { type: 'Layout' });
  let left = MARGIN;
  head.forEach((cell, at) => {
    put(doc, cell, left, top, widths[at]!, true, true);
    left += widths[at]!;
  });
  doc.endMarkedContent();
  under(doc, top + height, true);
}
