import type { SignOffDto } from '../../../api/types.gen';
import { clock, shortWeekday } from '../../kit/clock';

/** How long an unsigned note still has by the practice's hours. */
export function clockWords(
  { clock: state, limitAt, hoursLeft }: Pick<SignOffDto, 'clock' | 'limitAt' | 'hoursLeft'>,
  zone: string,
): string {
  const day = shortWeekday(limitAt, zone);
  if (state === 'late') return $localize`Late since ${day}:day:`;
  if (state === 'due') return $localize`${hoursLeft}:hours: h left`;
  return $localize`Sign by ${day}:day: ${clock(limitAt, zone)}:time:`;
}
