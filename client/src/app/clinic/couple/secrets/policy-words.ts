import type { PolicySignatureDto, SecretsPolicyDto } from '../../../../api/types.gen';
import { longDayOfYear } from '../../../kit/clock';
import { SECRETS_WORDS } from '../../../people/secrets-words';

type Said = Pick<SecretsPolicyDto, 'current' | 'signedByBoth'>;

/** "limited discretion, both signed by 3 September": the day of the later of the two. */
export function policyWords({ current, signedByBoth }: Said): string {
  if (!current) return $localize`nothing agreed yet`;
  const choice = SECRETS_WORDS[current.choice];
  if (!signedByBoth) return $localize`${choice}:choice:, not signed by both yet`;
  const last =
    current.signatures
      .map(({ signedOn }) => signedOn)
      .toSorted()
      .at(-1) ?? '';
  return $localize`${choice}:choice:, both signed by ${longDayOfYear(last)}:day:`;
}

/** "Signed 3 September, on paper" */
export function signatureWords({ way, signedOn }: PolicySignatureDto): string {
  const day = longDayOfYear(signedOn);
  return way === 'paper' ? $localize`Signed on paper, ${day}:day:` : $localize`Signed in the portal, ${day}:day:`;
}
