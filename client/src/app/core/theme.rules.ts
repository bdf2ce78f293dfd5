export type ModeChoice = 'system' | 'light' | 'dark';
export type Mode = 'light' | 'dark';

/** Local hours of the night, in which a space of one's own opens dark and dim unless pinned: 20:00 to 07:00. */
const NIGHT_FROM = 20;
const NIGHT_UNTIL = 7;

export function isNight(hour: number): boolean {
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
}

export function modeFor(choice: ModeChoice, face: string, hour: number, systemDark: boolean): Mode {
  if (choice !== 'system') return choice;
  return systemDark || (face === 'portal' && isNight(hour)) ? 'dark' : 'light';
}
