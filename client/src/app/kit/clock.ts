/** Hours and minutes as said in a sentence, such as 23:41, in `zone` or the reader's own. */
export function clock(at: Date | string, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at));
}
