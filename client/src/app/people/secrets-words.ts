import type { ClinicSettingsDto } from '../../api/types.gen';
import type { Choice } from '../kit/choice';

export type SecretsChoice = ClinicSettingsDto['secretsDefault'];

/** What may become of a thing told alone, by name. */
export const SECRETS_WORDS: Record<SecretsChoice, string> = {
  no_secrets: $localize`no secrets`,
  limited: $localize`limited discretion`,
  full: $localize`full confidentiality`,
};

export const SECRETS_CHOICES: readonly (Choice & { key: SecretsChoice })[] = [
  { key: 'no_secrets', label: $localize`No secrets`, note: $localize`what concerns both can come into the joint work` },
  { key: 'limited', label: $localize`Limited discretion`, note: $localize`kept, unless it stands in the way` },
  { key: 'full', label: $localize`Full confidentiality`, note: $localize`passed on with written leave only` },
];
