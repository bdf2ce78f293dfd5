/** Where "Answer together" leads back to, and what the link says. Only pages of this app that are known to lead here. */
export interface CameFrom {
  link: string;
  /** Of the address: which day the sessions are of, and whether a day or a week of them is shown. */
  params: Record<string, string>;
  words: string;
}

const NOTE = /^\/notes\/[\da-f-]{36}$/;
const CALENDAR = /^\/calendar(?:\?([\w=&-]*))?$/;

export function cameFrom(from: string | undefined, clientId: string): CameFrom {
  if (from && NOTE.test(from)) return { link: from, params: {}, words: $localize`Back to the note` };
  const calendar = CALENDAR.exec(from ?? '');
  if (calendar) {
    const params = Object.fromEntries(new URLSearchParams(calendar[1] ?? ''));
    return { link: '/calendar', params, words: $localize`Sessions` };
  }
  return { link: `/clients/${clientId}/scales`, params: {}, words: $localize`Scales` };
}
