import type { Drawing, Ink, Shape } from '../charts/chart.definition.js';
import { BOLD, INK, inLetters, MARGIN, PLAIN, QUIET } from './paper.fonts.js';

/** How an ink of a chart looks on paper; widths in the drawing's units. */
interface Pen {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: [number, number];
  bold?: boolean;
  size?: number;
}

const [ACCENT, PERSON_A, PERSON_B, CLAY] = ['#0f5b57', '#174a86', '#ae4c88', '#8c4314'];
const word: Pen = { fill: QUIET, size: 12 };
const line = (stroke: string, dash?: [number, number]): Pen => ({ stroke, width: 2.25, ...(dash ? { dash } : {}) });
const open = (stroke: string, dash?: [number, number]): Pen => ({ ...line(stroke, dash), fill: '#ffffff', width: 2 });
const name = (fill: string): Pen => ({ fill, size: 13, bold: true });

const PENS: Record<Ink, Pen> = {
  'chart-axis': { stroke: '#6b7774', width: 1 },
  'chart-band': { fill: '#eef1f0' },
  'chart-band-raised': { fill: '#fcebdf' },
  'chart-cutoff': { stroke: CLAY, width: 1.25, dash: [8, 4] },
  'chart-event': { stroke: QUIET, width: 1, dash: [1, 3] },
  'chart-event-mark': { fill: '#ffffff', stroke: QUIET, width: 1 },
  'chart-event-number': { fill: INK, size: 11, bold: true },
  'chart-gap': { fill: '#e4e8e6' },
  'chart-grid': { stroke: '#d3dad7', width: 1 },
  'chart-ribbon': { fill: '#dcefec', stroke: ACCENT, width: 1, dash: [2, 3] },
  'chart-session': { fill: QUIET },
  'chart-word': word,
  'chart-word-quiet': word,
  'dot-a': { fill: PERSON_A },
  'dot-a-open': open(PERSON_A),
  'dot-b': open(PERSON_B),
  'dot-b-open': open(PERSON_B, [2, 2]),
  'dot-one': { fill: ACCENT },
  'dot-one-open': open(ACCENT),
  'line-a': line(PERSON_A),
  'line-b': line(PERSON_B, [6, 5]),
  'line-one': line(ACCENT),
  'name-a': name(PERSON_A),
  'name-b': name(PERSON_B),
  'name-one': name(ACCENT),
};

/** The same shapes as on a screen, as lines and letters rather than as a picture; one figure with words for whoever cannot see it. */
export function drawOnPaper(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  drawing: Drawing,
  alt: string,
): void {
  const width = doc.page.width - 2 * MARGIN;
  const scale = width / drawing.width;
  const height = drawing.height * scale;
  doc.moveDown(0.8);
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
  const top = doc.y;
  root.add(
    doc.struct('Figure', { alt }, () => {
      doc.save().translate(MARGIN, top).scale(scale);
      for (const shape of drawing.shapes) drawShape(doc, shape);
      doc.restore();
    }),
  );
  doc.x = MARGIN;
  doc.y = top + height + 6;
}

function drawShape(doc: PDFKit.PDFDocument, shape: Shape): void {
  const pen = PENS[shape.ink];
  if (shape.is === 'text') return letter(doc, shape, pen);
  outline(doc, shape);
  if (pen.width !== undefined) doc.lineWidth(pen.width);
  if (pen.dash) doc.dash(pen.dash[0], { space: pen.dash[1] });
  if (pen.fill && pen.stroke) doc.fillAndStroke(pen.fill, pen.stroke);
  else if (pen.fill) doc.fill(pen.fill);
  else doc.stroke(pen.stroke);
  if (pen.dash) doc.undash();
}

function outline(doc: PDFKit.PDFDocument, shape: Exclude<Shape, { is: 'text' }>): void {
  switch (shape.is) {
    case 'line':
      doc.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2);
      return;
    case 'rect':
      doc.rect(shape.x, shape.y, shape.width, shape.height);
      return;
    case 'circle':
      doc.circle(shape.x, shape.y, shape.r);
      return;
    case 'path':
      // A line without a single value is no path.
      doc.path(shape.d || 'M0,0');
  }
}

function letter(doc: PDFKit.PDFDocument, { x, y, words, anchor }: Extract<Shape, { is: 'text' }>, pen: Pen): void {
  doc
    .font(pen.bold ? BOLD : PLAIN)
    .fontSize(pen.size ?? 12)
    .fillColor(pen.fill ?? INK);
  const letters = inLetters(doc, words);
  const back = { start: 0, middle: 0.5, end: 1 }[anchor] * doc.widthOfString(letters);
  doc.text(letters, x - back, y, { lineBreak: false, baseline: 'alphabetic' });
}
