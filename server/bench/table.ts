export interface Result {
  route: string;
  connections: number;
  /** `kept`, or the yardsticks `same` (the same statements) and `alone` (the data statement alone). */
  server: string;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Processor time of the server, without Postgres, in microseconds a request. */
  cpuMicros: number;
  memoryMiB: number;
}

const WIDTHS = [24, 6, 12, 10, 9, 9, 9, 9, 9];
const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[0]!) : cell.padStart(WIDTHS[i]!))).join('');

let headed = false;

/** One line for each server; the first is compared with each of the others. */
export function printTable(title: string, results: readonly Result[], say: (text: string) => void): void {
  if (!headed) say(line(['', 'conn', '', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU µs', 'MiB']));
  headed = true;
  const [first, ...others] = results;
  for (const one of results) {
    const numbers = [one.perSecond.toFixed(0), ...[one.p50, one.p95, one.p99].map((ms) => ms.toFixed(2))];
    const cost = [one.cpuMicros.toFixed(0), one.memoryMiB.toFixed(0)];
    say(line([one === first ? title : '', String(one.connections), one.server, ...numbers, ...cost]));
  }
  const ratios = others.map(
    (other) =>
      `${(first!.perSecond / other.perSecond).toFixed(2)} of ${other.server} (p95 × ${(first!.p95 / other.p95).toFixed(2)})`,
  );
  if (ratios.length > 0) say(`${' '.repeat(WIDTHS[0]!)}→ ${ratios.join(', ')}`);
}
