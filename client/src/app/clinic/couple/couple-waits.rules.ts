import type { AgreementDto, BoundaryDto, ListeningDto, PartnerSafetyDto, PromiseDto } from '../../../api/types.gen';
import { isOverAgreement } from './agreement-words';
import { isOver } from './commitment-words';

/** How many of the boundaries and promises want an act of the therapist: let go, start, or look at again. */
export const commitmentsWaiting = (boundaries: readonly BoundaryDto[], promises: readonly PromiseDto[]): number =>
  boundaries.filter(
    (it) =>
      !isOver(it) && (it.held || it.talkHeld || it.reviewDue || (it.state === 'agreed' && it.moves.includes('active'))),
  ).length + promises.filter(({ isPast, held }) => !isPast && held).length;

export const agreementsWaiting = (agreements: readonly AgreementDto[]): number =>
  agreements.filter((it) => !isOverAgreement(it) && (it.held || it.acts.includes('start'))).length;

export const listeningWaiting = (pieces: readonly ListeningDto[]): number =>
  pieces.filter(({ held, state }) => held && state !== 'withdrawn').length;

/** How many of the two are to be asked alone. */
export const checksWaiting = (partners: readonly PartnerSafetyDto[]): number =>
  partners.filter(({ due }) => Boolean(due)).length;
