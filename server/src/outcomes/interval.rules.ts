/** Two-sided 95 %: the quantile of the normal distribution at 0.975. */
const Z = 1.959964;

/**
 * Between which shares, in whole per cent, the true one lies in 95 of 100 such samples: Wilson 1927, which holds for small
 * samples and for shares near 0 and 100 too. Needs `of` > 0 and 0 ≤ `count` ≤ `of`.
 */
export function wilson(count: number, of: number): { low: number; high: number } {
  const share = count / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const middle = share + (Z * Z) / (2 * of);
  const scale = 1 + (Z * Z) / of;
  const percent = (value: number): number => Math.round(Math.min(1, Math.max(0, value / scale)) * 100);
  return { low: percent(middle - spread), high: percent(middle + spread) };
}
