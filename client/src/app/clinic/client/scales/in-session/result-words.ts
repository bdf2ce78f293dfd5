import type { InstrumentDto, ScaleResponseDto } from '../../../../../api/types.gen';

/** "12 points, moderate." or why there is none. One decimal at most. */
export function resultWords({ score }: ScaleResponseDto, { title, validated }: InstrumentDto): string {
  const { total, answered, of, band, prorated } = score;
  if (total === null) return $localize`${title}:title:: ${answered}:answered: of ${of}:all: answered, not scored.`;
  const points = Math.round(total * 10) / 10;
  if (!validated)
    return $localize`${title}:title:: mean ${points}:points:, ${answered}:answered: of ${of}:all: answered.`;
  const level = band ? `, ${band.replaceAll('-', ' ')}` : '';
  const open = prorated
    ? ' ' + $localize`${answered}:answered: of ${of}:all: answered; the open ones are estimated.`
    : '';
  return $localize`${title}:title:: ${points}:points: points${level}:level:.` + open;
}
