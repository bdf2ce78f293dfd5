/** Shortest password in characters; the server also refuses well-known ones. */
export const SHORTEST = 15;

/** What is wrong with it as far as can be told here, or null. */
export function passwordError(password: string): string | null {
  if (password === '') return $localize`Type a password.`;
  const length = [...password].length;
  if (length >= SHORTEST) return null;
  return $localize`Use at least ${SHORTEST}:shortest: characters. This has ${length}:length:.`;
}
