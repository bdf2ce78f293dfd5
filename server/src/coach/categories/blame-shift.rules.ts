import { matches, type Category } from '../finding.rules.js';
import { BLAME_ON_OTHERS } from './blame-on-others.rules.js';
import { BLAME_ON_PARTNER } from './blame-on-partner.rules.js';

const WAYS = [...BLAME_ON_PARTNER, ...BLAME_ON_OTHERS];

export const blameShift: Category = {
  rule: 'blame_shift',
  name: 'Somebody else as the cause',
  why: 'It makes someone else a cause of what you did. The person who was hurt may hear that it was their fault.',
  question: 'What was yours to choose here?',
  example: 'I could have spoken to you that night, and I opened the app instead.',
  find: (sentence) => matches(sentence, WAYS),
  canBeTakenBack: true,
};
