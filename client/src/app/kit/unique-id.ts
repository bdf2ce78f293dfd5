let last = 0;

/** An id no other element of this page has, for tying labels, hints and errors to a control. */
export function uniqueId(prefix: string): string {
  last += 1;
  return `${prefix}-${last}`;
}
