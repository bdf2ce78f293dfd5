import type { InstrumentScoresDto } from '../../../../api/types.gen';

/** Newest answer of an instrument, for ordering charts: what moved last stands first. */
export const newestFirst = (a: InstrumentScoresDto, b: InstrumentScoresDto): number =>
  (b.points[0]?.answeredAt ?? '').localeCompare(a.points[0]?.answeredAt ?? '');
