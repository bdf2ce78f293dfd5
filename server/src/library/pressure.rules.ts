/**
 * Words that hurry, shame or keep count of somebody. What is said to clients has none of them: there is no timetable
 * for trust, and no forgiveness by a date.
 */
export const PRESSURE: readonly { readonly code: 'hurry' | 'shame' | 'streak' | 'guilt'; readonly pattern: RegExp }[] =
  [
    { code: 'hurry', pattern: /\b(?:should|ought to|must|need to)\b[^.?!]{0,40}\bby now\b/i },
    { code: 'hurry', pattern: /\bstill (?:not|no|cannot|can’t|can't|haven’t|haven't)\b/i },
    { code: 'hurry', pattern: /\b(?:haven’t|haven't|hasn’t|hasn't|have you|are you|did you)\b[^.?!]{0,40}\byet\b/i },
    { code: 'hurry', pattern: /\b(?:get|got|getting|be|move|moving) (?:over it|past it|on from)\b/i },
    { code: 'hurry', pattern: /\bforgive\b[^.?!]{0,20}\b(?:by|before|until|soon|now)\b/i },
    { code: 'hurry', pattern: /\b(?:hurry|overdue|as soon as possible|at last|finally|time to let go|already be)\b/i },
    { code: 'shame', pattern: /\byou (?:failed|have failed|gave up|are to blame|only have yourself)\b/i },
    { code: 'shame', pattern: /\b(?:lazy|weak|pathetic|overreact\w*|too sensitive|bitter|grudges?|dwell\w*)\b/i },
    {
      code: 'streak',
      pattern: /\b(?:streaks?|in a row|don’t break|don't break|keep it up|missed days?|score so far)\b/i,
    },
    {
      code: 'guilt',
      pattern:
        /\b(?:if you (?:really|truly) (?:loved|love|cared|care|wanted|want)|you owe|for the (?:sake|good) of)\b/i,
    },
    { code: 'guilt', pattern: /\b(?:disappoint(?:ed|ing)?|let (?:us|me|them|everyone) down|waiting on you)\b/i },
  ];

export interface Pressure {
  readonly code: (typeof PRESSURE)[number]['code'];
  /** The words as they stand. */
  readonly quote: string;
}

/** Every pressing word of a text, once each. */
export const pressureIn = (text: string): Pressure[] =>
  PRESSURE.flatMap(({ code, pattern }) => {
    const quote = pattern.exec(text)?.[0];
    return quote === undefined ? [] : [{ code, quote }];
  });
