import type { Score } from '../instruments/scoring.rules.js';

/** One set of answers as it was given, to the wording that was asked. */
export interface AnsweredScale {
  id: string;
  clientId: string;
  coupleId: string | null;
  title: string;
  /** Calendar day. */
  answeredOn: string;
  score: Score;
  /** `answer` null: passed over. */
  items: { text: string; answer: string | null }[];
}
