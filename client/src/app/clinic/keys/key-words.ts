/** Keys as they are pressed, and what they do. */
export interface KeyLine {
  press: readonly string[];
  does: string;
}

export interface KeyGroup {
  name: string;
  keys: readonly KeyLine[];
}

export const ANYWHERE: KeyGroup = {
  name: $localize`Anywhere`,
  keys: [
    { press: ['Ctrl', 'K'], does: $localize`Find or do` },
    { press: ['/'], does: $localize`Find a person` },
    { press: ['Ctrl', '.'], does: $localize`Cover the screen` },
    { press: ['?'], does: $localize`This list` },
  ],
};

/** What a letter does in a row that has such an act. */
export const LETTERS: Readonly<Record<string, string>> = {
  n: $localize`Note about this person`,
  a: $localize`Assign homework`,
  r: $localize`Read what was sent`,
  x: $localize`Select`,
  e: $localize`Done`,
};

export const NOTE_KEYS: KeyGroup = {
  name: $localize`In this note`,
  keys: [
    { press: ['Alt', '↓', '↑'], does: $localize`Next section, section before` },
    { press: [';'], does: $localize`One of your texts` },
    { press: ['Ctrl', 'Enter'], does: $localize`Sign` },
    { press: ['Ctrl', 'S'], does: $localize`Save now; it saves itself too` },
  ],
};

export const REVIEW_KEYS: KeyGroup = {
  name: $localize`In this review`,
  keys: [
    { press: ['n', 'p'], does: $localize`Next answer, answer before` },
    { press: ['c'], does: $localize`Comment` },
    { press: ['d'], does: $localize`Compare with the earlier draft` },
    { press: ['Ctrl', 'Enter'], does: $localize`Reviewed` },
  ],
};

export const CALENDAR_KEYS: KeyGroup = {
  name: $localize`On your sessions`,
  keys: [
    { press: ['t'], does: $localize`Today` },
    { press: ['['], does: $localize`Before` },
    { press: [']'], does: $localize`After` },
    { press: ['d'], does: $localize`Day` },
    { press: ['w'], does: $localize`Week` },
    { press: ['p'], does: $localize`Plan a session` },
  ],
};

export const COUPLE_KEYS: KeyGroup = {
  name: $localize`About these two`,
  keys: [
    { press: ['v'], does: $localize`Session view` },
    { press: ['1'], does: $localize`First partner` },
    { press: ['2'], does: $localize`Both` },
    { press: ['3'], does: $localize`Second partner` },
  ],
};

export const SIGN_OFF_KEYS: KeyGroup = {
  name: $localize`For the note beside the list`,
  keys: [{ press: ['Ctrl', 'Enter'], does: $localize`Sign, and on to the next` }],
};
