/**
 * What in a joint note reads as if one partner had told it alone. Joint notes hold nothing told alone, since both have to
 * agree before they leave, and then both read them. Words are looked for, not meanings: it is a hint to whoever signs, and
 * holds nothing back.
 */
const TELLING =
  'told|said|says|confided|disclosed|admitted|revealed|mentioned|shared|reported|wrote|texted|called|phoned|spoke|talked';
const BY_ONESELF = 'alone|in private|privately|in confidence|confidentially|one to one|individually|separately';
/** A few words between the two, none of which begins what was told: "said that he would leave her alone" is no such thing. */
const ALONE = new RegExp(
  String.raw`\b(?:(?:${TELLING})(?: (?!that\b|he\b|she\b|they\b|would\b)[\p{L}’']+){0,4} (?:${BY_ONESELF})|(?:alone,|(?:in private|privately|in confidence|confidentially),?)(?: [\p{L}’']+){0,3} (?:${TELLING}))\b`,
  'iu',
);
const CONFIDED = /\b(?:in (?:strict )?confidence|confided (?:in|to)|confidentially|off the record)\b/iu;
const KEPT_BACK =
  /\b(?:(?:does|do|did|must|should|may|is|are) ?(?:not|n['’]t) (?:to )?(?:know|be told|learn|find out)|(?:has|have|had)(?: not|n['’]t) (?:been )?told (?:him|her|them|\p{Lu}\p{L}+)|without (?:him|her|them|\p{Lu}\p{L}+) knowing|behind (?:his|her|their|\p{Lu}\p{L}+['’]s) back|(?:keep|kept|keeping) (?:it|this|that) (?:from|secret)|asked (?:me )?not to (?:tell|say|pass))/u;
const SEEN_ALONE =
  /\b(?:(?:when|while|once) (?:\p{L}+ )?(?:was |were )?(?:out of|had left|left) the room|(?:seen|met|saw|asked|spoke|spoken to) (?:\p{L}+ ){0,3}alone|(?:individual|separate|solo) (?:call|contact|session|talk|conversation)|before (?:he|she|they|\p{Lu}\p{L}+) (?:came|arrived|joined))\b/iu;

const RULES = [ALONE, CONFIDED, KEPT_BACK, SEEN_ALONE];

export interface ToldAlone {
  /** The field it stands in. */
  key: string;
  /** The sentence, as it stands there. */
  words: string;
  start: number;
}

/** A full stop, or the end of a line, ends a sentence. */
const SENTENCE = /[^.!?\n]+[.!?]*/gu;

/** Every such sentence of these texts, in the order of the fields. */
export function foundToldAlone(sections: Readonly<Record<string, string>>): ToldAlone[] {
  return Object.entries(sections).flatMap(([key, text]) =>
    [...text.matchAll(SENTENCE)]
      .filter(([sentence]) => RULES.some((rule) => rule.test(sentence)))
      .map(({ 0: sentence, index }) => ({
        key,
        words: sentence.trim(),
        start: index + (sentence.length - sentence.trimStart().length),
      })),
  );
}
