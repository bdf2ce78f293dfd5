const OPENS = /[a-z/!?]/i;
const UNREAD = /^<(script|style)\b/i;

/**
 * Imported text as plain text: tags gone, with what stands between those of scripts and styles. One pass from left to right;
 * a space takes the place of each tag, so that what is left can never join into another. "a < b" stays as it is.
 */
export function plainText(text: string): string {
  const lower = text.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', at)) {
    if (!OPENS.test(text[open + 1] ?? '')) {
      kept.push(text.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    const close = text.indexOf('>', open);
    if (close === -1) break;
    kept.push(text.slice(at, open), ' ');
    const unread = UNREAD.exec(text.slice(open, open + 8))?.[1];
    const end = unread ? lower.indexOf(`</${unread.toLowerCase()}`, close) : close;
    at = end === -1 ? text.length : unread ? end : close + 1;
  }
  kept.push(text.slice(at));
  return kept
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
