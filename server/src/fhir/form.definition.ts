/** What is left of an imported questionnaire once it is read: neutral, plain, and bound to scoring facts by keys. */
export interface Form {
  title: string;
  url: string | null;
  /** The file's own version of itself. */
  canonicalVersion: string | null;
  language: string | null;
  copyright: string;
  /** Words that stand before the first question. */
  lead: string;
  /** Words that stand after the last question; not set in a form that was read before these were. */
  closing?: string;
  /** In the order of the file, without groups and displays. */
  items: FormItem[];
  /** linkIds of groups and displays: an answer may be nested in them. */
  frames: string[];
  /** Not set in a form that was read before these were. */
  formulas?: Formula[];
  scoring: FormScoring | null;
}

/** Which scale it is; items of the form to keys of the facts, with the version of the facts that was read then. */
export interface FormScoring {
  code: string;
  factsVersion: number;
  items: Record<string, string>;
}

/** A sum the file would work out itself: where it stands, and what it adds, if it is a plain sum. */
export interface Formula {
  path: string;
  /** The item it fills in. */
  linkId: string;
  language: string;
  /** Keys of items to how often each counts; null for whatever is more than a sum, or is no FHIRPath. */
  adds: Readonly<Record<string, number>> | null;
  /** A question left open counts as nothing in it. */
  openAsNothing: boolean;
}

export interface FormItem {
  /** The LOINC code where it has one of its own, else the linkId. */
  key: string;
  linkId: string;
  text: string;
  prefix: string;
  /** Titles of the groups it stands in, and words of help. */
  section: string;
  help: string;
  type: string;
  loinc: string | null;
  required: boolean;
  repeats: boolean;
  hidden: boolean;
  /** Worked out, not asked. */
  computed: boolean;
  min: number | null;
  max: number | null;
  maxLength: number | null;
  options: FormOption[];
  /** All of these must hold for it to be asked: its own rule and those of the groups around it. */
  shownIf: ShownIf[];
}

export interface FormOption {
  key: string;
  text: string;
  system: string | null;
  code: string | null;
  /** Points; null while nobody has said what it is worth. Never taken from its place. */
  value: number | null;
}

export interface ShownIf {
  all: boolean;
  conditions: ShownWhen[];
}

export interface ShownWhen {
  /** Key of the item asked about. */
  item: string;
  operator: string;
  /** A number, a word, or the key of an option. */
  value: string | number | boolean;
}
