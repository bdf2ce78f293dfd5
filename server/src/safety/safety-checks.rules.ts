/** After this many days each partner is asked again. */
export const VALID_DAYS = 90;

interface Check {
  clientId: string;
  result: 'clear' | 'concern' | 'not_done';
  /** A calendar day, `YYYY-MM-DD`. */
  screenedOn: string;
}

/** True when every partner has a clear last check of the past 90 days. `latest` holds one check a person. */
export function areClear(partners: readonly string[], latest: readonly Check[], today: string): boolean {
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - VALID_DAYS * 86_400_000).toISOString().slice(0, 10);
  return (
    partners.length > 0 &&
    partners.every((person) =>
      latest.some(
        ({ clientId, result, screenedOn }) => clientId === person && result === 'clear' && screenedOn >= oldest,
      ),
    )
  );
}
