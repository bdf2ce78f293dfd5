import type { Watch } from './worksheet.definition.js';

/** A secret beside the word for it: "password is Hunter2!", "PIN: 4921". To speak of a password is no secret. */
export const SECRETS: Watch = {
  code: 'looks_like_password',
  act: 'refuse',
  pattern:
    '\\b(?:pass ?words?|pass ?codes?|pass ?phrase|pwd?|log-?in)\\b(?:\\s+(?:is|was|for\\s+\\w+\\s+is)\\s+(?:["“\'‘]\\S+|(?=\\S*\\d)\\S{4,})|\\s*[:=]\\s*\\S{3,})|\\b(?:pin|code)\\b(?:\\s+(?:is|was)\\s+|\\s*[:=]\\s*)\\d{3,10}\\b',
  message:
    'This looks like a password or a code. Please take it out: it is not kept here. A password can open things that belong to other people, and it cannot be untold. You could agree to show the screen in a session instead.',
};

/** A place on the map right now: coordinates, or a link that follows a person. */
export const LIVE_LOCATION: Watch = {
  code: 'looks_like_location',
  act: 'refuse',
  pattern:
    '-?\\b\\d{1,2}\\.\\d{4,}\\s*,\\s*-?\\d{1,3}\\.\\d{4,}|\\b(?:maps\\.app\\.goo\\.gl|goo\\.gl/maps|maps\\.apple\\.com|google\\.[a-z.]+/maps|glympse\\.com|life360\\.com|what3words\\.com|w3w\\.co)\\b',
  message:
    'This looks like a place on a map or a link that follows someone. Please take it out: it is not kept here. A shared calendar, or a word before you leave, says enough.',
};

/** Talk of passwords, of tracking, of shutting people or help out: said kindly, kept as written. */
export const SURVEILLANCE: Watch = {
  code: 'surveillance',
  act: 'warn',
  pattern:
    '\\b(?:share|give|have|know|want|all)\\b[^.?!]{0,30}\\bpass ?(?:word|code)s?\\b|\\b(?:track(?:er|ing)?|gps|live location|location sharing|share (?:my|your|his|her|their) location|spyware|airtag)\\b',
  message:
    'Passwords and following someone on a map tend to feed worry, and they can put people at risk. Is there something smaller that would help: a screen shown in a session, a shared calendar, a word the same day?',
};

export const ISOLATION: Watch = {
  code: 'isolation',
  act: 'warn',
  pattern:
    "\\b(?:not|never|no longer|stop|cannot|can't|won't|don't)\\b[^.?!]{0,25}\\b(?:see|seeing|talk|talking|speak|speaking|visit|visiting|call|calling)\\b[^.?!]{0,25}\\b(?:friends?|family|mother|mum|mom|father|dad|sister|brother|parents|therapist|doctor|police)\\b",
  message: 'Friends, family and help stay open to both of you. Please talk this line over with your therapist first.',
};

/** "I feel that you…" is a thought about the other person, not a feeling. */
export const JUDGEMENT: Watch = {
  code: 'judgement',
  act: 'warn',
  pattern: '\\bI (?:feel|felt) (?:that|like|as if|as though) (?:you|he|she|they)\\b|\\bI (?:feel|felt) you\\b',
  message: '“I feel that you…” says what you think about them. What is the feeling itself, in one word?',
};
