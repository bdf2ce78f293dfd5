/** Where somebody leans, in words that favour neither end: 0 is out, 10 is in, null is not known. */
export function leaningWords(lean: number | null): string {
  if (lean === null) return $localize`I don’t know`;
  if (lean === 5) return $localize`5, in between`;
  return lean < 5 ? $localize`${lean}:lean:, more out than in` : $localize`${lean}:lean:, more in than out`;
}
