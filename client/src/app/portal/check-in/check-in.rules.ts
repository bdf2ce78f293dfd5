/** Item key to the number given, or null for "does not apply this week". An item left out has no answer yet. */
export type Given = Readonly<Record<string, number | null>>;

/** One page of a check-in: a question, by its place, or the look over it all before sending. */
export type Step = number | 'check';

/** Where a person who comes back goes on: the first question without an answer, else the look over it all. */
export function resumeAt(keys: readonly string[], given: Given): Step {
  const open = keys.findIndex((key) => !(key in given));
  return open < 0 ? 'check' : open;
}

/** The page after this one; after a question opened from the last page, the last page again. */
export function after(step: number, count: number, changing: boolean): Step {
  return changing || step + 1 >= count ? 'check' : step + 1;
}

/** About how many minutes: a reader takes some twelve seconds an item. Whole minutes, never zero. */
export function minutesFor(items: number): number {
  return Math.max(1, Math.round((items * 12) / 60));
}

/** What is sent: the given answers of this instrument, no others. */
export function answersOf(keys: readonly string[], given: Given): Record<string, number | null> {
  return Object.fromEntries(keys.flatMap((key) => (key in given ? [[key, given[key] ?? null]] : [])));
}
