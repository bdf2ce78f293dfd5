import type { OwnAccessDto, WhoSeesDto } from '../../../api/types.gen';

export const OPENED_WORDS: Record<OwnAccessDto['target'], string> = {
  assignments: $localize`What you wrote and sent`,
  scales: $localize`Your check-ins`,
  clients: $localize`Your name and contact details`,
  timeline: $localize`The list of what happened when`,
};

/** "Your check-ins, Monday 12 October" */
export function openedWords({ target, day }: OwnAccessDto): string {
  const words = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return $localize`${OPENED_WORDS[target]}:what:, ${words}:day:`;
}

/** Kinds of things, as their owner would call them. Who sees them is the server's to say. */
export const KIND_WORDS: Record<WhoSeesDto['kind'], string> = {
  drafts: $localize`What you are still writing`,
  sent: $localize`Sheets you have sent`,
  check_ins: $localize`Your check-ins`,
  boundary_drafts: $localize`Drafts of boundaries`,
  boundaries: $localize`Boundaries you put forward`,
  what_became: $localize`What you say became of boundaries and promises`,
  questions: $localize`Questions you write down`,
  hard_days: $localize`Your plan for hard moments, and hard days you tell of`,
  journal: $localize`Your journal`,
  small_wins: $localize`Small wins`,
  crossroads: $localize`What you lean towards`,
  own_plan: $localize`The plan for your own work, once it is shown to you`,
  their_notes: $localize`Notes your therapist writes`,
  contact: $localize`How you can be reached`,
};

export const SIGHT_WORDS: Record<WhoSeesDto['me'], string> = {
  yes: $localize`Yes`,
  no: $localize`No`,
  shared: $localize`Only what you share`,
  passed_on: $localize`Once it is passed on`,
  ask: $localize`Ask for it`,
};

const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const MACHINES: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux'],
];

const found = (device: string, names: [RegExp, string][]): string | undefined =>
  names.find(([sign]) => sign.test(device))?.[1];

/** What a person would call the device a browser says it is: "Safari on iPhone". */
export function deviceWords(device: string): string {
  const browser = found(device, BROWSERS);
  const machine = found(device, MACHINES);
  if (browser && machine) return $localize`${browser}:browser: on ${machine}:machine:`;
  return browser ?? machine ?? $localize`A device we do not recognise`;
}
