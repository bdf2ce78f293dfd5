import { IsString, Length } from 'class-validator';
import { ChangeRuleDto } from './instruments.dto.js';

/** Which of a scale's change rules the clinic goes by from now on. Past verdicts keep theirs. */
export class NewChangeRuleChoice {
  @IsString() @Length(1, 40) instrument: string;
  @IsString() @Length(1, 40) rule: string;
  @IsString() @Length(1, 1000) reason: string;
}

/** `version` 0: nobody has chosen yet, and the scale's own default holds. */
export class ChangeRuleChoiceDto {
  id: string | null;
  instrument: string;
  title: string;
  version: number;
  rule: ChangeRuleDto;
  choices: ChangeRuleDto[];
  reason: string | null;
  chosenBy: string | null;
  chosenAt: string | null;
}
