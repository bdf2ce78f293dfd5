import type { AgreementDto, TermsDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { longDay } from '../../kit/clock';

export type Act = AgreementDto['acts'][number];

export const SHARERS: readonly Choice[] = [
  { key: 'me', label: $localize`I am` },
  { key: 'partner', label: $localize`My partner is` },
  { key: 'both', label: $localize`Both of us are` },
];

export const WAYS: readonly Choice[] = [
  { key: 'told', label: $localize`It is told, without being asked` },
  { key: 'asked', label: $localize`It is shown when asked` },
  { key: 'weekly', label: $localize`In our weekly talk` },
  { key: 'therapist', label: $localize`With our therapist` },
];

export const wayWords = ({ way }: TermsDto): string => WAYS.find(({ key }) => key === way)?.label ?? '';

/** Who is open about it, to whoever reads. */
export const sharerWords = ({ who }: TermsDto): string =>
  who === 'me' ? $localize`You` : who === 'partner' ? $localize`Your partner` : $localize`Both of you`;

/** How it stands, in words: whose it is, and until when. */
export function standingWords(it: AgreementDto): string {
  const whose = it.mine ? $localize`Put forward by you.` : $localize`Put forward by ${it.from}:name:.`;
  return `${whose} ${stateWords(it)}`;
}

function stateWords(it: AgreementDto): string {
  const until = longDay(it.untilOn ?? it.asked?.untilOn ?? '');
  switch (it.standing) {
    case 'proposed':
      return it.asked?.iAgree
        ? $localize`You agree to these words. It takes both of you.`
        : $localize`It waits for you.`;
    case 'agreed':
      return $localize`Both of you agree. It starts when your therapist has looked at it with you.`;
    case 'active':
      return it.endsSoon
        ? $localize`It ends by itself on ${until}:day:, unless both of you want to go on.`
        : $localize`In force until ${until}:day:.`;
    case 'revisiting':
      return $localize`It rests: one of you wants to look at it again.`;
    case 'lapsed':
      return $localize`Its time has gone by.`;
    case 'declined':
      return $localize`Answered with no.`;
    case 'ended':
      return $localize`Ended.`;
  }
}

export const isOver = ({ standing }: AgreementDto): boolean => ['lapsed', 'declined', 'ended'].includes(standing);
