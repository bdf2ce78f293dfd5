import type { SessionChange, SessionSeriesDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { dated, shortDay } from '../../kit/clock';

type Scope = NonNullable<SessionChange['scope']>;

/** Of sessions that come again, which ones a change means. */
export const SCOPES: readonly (Choice & { key: Scope })[] = [
  { key: 'one', label: $localize`This one` },
  { key: 'following', label: $localize`This one and those after it` },
  { key: 'all', label: $localize`All that are still to come` },
];

export const scopeOf = (key: string | null): Scope => SCOPES.find((each) => each.key === key)?.key ?? 'one';

/** "Every week, until 14 Dec 2026. Left out: 7 Dec, the hour was taken." Nothing where it comes but once. */
export function seriesWords(series: SessionSeriesDto | undefined): string {
  if (!series) return '';
  const ends = series.endedOn
    ? $localize`ended`
    : series.untilOn
      ? $localize`until ${dated(series.untilOn)}:day:`
      : series.times
        ? $localize`${series.times}:times: times`
        : $localize`with no end`;
  const words = `${rhythmWords(series)}, ${ends}.`;
  if (series.leftOut.length === 0) return words;
  return $localize`${words}:series: Left out, because the hour was taken: ${series.leftOut.map(shortDay).join(', ')}:days:.`;
}

function rhythmWords({ rhythm, every }: SessionSeriesDto): string {
  if (rhythm === 'monthly') return every === 1 ? $localize`Every month` : $localize`Every ${every}:number: months`;
  return every === 1 ? $localize`Every week` : $localize`Every ${every}:number: weeks`;
}
