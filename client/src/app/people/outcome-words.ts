import type { OutcomeDto } from '../../api/types.gen';

/** How care can come to a close, in one order that ranks nothing: each is completed care. */
export const OUTCOME_WORDS: Record<OutcomeDto['outcome'], string> = {
  together: $localize`Together`,
  apart_with_clarity: $localize`Apart, with clarity`,
  still_deciding: $localize`Still deciding`,
  individual_work: $localize`Individual work`,
};
