/** The month of a calendar day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month before or after, `YYYY-MM`. */
export function stepMonth(month: string, by: -1 | 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** "October 2026" */
export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
