import { Invalid, RuleBroken } from '../platform/errors.js';

interface Version {
  id: string;
  choice: string;
  text: string;
}

/** Throws RuleBroken('unchanged'): a version that says the same would ask both for nothing new. */
export function mustSayOther(last: Version | null, choice: string, text: string): void {
  if (last && last.choice === choice && last.text === text)
    throw new RuleBroken('unchanged', 'This is what the policy says already.');
}

/** Throws RuleBroken('not_current'): one signs what counts now, and RuleBroken('already_signed') for a second time. */
export function maySign(policy: Version, current: Version | null, hasSigned: boolean): void {
  if (policy.id !== current?.id) throw new RuleBroken('not_current', 'There is a newer version of this.');
  if (hasSigned) throw new RuleBroken('already_signed', 'This is signed already.');
}

/** Throws Invalid: a day on paper that is still to come (`today` is the practice's). */
export function mustBePast(signedOn: string, today: string): void {
  if (signedOn > today)
    throw new Invalid([{ path: 'signedOn', code: 'future', message: 'This day is still to come.' }]);
}

/** Everybody of `both` is among those who signed; never true of nobody. */
export const isSignedByBoth = (both: readonly string[], signed: readonly string[]): boolean =>
  both.length > 1 && both.every((id) => signed.includes(id));
