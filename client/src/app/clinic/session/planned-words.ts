import type { SessionDto } from '../../../api/types.gen';
import { clock, weekday } from '../../kit/clock';

/** "Planned for Wednesday 14 October, 10:00." */
export const plannedWords = ({ startsAt }: SessionDto, zone?: string): string =>
  $localize`Planned for ${weekday(startsAt, zone)}:day:, ${clock(startsAt, zone)}:time:.`;
