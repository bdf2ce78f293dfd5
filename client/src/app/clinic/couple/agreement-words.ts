import type { AgreementDto, PartnerDto, TermsDto } from '../../../api/types.gen';
import { dated } from '../../kit/clock';
import type { Two } from './commitment-words';

const STANDINGS: Record<AgreementDto['standing'], string> = {
  proposed: $localize`Put forward`,
  agreed: $localize`Agreed by both, not started`,
  active: $localize`In force`,
  revisiting: $localize`Resting, to be looked at again`,
  lapsed: $localize`Its day has gone by`,
  declined: $localize`Answered with no`,
  ended: $localize`Ended`,
};

const WAYS: Record<TermsDto['way'], string> = {
  told: $localize`told without being asked`,
  asked: $localize`shown when asked`,
  weekly: $localize`in the weekly talk`,
  therapist: $localize`with the therapist`,
};

export const isOverAgreement = ({ standing }: AgreementDto): boolean =>
  ['lapsed', 'declined', 'ended'].includes(standing);

/** "Tom’s. In force until 3 September." */
export function agreementWords(it: AgreementDto): string {
  const state = STANDINGS[it.standing];
  return it.untilOn === null
    ? $localize`${it.from}:name:’s. ${state}:state:.`
    : $localize`${it.from}:name:’s. ${state}:state: until ${dated(it.untilOn)}:day:.`;
}

/** "Tom is open about it, in the weekly talk." */
export function openWords(terms: TermsDto, it: AgreementDto, partners: readonly PartnerDto[], two: Two): string {
  const author = it.madeBy ?? '';
  const other = partners.find(({ clientId }) => clientId !== author)?.clientId ?? '';
  const how = WAYS[terms.way];
  if (terms.who === 'both') return $localize`Both are open about it, ${how}:how:.`;
  return $localize`${two.nameOf(terms.who === 'author' ? author : other)}:name: is open about it, ${how}:how:.`;
}
