import type { ListeningDto } from '../../../api/types.gen';
import { longDay } from '../../kit/clock';

/** How a piece stands, to its reader. */
export function standing(it: ListeningDto): string {
  const day = longDay(it.at);
  switch (it.state) {
    case 'kept':
      return $localize`Kept between you and your therapist.`;
    case 'offered':
      return it.mine ? $localize`Offered on ${day}:day:. It can take its time.` : $localize`To listen to.`;
    case 'reflected':
      return it.mine ? $localize`Said back to you.` : $localize`You said it back.`;
    case 'not_yet':
      return it.mine ? $localize`You said: not yet.` : $localize`Not heard yet. Listen once more.`;
    case 'heard':
      return $localize`Heard.`;
    case 'withdrawn':
      return $localize`You took it back.`;
  }
}

/** What opens it. */
export function openWords(it: ListeningDto): string {
  if (it.state === 'kept') return $localize`Go on writing`;
  if (it.acts.includes('reflect')) return $localize`Listen`;
  return $localize`Read it`;
}

/** The first words of a piece, as a name for it. */
export const nameOf = ({ text }: ListeningDto): string => {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 80 ? `${line.slice(0, line.lastIndexOf(' ', 80))} …` : line;
};
