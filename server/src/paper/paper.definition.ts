import type { Drawing } from '../charts/chart.definition.js';
import type { PaperTable } from './paper-table.js';

/** One answer as it stands on paper: words, or a list of entries with a line for each of their cells. */
export interface Answered {
  words: string | null;
  entries: { name: string; lines: { label: string; words: string }[] }[];
}

/** What stands on a paper, in the order of reading. */
export type Piece =
  /** A heading; `level` 2 when left out, and 3 and 4 below it. */
  | { kind: 'part'; title: string; level?: 2 | 3 | 4; onNewPage?: boolean }
  | { kind: 'question'; label: string; answer: Answered | null; note: string | null }
  | { kind: 'said'; by: string; words: string }
  | { kind: 'words'; words: string; quiet?: boolean; struck?: boolean }
  /** What has to be known before the rest is read. */
  | { kind: 'mark'; words: string }
  /** `alt` is what somebody is told who cannot see it. */
  | { kind: 'drawing'; drawing: Drawing; alt: string }
  | { kind: 'table'; table: PaperTable };

export interface Paper {
  title: string;
  /** Under the title, one line each. */
  facts: string[];
  /** Whose it is; with the number of the page at the foot of each. */
  foot: string;
  /** On top of each page, where a page alone would be taken for what it is not. */
  mark?: string;
  pieces: Piece[];
}
