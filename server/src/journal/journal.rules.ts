/** What a person writes of her own accord. `crossroads`: what she weighs, of which the latest is what counts. */
export const KINDS = ['win', 'gut_check', 'leaning', 'crossroads'] as const;
export type Kind = (typeof KINDS)[number];

/** The ways there are: none is the aim. */
export const PATHS = ['as_is', 'separate', 'repair'] as const;
export type Path = (typeof PATHS)[number];

export interface Win {
  text: string;
}
/** Noticed, thought, did; `later`: how it turned out, often filled in days afterwards. */
export interface GutCheck {
  noticed: string;
  thought: string | null;
  did: string | null;
  later: string | null;
}
/** `lean`: 0 (out) to 10 (in); null: she does not know, which is an answer. */
export interface Leaning {
  lean: number | null;
  note: string | null;
}
export interface Crossroads {
  path: Path | null;
  /** Of a repair that is tried for a time: until which day. */
  repairUntil: string | null;
  /** The day on which she wants to have decided, if she wants one. */
  decideOn: string | null;
  values: string[];
  note: string | null;
}

/** Exactly one of them is set: that of its kind. */
export interface Content {
  win?: Win | null | undefined;
  gutCheck?: GutCheck | null | undefined;
  leaning?: Leaning | null | undefined;
  crossroads?: Crossroads | null | undefined;
}

const PART: Record<Kind, keyof Content> = {
  win: 'win',
  gut_check: 'gutCheck',
  leaning: 'leaning',
  crossroads: 'crossroads',
};

/** The kind of what was written; null when it is none of them, or more than one. */
export function kindOf(content: Content): Kind | null {
  const set = KINDS.filter((kind) => content[PART[kind]] != null);
  return set.length === 1 ? set[0]! : null;
}

/** What can be kept from the care team. Where she stands is for both of them, or it would not be written here. */
export const mayBeAlone = (kind: Kind): boolean => kind === 'win' || kind === 'gut_check';

/** Only a win can be shown to a partner. */
export const mayBeShared = (kind: Kind): boolean => kind === 'win';

/** The day until which a repair is tried belongs to that way alone. */
export const untilFitsPath = ({ path, repairUntil }: Crossroads): boolean => repairUntil === null || path === 'repair';
