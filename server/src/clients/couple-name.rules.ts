import { callName, displayName, familyInitial, type PersonName } from './clients.rules.js';
import { fold } from '../platform/fold.js';

/**
 * "Maya & Tom K." where they share a family name, else "Maya K. & Tom B.". A partner whom the reader may not see
 * is `null`; the couple is then named after the one she sees, and nothing tells of the other.
 */
export function coupleName(partners: readonly (PersonName | null)[]): string {
  const [first, second] = partners.filter((partner) => partner !== null);
  if (!first) return '';
  if (!second) return displayName(first);
  return fold(first.familyName) === fold(second.familyName)
    ? `${callName(first)} & ${callName(second)} ${familyInitial(second)}`.trim()
    : `${displayName(first)} & ${displayName(second)}`;
}
