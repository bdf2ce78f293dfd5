import { matches, type Category } from '../finding.rules.js';
import { FORGIVENESS_ASKED } from './forgiveness-asked.rules.js';
import { FORGIVENESS_PRESSED } from './forgiveness-pressed.rules.js';

const WAYS = [...FORGIVENESS_ASKED, ...FORGIVENESS_PRESSED];

export const forgivenessDemand: Category = {
  rule: 'forgiveness_demand',
  name: 'A request, or a hurry',
  why: 'It asks for something back. The person who was hurt may feel they have to answer, forgive or be quick.',
  question: 'Could it stand without asking for anything, with no date?',
  example: 'I am writing this so that you have it in my words.',
  find: (sentence) => matches(sentence, WAYS),
  canBeTakenBack: true,
};
