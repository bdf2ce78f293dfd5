/** Where "Answer together" leads back to, and what the link says. Only pages of this app that are known to lead here. */
export interface CameFrom {
  link: string;
  words: string;
}

const NOTE = /^\/notes\/[\da-f-]{36}$/;

export function cameFrom(from: string | undefined, clientId: string): CameFrom {
  if (from && NOTE.test(from)) return { link: from, words: $localize`Back to the note` };
  if (from === '/calendar') return { link: from, words: $localize`Sessions` };
  return { link: `/clients/${clientId}/scales`, words: $localize`Scales` };
}
