/**
 * What does not belong into psychotherapy notes, since such notes are kept apart from the record only while they hold
 * none of it: 45 CFR 164.501 names medication, start and stop times, modality and frequency, results of tests, and
 * summaries of diagnosis, functional status, treatment plan, symptoms, prognosis and progress. Words are looked for, not
 * meanings: it is a hint to whoever writes, and holds nothing back.
 */
export type ForRecord = 'medication' | 'times' | 'frequency' | 'scores' | 'diagnosis' | 'plan' | 'progress';

export interface Found {
  what: ForRecord;
  /** As it stands in the text. */
  words: string;
}

const RULES: readonly [ForRecord, RegExp][] = [
  [
    'medication',
    /\b(?:\d+(?:[.,]\d+)? ?mg\b|(?:medication|prescri(?:bed|ption|bes)|dosage|dose)\b|(?:sertraline|fluoxetine|escitalopram|citalopram|venlafaxine|duloxetine|mirtazapine|bupropion|quetiapine|lorazepam|diazepam|alprazolam|clonazepam|lithium|lamotrigine|trazodone)\b)/giu,
  ],
  [
    'times',
    /\b(?:(?:from |at |until )?(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:to|–|-|until) ?(?:[01]?\d|2[0-3])[:.][0-5]\d)?(?: ?[ap]\.?m\b)?|(?:at |from )(?:1[0-2]|[1-9]) ?[ap]\.?m\b|session (?:began|started|ended|lasted)\b|\d{2} ?[- ]?min(?:ute)?s? session\b)/giu,
  ],
  [
    'frequency',
    /\b(?:(?:once|twice|three times) (?:a|per) (?:week|month)|(?:weekly|fortnightly|biweekly|monthly) sessions?|sessions? (?:weekly|fortnightly|every (?:\w+ )?weeks?)|(?:by|via|on) (?:video|zoom|phone) session|video session|phone session)\b/giu,
  ],
  [
    'scores',
    /\b(?:(?:(?:phq|gad|pcl|csi|das|bdi|bai|ies)(?:[- ]?\d{1,2})?|(?:who|core|oq)-\d{1,2})(?:-r)?(?: (?:score|of|at|is|was|came to|total))*[ :=]{1,3}\d{1,3}\b|(?:scored|score of|total score) ?\d{1,3}\b|test results?\b)/giu,
  ],
  [
    'diagnosis',
    /\b(?:diagnos(?:is|es|ed|tic)|prognosis|(?:major depressi(?:on|ve)|ptsd|adjustment|generali[sz]ed anxiety|bipolar|borderline|panic|personality) disorder|ptsd|meets criteria|[fz]\d{2}\.\d{1,2}|icd[- ]?1[01]|dsm[- ]?5)\b/giu,
  ],
  [
    'plan',
    /\b(?:treatment plan|treatment goals?|next session we will|plan for treatment|homework (?:given|assigned))\b/giu,
  ],
  [
    'progress',
    /\b(?:symptoms? (?:are|have|has|is|were|of|include)|functional status|progress (?:towards?|on|with|in) (?:the |her |his |their )?(?:goals?|treatment|therapy)|functioning (?:is|has|well|at))\b/giu,
  ],
];

/** Everything of `text` that belongs into the record, in its order, each wording once. */
export function foundForRecord(text: string): Found[] {
  const found = RULES.flatMap(([what, words]) =>
    [...text.matchAll(words)].map((match) => ({ what, words: match[0].trim(), at: match.index })),
  );
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .filter(({ words }) => !seen.has(words.toLowerCase()) && seen.add(words.toLowerCase()))
    .map(({ what, words }) => ({ what, words }));
}
