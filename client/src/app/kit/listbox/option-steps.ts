/** Where the marked option goes on a key, going round at the ends. Null: the key does not move it. -1: none marked. */
export function steppedOption(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1;
  return null;
}
