export type BriefKind =
  | 'agreed'
  | 'goal'
  | 'homework_sent'
  | 'homework_open'
  | 'shared'
  | 'score'
  | 'boundary'
  | 'boundary_mark'
  | 'marks_differ'
  | 'promise'
  | 'promise_mark'
  | 'agreement'
  | 'listening'
  | 'question'
  | 'risk'
  | 'setback'
  | 'ask_alone';
export type BriefSide = 'a' | 'us' | 'b';
/** `own`: the one it is of, and the care team. `staff`: the care team alone. */
export type KnownTo = 'both' | 'own' | 'staff';

/** What was found, before it is known in whose column it stands. */
export interface Found {
  id: string;
  kind: BriefKind;
  clientId: string | null;
  coupleId: string | null;
  at: Date | null;
  title: string;
  detail: string | null;
  dueOn: string | null;
  knownTo: KnownTo;
}

/** Who comes: one, or two in their own order. */
export type People = readonly { clientId: string }[];

/** Characters of somebody's own words that a line holds; the rest is where it is told from. */
const LONGEST = 240;

export const cut = (words: string): string => {
  const plain = words.trim().replaceAll(/\s+/g, ' ');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()} …` : plain;
};

export const sideOf = (clientId: string | null, people: People): BriefSide => {
  if (clientId === null) return 'us';
  return people[1]?.clientId === clientId ? 'b' : 'a';
};

/** Danger, and what one told of a hard day, is spoken of with that one alone, whoever else knows. */
const NEVER_ALOUD: readonly BriefKind[] = ['risk', 'setback', 'ask_alone'];

/** While two are in the room only what both know may be said; to somebody who comes alone, whatever she told. */
export const isAloud = ({ kind, knownTo }: Pick<Found, 'kind' | 'knownTo'>, people: People): boolean =>
  people.length > 1 ? knownTo === 'both' && !NEVER_ALOUD.includes(kind) : knownTo !== 'staff';

/** Days that what is drawn up before a first session looks back. */
const FIRST_LOOK = 28;

export const sinceOf = (lastEnd: Date | null, now: Date): Date =>
  lastEnd ?? new Date(now.getTime() - FIRST_LOOK * 86_400_000);

const SAID = ['kept', 'bent', 'crossed'];

/** Where the two tell of one boundary differently: each knows the own word, the care team both. */
export function marksThatDiffer(marks: readonly Found[]): Found[] {
  const said = marks.filter(({ kind, detail }) => kind === 'boundary_mark' && SAID.includes(detail ?? ''));
  return said.flatMap((one, place) => {
    const other = said.slice(place + 1).find(({ id }) => id === one.id);
    if (!other || other.clientId === one.clientId || other.detail === one.detail) return [];
    return [
      { ...one, kind: 'marks_differ' as const, clientId: null, at: null, detail: null, knownTo: 'staff' as const },
    ];
  });
}

/** Of the last word first; what is weighty comes before what is new. */
const ORDER: readonly BriefKind[] = ['risk', 'ask_alone', 'setback', 'agreed'];

export function inOrder<T extends Pick<Found, 'kind' | 'at' | 'id'>>(lines: readonly T[]): T[] {
  const rank = ({ kind }: T): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  return lines.toSorted(
    (a, b) => rank(a) - rank(b) || (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || a.id.localeCompare(b.id),
  );
}
