/** A question to its writer. It never blocks, and is never seen by anybody else. */
export interface Hint {
  readonly quality: 'clear' | 'observable' | 'own' | 'respectful';
  readonly question: string;
}

const found = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[0] ?? null;

const VAGUE =
  /\b(?:better|more|less|nice(?:r)?|respect(?:ful)?|honest|normal|properly|supportive|open|considerate)\b/iu;
const INNER = /\b(?:think|feel|want|love|trust|mean|intend|be sorry|care about)\b/iu;
const ABSOLUTE = /\b(?:always|never ever|every single|constantly|all the time)\b/iu;
const THREAT = /\b(?:or else|you will regret|pay for it|punish\w*|teach you|deserve)\b/iu;
const NAMES = /\b(?:liar|cheater|idiot|stupid|pathetic|crazy|selfish|disgusting)\b/iu;

/** What could make a limit clearer: at most one question for each quality, in this order. English only. */
export function hintsFor(limit: string, ifNotKept: string): Hint[] {
  const hints: Hint[] = [];
  const words = limit.trim();
  if (words === '') return [];
  const vague = found(VAGUE, words);
  const absolute = found(ABSOLUTE, words);
  if (vague && words.split(/\s+/u).length < 12)
    hints.push({ quality: 'clear', question: $localize`“${vague}:word:”: what would that look like on a Tuesday?` });
  else if (absolute)
    hints.push({ quality: 'clear', question: $localize`“${absolute}:word:”: which times matter most?` });
  const inner = found(INNER, words);
  if (inner)
    hints.push({
      quality: 'observable',
      question: $localize`“${inner}:word:” cannot be seen. What could both of you see or hear?`,
    });
  if (/\b(?:you|he|she) (?:must|have to|will|leave|lose|go|sleep|pay)\b/iu.test(ifNotKept))
    hints.push({ quality: 'own', question: $localize`“If it is not kept” is about you: what would you do yourself?` });
  const harsh = found(THREAT, `${words} ${ifNotKept}`) ?? found(NAMES, `${words} ${ifNotKept}`);
  if (harsh)
    hints.push({
      quality: 'respectful',
      question: $localize`“${harsh}:word:”: could it be said so that it can be heard?`,
    });
  return hints;
}
