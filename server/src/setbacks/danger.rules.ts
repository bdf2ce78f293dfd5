/**
 * Words that may speak of danger to oneself or from somebody else. They open a page that says honestly what happens now
 * and whom to call; nothing is held back, judged or reported by them beyond a word to the care team. English only, and
 * wider than it is sharp: a page too many costs a tap.
 */
const DANGER: readonly RegExp[] = [
  /\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) (?:myself|my self)\b/,
  /\b(?:suicid\w*|overdose|end(?:ing)? (?:my life|it all)|take my (?:own )?life)\b/,
  /\b(?:do not|don't|did not|didn't|no longer) (?:\w+ )?(?:want|wish) to (?:live|be alive|be here|wake up|exist)\b/,
  /\b(?:want|wish|going|rather) (?:to |i was |i were |be )*(?:die|dead)\b/,
  /\bbetter off (?:dead|without me)\b|\bno (?:reason|point) (?:to live|in living|left)\b|\b(?:can't|cannot|can not) go on\b/,
  /\b(?:hit|hits|hitting|beat|beats|slap(?:s|ped)?|punch(?:es|ed)?|kick(?:s|ed)?|chok(?:es|ed)|strangl(?:es|ed)|shov(?:es|ed)|push(?:es|ed)|grab(?:s|bed)?|threaten(?:s|ed)?|forc(?:es|ed)) me\b/,
  /\b(?:afraid|scared|frightened|terrified) (?:of (?:him|her|them|my)|for my (?:life|safety)|to go home)\b/,
  /\b(?:not|don't feel|do not feel|never) safe\b|\bunsafe\b/,
  /\b(?:kill|hurt|stab|shoot) (?:him|her|them|somebody|someone)\b/,
  /\b(?:gun|knife|weapon)\b/,
];

const plain = (text: string): string => text.toLowerCase().replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ');

/** True where the words may speak of danger. */
export function speaksOfDanger(text: string): boolean {
  const words = plain(text);
  return DANGER.some((pattern) => pattern.test(words));
}
