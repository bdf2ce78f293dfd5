/** Units in which a chart for paper is drawn; the page scales it. */
export const CHART_WIDTH = 660;

/** What is told of a drawing to whoever cannot see it. */
export const altOf = (sentence: string): string => `Line chart. ${sentence} The table after it holds every value.`;

const inDays = (month: 'short' | 'long', year?: 'numeric'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month, year, timeZone: 'UTC' });
const [SHORT, SHORT_YEAR, LONG] = [inDays('short'), inDays('short', 'numeric'), inDays('long', 'numeric')];
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** British short months have three letters but for one; in a column that one would stick out. */
const threeLetters = (words: string): string => words.replace(/\bSept\b/, 'Sep');
export const shortDay = (day: string, withYear: boolean): string =>
  threeLetters((withYear ? SHORT_YEAR : SHORT).format(at(day)));
export const dated = (day: string): string => shortDay(day, true);
export const longDay = (day: string): string => LONG.format(at(day));
