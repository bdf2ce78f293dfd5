import { figure } from '../../../../../server/src/charts/axes.rules';
import type { LastScoresDto, RiskDto, StandingDto, TodayDto, TodaySessionDto } from '../../../api/types.gen';
import { courseWords } from '../caseload/standing-words';
import { clock } from '../../kit/clock';

/** A line is about a person (`clientId`), or about a couple as a whole; both set: one partner's part of the couple's work. */
export interface Whose {
  clientId: string | null;
  coupleId: string | null;
}

/** Where a person's or a couple's own page is. */
export const chartOf = ({ clientId, coupleId }: Whose): string[] =>
  clientId ? ['/clients', clientId] : ['/couples', coupleId ?? ''];

/** Tells whether two lines are about the same person or couple. */
export const keyOf = ({ clientId, coupleId }: Whose): string => clientId ?? coupleId ?? '';

/** Whether `one` belongs to the person or couple of `line`: to a couple belongs what either partner does within its work. */
export const isAbout = (one: Whose, line: Whose): boolean =>
  keyOf(one) === keyOf(line) || (line.clientId === null && one.coupleId === line.coupleId);

export const MODALITY_WORDS: Record<TodaySessionDto['modality'], string> = {
  in_person: $localize`in person`,
  video: $localize`by video`,
  phone: $localize`by phone`,
};

/** "Today, Wednesday 14 October"; the day is the practice's. */
export function dayHeading(day: string | undefined): string {
  if (!day) return $localize`Today`;
  const words = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return $localize`Today, ${words}:day:`;
}

/** "Thu 15 Oct, 09:00" */
export function dayAndClock(at: string, zone: string): string {
  const day = new Date(at).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  });
  return `${day.replace(',', '')}, ${clock(at, zone)}`;
}

const DAY = 86_400_000;

/** As short as it is plain: "07:52" today, "Mon 23:52" within a week, else "30 Sep". */
export function momentWords(at: string, zone: string, today: string | undefined): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));
  if (day === today) return clock(at, zone);
  const age = Date.parse(today ?? day) - Date.parse(day);
  const parts: Intl.DateTimeFormatOptions =
    age > 0 && age < 7 * DAY ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  const words = new Date(at).toLocaleDateString('en-GB', { ...parts, timeZone: zone }).replace('Sept', 'Sep');
  return 'weekday' in parts ? `${words} ${clock(at, zone)}` : words;
}

interface Counts {
  sessions: number;
  /** Clock of the next one to begin; null when none is left today. */
  nextAt: string | null;
  reviews: number;
  notes: number;
  risks: number;
}

/** The day in one line, saying only what there is. */
export function countWords({ sessions, nextAt, reviews, notes, risks }: Counts): string {
  const parts: string[] = [];
  if (risks > 0) parts.push(risks === 1 ? $localize`1 safety alert.` : $localize`${risks}:count: safety alerts.`);
  if (sessions > 0) {
    const many = sessions === 1 ? $localize`1 session` : $localize`${sessions}:count: sessions`;
    parts.push(nextAt ? $localize`${many}:sessions:, the next at ${nextAt}:time:.` : `${many}.`);
  }
  if (reviews > 0)
    parts.push(
      reviews === 1 ? $localize`1 piece of work to read.` : $localize`${reviews}:count: pieces of work to read.`,
    );
  if (notes > 0) parts.push(notes === 1 ? $localize`1 note to finish.` : $localize`${notes}:count: notes to finish.`);
  return parts.length > 0 ? parts.join(' ') : $localize`Nothing waits for you.`;
}

/** Everybody the day is about, each once: of whom it is asked how they stand. At most a hundred are asked about at once. */
export function peopleOf({ risks, sessions, reviews, notesDue }: TodayDto): string[] {
  const named = [...risks, ...reviews, ...notesDue].flatMap(({ clientId }) => clientId ?? []);
  const coming = sessions.flatMap(({ people }) => people.map(({ clientId }) => clientId));
  return [...new Set([...coming, ...named])].slice(0, 100);
}

/** "Nine statements 18, up 6"; empty where nothing was scored. */
export function scoreWords(scale: LastScoresDto | null | undefined): string {
  const last = scale?.values.at(-1);
  if (!scale || last === undefined) return '';
  const course = courseWords(scale.values);
  const score = `${scale.title} ${figure(last)}`;
  return course ? $localize`${score}:score:, ${course}:course:` : score;
}

/** How the last score of each who comes moved: by name where there are two. */
export const movedWords = ({ people }: TodaySessionDto, known: ReadonlyMap<string, StandingDto>): string =>
  people
    .flatMap(({ clientId, displayName }) => {
      const words = scoreWords(known.get(clientId)?.scale);
      if (!words) return [];
      return people.length > 1 ? $localize`${displayName}:name:: ${words}:score:.` : `${words}.`;
    })
    .join(' ');

/** What makes an alert news: that it is there, and what was added to it. */
export const alertKey = ({ id, told }: RiskDto): string => `${id} ${told}`;
