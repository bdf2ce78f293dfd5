import type { InstrumentDto, ScaleFactsDto } from '../../api/types.gen';

/** What a scale of the library is, in a few words. */
export function kindWords(
  { origin, needsMapping, recognisedAs, askedVersion }: InstrumentDto,
  facts: readonly ScaleFactsDto[],
): string {
  if (origin === 'built_in') return $localize`Practice tracker, built in`;
  if (needsMapping && askedVersion !== null)
    return $localize`New version not scored yet, version ${askedVersion}:version: is asked on`;
  if (needsMapping) return $localize`Not scored yet`;
  return $localize`Scored as ${titleOf(recognisedAs, facts)}:scale:`;
}

export const titleOf = (code: string | null, facts: readonly ScaleFactsDto[]): string =>
  facts.find((each) => each.code === code)?.title ?? code ?? '';

/** Which way of a scale is the better one. */
export function directionWords(direction: ScaleFactsDto['direction']): string {
  switch (direction) {
    case 'higher_better':
      return $localize`Higher is better`;
    case 'lower_better':
      return $localize`Higher is worse`;
    default:
      return $localize`Neither end is the better one`;
  }
}
