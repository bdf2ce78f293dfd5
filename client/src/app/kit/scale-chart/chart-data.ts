/** A value on a calendar day (`YYYY-MM-DD`). Null: it was due and not given, which is drawn as a gap. */
export interface ChartPoint {
  readonly on: string;
  readonly value: number | null;
  /** Shown in the table, such as "7 of 9 answered". */
  readonly note?: string;
}

/** One line, oldest point first. `mark` sets colour, marker and dash together, so that colour is never alone. */
export interface ChartSeries {
  readonly name: string;
  readonly mark: 'a' | 'b' | 'one';
  readonly points: readonly ChartPoint[];
}

/** A named range of values, such as a published severity band. `raised` is the range past a cut-off. */
export interface ChartBand {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly raised?: boolean;
}

/** How far values may move by chance, between two days (to the last day when left out). */
export interface ChartBaseline {
  readonly low: number;
  readonly high: number;
  readonly from: string;
  readonly to?: string;
}

/** Something that happened: a numbered mark on the chart, in words below it. */
export interface ChartEvent {
  readonly on: string;
  readonly label: string;
}

/** Whole numbers as they are, others with one decimal. */
export function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** A change with its sign, such as +2 or −3 (a true minus). */
export function change(from: number, to: number): string {
  const by = to - from;
  if (by === 0) return $localize`same`;
  return (by > 0 ? '+' : '−') + figure(Math.abs(by));
}
