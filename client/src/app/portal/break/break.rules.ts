/** In for four, out for six: seconds of one breath. */
export const IN = 4;
export const OUT = 6;

export interface Breath {
  phase: 'in' | 'out';
  /** 1 … 4 while breathing in, 1 … 6 while breathing out. */
  count: number;
}

/** Where the breath is after this many whole seconds. */
export function breathAt(second: number): Breath {
  const within = second % (IN + OUT);
  return within < IN ? { phase: 'in', count: within + 1 } : { phase: 'out', count: within - IN + 1 };
}

export interface CrisisLines {
  call: string | null;
  text: string | null;
  emergency: string;
}

const US: CrisisLines = { call: '988', text: '988', emergency: '911' };
const DE: CrisisLines = { call: '0800 111 0 111', text: null, emergency: '112' };

/**
 * Numbers that are free day and night where the practice is. USA: 988 Lifeline (call and text), 911.
 * Germany: TelefonSeelsorge, 112. Elsewhere 112, which mobile networks take to the local emergency service.
 */
export function crisisLinesFor(locale: string, timeZone: string): CrisisLines {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1];
  if (timeZone === 'Europe/Berlin' || region === 'DE') return DE;
  if (region === 'US' || US_ZONES.has(timeZone)) return US;
  return { call: null, text: null, emergency: '112' };
}

/** Where the device thinks it is: all there is to go by without a connection. */
export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const US_ZONES = new Set([
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
]);
