import { figure } from '../../../../../server/src/charts/axes.rules';

/** A change with its sign, such as +2 or −3 (a true minus). */
export function change(from: number, to: number): string {
  const by = to - from;
  return by === 0 ? $localize`same` : signed(by);
}

/** Points with their sign; a zero has none. */
export const signed = (by: number): string => (by > 0 ? '+' : by < 0 ? '−' : '') + figure(Math.abs(by));
