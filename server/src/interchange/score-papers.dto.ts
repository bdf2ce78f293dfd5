import { IsIn, IsOptional } from 'class-validator';
import { ScoresQuery } from '../scales/scales.dto.js';

/** `client`: as it can be handed over, without bands, lines and verdicts. A client has no other. */
export class ScorePaperQuery extends ScoresQuery {
  @IsOptional() @IsIn(['care', 'client']) view?: 'care' | 'client';
}
