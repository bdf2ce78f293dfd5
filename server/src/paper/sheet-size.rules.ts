/** Where letters are written on Letter and not on A4: the regions that Unicode's CLDR (paper size) names. */
const ON_LETTER = ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'];

export type SheetSize = 'A4' | 'LETTER';

/** Not in every runtime as the same thing: a property once, a method since. */
interface Zoned {
  timeZones?: string[];
  getTimeZones?: () => string[] | undefined;
}

const zonesOf = (region: string): string[] => {
  const locale = new Intl.Locale(`und-${region}`) as unknown as Zoned;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
};

/** Canonical names, since a zone has several. */
const canonical = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

let letterZones: Set<string> | undefined;

/** The sheet that lies in the printer of a practice on the clock of this zone (IANA). Throws RangeError for no zone. */
export function sheetSize(zone: string): SheetSize {
  letterZones ??= new Set(ON_LETTER.flatMap(zonesOf).map(canonical));
  return letterZones.has(canonical(zone)) ? 'LETTER' : 'A4';
}
