/**
 * The calendar day so many days from today, where the clinic of the tests is. Counted by the calendar: in spring and autumn
 * a day there has 23 hours or 25.
 */
export function day(days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(Date.now());
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
