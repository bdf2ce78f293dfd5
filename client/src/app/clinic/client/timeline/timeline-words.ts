import type { TimelineItemDto } from '../../../../api/types.gen';
import { stamp } from '../../../kit/clock';

/** One line of the timeline as it is shown. */
export interface Entry {
  id: string;
  at: string;
  group: 'session' | 'note' | 'homework' | 'scale' | 'setback';
  heading: string;
  note: string;
  /** What it leads to, and what the button says. */
  link: string | null;
  act: string;
}

export interface Day {
  /** In full, such as "Wednesday 14 October 2026". */
  name: string;
  entries: Entry[];
}

const SESSION_WORDS: Record<string, string> = {
  planned: $localize`planned`,
  held: $localize`held`,
  missed: $localize`missed`,
  cancelled: $localize`cancelled`,
};
const NOTE_WORDS: Record<string, string> = {
  progress: $localize`Session note`,
  intake: $localize`Intake`,
  risk: $localize`Risk assessment`,
  discharge: $localize`Discharge summary`,
  plan: $localize`Plan`,
  psychotherapy: $localize`Private note`,
  contact: $localize`Contact note`,
};

export function entryOf(item: TimelineItemDto, clientId: string): Entry {
  const what = item.title ?? '';
  const base = { id: item.id, at: item.at, note: '', link: null, act: '' };
  const homework = { ...base, group: 'homework', link: `/assignments/${item.targetId}`, act: $localize`Open` } as const;
  switch (item.kind) {
    case 'session':
      return {
        ...base,
        group: 'session',
        heading: item.coupleId ? $localize`Joint session` : $localize`Session`,
        note: [minutesOf(item), item.detail && SESSION_WORDS[item.detail], item.staffName].filter(Boolean).join(', '),
      };
    case 'note':
      return {
        ...base,
        group: 'note',
        heading: NOTE_WORDS[item.detail ?? ''] ?? $localize`Note`,
        note: [item.coupleId ? $localize`Joint` : '', item.staffName].filter(Boolean).join(', '),
        link: `/notes/${item.targetId}`,
        act: $localize`Open`,
      };
    case 'homework_given':
      return { ...homework, heading: $localize`Given: ${what}:title:`, note: item.staffName ?? '' };
    case 'homework_sent':
      return { ...homework, heading: $localize`Sent: ${what}:title:`, act: $localize`Read` };
    case 'homework_returned':
      return { ...homework, heading: $localize`Returned: ${what}:title:`, note: item.staffName ?? '' };
    case 'homework_reviewed':
      return { ...homework, heading: $localize`Read and accepted: ${what}:title:`, note: item.staffName ?? '' };
    case 'scale':
      return {
        ...base,
        group: 'scale',
        heading: $localize`Answered: ${what}:title:`,
        link: `/clients/${clientId}/scales`,
        act: $localize`Chart`,
      };
    case 'setback':
      return {
        ...base,
        group: 'setback',
        heading: $localize`Setback`,
        note: $localize`Told in the portal`,
        link: `/clients/${clientId}/journal`,
        act: $localize`Open`,
      };
  }
}

function minutesOf(item: TimelineItemDto): string {
  if (!item.until) return '';
  const minutes = Math.round((Date.parse(item.until) - Date.parse(item.at)) / 60_000);
  return $localize`${minutes}:minutes: minutes`;
}

/** Entries in their order, parted by calendar day. */
export function byDay(entries: readonly Entry[]): Day[] {
  const days: Day[] = [];
  let last = '';
  for (const entry of entries) {
    const day = stamp(entry.at, undefined, { hour: undefined, minute: undefined, weekday: 'long', month: 'long' });
    if (day !== last) days.push({ name: day, entries: [] });
    days.at(-1)!.entries.push(entry);
    last = day;
  }
  return days;
}
