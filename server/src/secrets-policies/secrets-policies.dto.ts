import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { SECRETS_CHOICES, SECRETS_TEXT, type SecretsChoice } from '../clinics/secrets-text.rules.js';
import { IsDay } from '../platform/day.validator.js';

export class NewSecretsPolicy {
  @IsIn(SECRETS_CHOICES) choice: SecretsChoice;
  /** Left out: the practice's words of this choice. */
  @IsOptional() @IsString() @Length(SECRETS_TEXT.least, SECRETS_TEXT.most) text?: string;
}

export class PaperSignature {
  @IsUUID() clientId: string;
  /** The day that stands on the paper, today at the latest. */
  @IsDay() signedOn: string;
}

export class PolicySignatureDto {
  id: string;
  clientId: string;
  way: 'portal' | 'paper';
  signedOn: string;
}

/** To a partner: with her own signature alone, and nothing that tells of the other's. */
export class PolicyVersionDto {
  id: string;
  number: number;
  choice: SecretsChoice;
  text: string;
  madeAt: string;
  /** Staff only. */
  madeByName: string | null;
  signatures: PolicySignatureDto[];
}

export class PolicyOfferDto {
  choice: SecretsChoice;
  text: string;
}

export class SecretsPolicyDto {
  coupleId: string;
  /** The last version: what counts for whoever signed it. */
  current: PolicyVersionDto | null;
  /** Those before it, the newest first. */
  earlier: PolicyVersionDto[];
  /** Staff only: both partners signed `current`. */
  signedByBoth: boolean | null;
  /** Staff only: the practice's words, and which it begins with. */
  offers: PolicyOfferDto[];
  usual: SecretsChoice | null;
}
