/**
 * The secret of a mailed link stands behind the `#`, which no server, log or mail scanner ever gets to see.
 * It is used up by a POST only.
 */
export function linkToken(): string {
  return decodeURIComponent(location.hash.replace(/^#(?:token=)?/, ''));
}
