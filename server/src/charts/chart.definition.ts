/**
 * What a chart of scores is made of. One drawing for the screen and for paper: this folder knows nothing of either, runs in the
 * browser and on the server, and says where things stand and in which ink; who draws decides what an ink looks like.
 */

/** A value on a calendar day (`YYYY-MM-DD`). Null is a gap: asked and not given, or given and not scored. */
export interface ChartPoint {
  readonly on: string;
  readonly value: number | null;
  /** Worked out from fewer answers than were asked: drawn hollow. */
  readonly prorated?: boolean;
  /** What stands in the gap instead of the usual word; nothing where nobody was asked. */
  readonly gap?: string;
  /** Shown in the table. */
  readonly note?: string;
}

/** One line, oldest point first. `mark` sets colour, marker and dash together, so that colour is never alone. */
export interface ChartSeries {
  readonly name: string;
  readonly mark: 'a' | 'b' | 'one';
  readonly points: readonly ChartPoint[];
}

/** A published range of values with its name. Never of a practice tracker. */
export interface ChartBand {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A line that somebody published, and on which side of it a score is read as a case. */
export interface ChartCutoff {
  readonly value: number;
  readonly side: 'above' | 'below';
  readonly label: string;
}

/** How far values may move before that is read as change, from one day to another (to the last day when left out). */
export interface ChartRibbon {
  readonly low: number;
  readonly high: number;
  readonly from: string;
  readonly to?: string;
}

/** A session is a dot on the axis; the others stand above the drawing, each kind with a shape of its own and a number. */
export type MarkKind = 'session' | 'setback' | 'disclosure' | 'start' | 'event';

export interface ChartMark {
  readonly on: string;
  readonly kind: MarkKind;
  readonly label: string;
}

export interface ChartInput {
  /** In the drawing's units: CSS pixels on a screen, points on paper. */
  readonly width: number;
  readonly series: readonly ChartSeries[];
  readonly min: number;
  readonly max: number;
  readonly bands: readonly ChartBand[];
  readonly cutoff: ChartCutoff | null;
  readonly ribbon: ChartRibbon | null;
  readonly marks: readonly ChartMark[];
  /** What stands where no value was given, unless the point says it itself. */
  readonly gapWord: string;
  /** How a day is written under the axis. */
  readonly dayWords: (day: string, withYear: boolean) => string;
}

/** The look of a shape, by what it means. The browser has a class of this name, paper a pen. */
export type Ink =
  | 'chart-axis'
  | 'chart-band'
  | 'chart-band-raised'
  | 'chart-cutoff'
  | 'chart-event'
  | 'chart-event-mark'
  | 'chart-event-number'
  | 'chart-gap'
  | 'chart-grid'
  | 'chart-ribbon'
  | 'chart-session'
  | 'chart-word'
  | 'chart-word-quiet'
  | `dot-${'a' | 'b' | 'one'}${'' | '-open'}`
  | `line-${'a' | 'b' | 'one'}`
  | `name-${'a' | 'b' | 'one'}`;

export type Shape =
  | {
      readonly is: 'line';
      readonly ink: Ink;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly is: 'rect';
      readonly ink: Ink;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly is: 'circle'; readonly ink: Ink; readonly x: number; readonly y: number; readonly r: number }
  | { readonly is: 'path'; readonly ink: Ink; readonly d: string }
  | {
      readonly is: 'text';
      readonly ink: Ink;
      readonly x: number;
      readonly y: number;
      readonly words: string;
      readonly anchor: 'start' | 'middle' | 'end';
    };

/** A mark as the key under the drawing names it; sessions have no number and are told together. */
export interface NumberedMark extends ChartMark {
  readonly number: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In the order of drawing: what comes later lies on top. */
  readonly shapes: readonly Shape[];
  /** Marks within the time drawn, in order of time. */
  readonly numbered: readonly NumberedMark[];
  readonly sessions: readonly ChartMark[];
}
