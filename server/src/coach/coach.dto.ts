import { IsString, Length } from 'class-validator';
import type { Rule } from './finding.rules.js';
import type { Component } from './letter.rules.js';

/** A letter, or a part of one. It is read and forgotten. */
export class ApologyText {
  @IsString() @Length(1, 20_000) text: string;
}

/** `start` and `end` count UTF-16 units of the text that was sent; `quote` is what stands between them. */
export class HintDto {
  rule: Rule;
  start: number;
  end: number;
  quote: string;
  why: string;
  question: string;
}

export class CoachDto {
  hints: HintDto[];
  /** Parts of a full apology that were not found yet. */
  missing: Component[];
}
