import { STAGES, type Stage, type Worksheet } from './worksheet.definition.js';

type Role = 'injured' | 'involved' | 'both' | 'unspecified';

/** For whom something is looked for: the roles of the one or two people, where they stand, and whether as two. */
export interface Occasion {
  readonly roles: readonly Role[];
  readonly stage: Stage | null;
  readonly asCouple: boolean;
}

/**
 * How a worksheet stands to a stage. `early`: everything it is for lies two or more steps ahead, so giving it asks for a
 * reason. `ahead`: it is for the next step. `behind`: for what lies behind them, which is no fault: a setback leads back.
 */
export type Fit = 'fits' | 'ahead' | 'early' | 'behind';

/** Steps a worksheet may lie ahead before it comes early. */
const AHEAD = 1;

/** Parting is an outcome and no step: nothing comes early for it, and nothing for parting alone comes early elsewhere. */
export function fitOf({ stages }: Pick<Worksheet, 'stages'>, stage: Stage): Fit {
  if (stages.includes(stage)) return 'fits';
  const steps = stages.filter((each) => each !== 'part').map((each) => STAGES.indexOf(each));
  if (stage === 'part' || steps.length === 0) return 'behind';
  const ahead = Math.min(...steps) - STAGES.indexOf(stage);
  if (ahead <= 0) return 'behind';
  return ahead > AHEAD ? 'early' : 'ahead';
}

/** What therapists often reach for first in a stage, the likeliest first. */
const OFTEN_FIRST: Record<Stage, readonly string[]> = {
  stabilise: ['self-care-plan', 'support-map', 'trigger-map', 'setback-plan', 'boundary-list'],
  understand: ['disclosure-pacing', 'listening-log', 'motivations', 'self-trust-journal', 'weekly-check-in'],
  repair: ['apology', 'commitment-log', 'transparency-agreement', 'i-statement', 'boundary-list'],
  rebuild: ['shared-experiences', 'weekly-check-in', 'commitment-log', 'self-trust-journal', 'forgiveness-reflection'],
  part: ['discernment', 'support-map', 'self-care-plan', 'boundary-list', 'self-trust-journal'],
};

/** Why something is offered before the rest. */
export type Because = 'often_first' | 'for_role' | 'fits_stage';

export interface Offer {
  /** Null: not among what is offered first. */
  readonly because: Because | null;
  readonly fit: Fit | null;
  /** Small comes first. */
  readonly rank: number;
}

/** Nothing is ever left out by it: what suits less stands further down. */
export function offerOf(worksheet: Pick<Worksheet, 'key' | 'audience' | 'stages'>, occasion: Occasion): Offer {
  const { stage } = occasion;
  const fit = stage ? fitOf(worksheet, stage) : null;
  if (!suits(worksheet, occasion)) return { because: null, fit, rank: 400 };
  if (fit === 'early') return { because: null, fit, rank: 300 };
  const first = stage ? OFTEN_FIRST[stage].indexOf(worksheet.key) : -1;
  if (first >= 0) return { because: 'often_first', fit, rank: first };
  const isForRole = occasion.roles.some((role) => role === worksheet.audience);
  if (isForRole && fit !== 'ahead' && fit !== 'behind') return { because: 'for_role', fit, rank: 100 };
  if (fit === 'fits') return { because: 'fits_stage', fit, rank: 150 };
  return { because: null, fit, rank: 200 };
}

/** A sheet for the other role, or for two where there is one, can be given all the same; it is only not offered first. */
function suits({ audience }: Pick<Worksheet, 'audience'>, { roles, asCouple }: Occasion): boolean {
  if (audience === 'joint') return asCouple || roles.length === 0;
  if (audience === 'either' || audience === 'both') return true;
  return roles.length === 0 || roles.some((role) => role === audience || role === 'both' || role === 'unspecified');
}
