import type { WorksheetDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

export const AUDIENCE_WORDS: Record<WorksheetDto['audience'], string> = {
  injured: $localize`The injured partner. You read it before anyone else could`,
  involved: $localize`The involved partner. You read it before anyone else could`,
  either: $localize`Either, alone`,
  both: $localize`Each alone first`,
  joint: $localize`Together, or each alone`,
};

type Offer = NonNullable<WorksheetDto['offer']>;

/** Why a worksheet stands among the first, or what to know before giving it. Null: nothing to say. */
export function offerWords(offer: Offer | null): string | null {
  if (!offer) return null;
  if (offer.fit === 'early') return $localize`Early for this stage. You are asked why`;
  switch (offer.because) {
    case 'often_first':
      return $localize`Often first in this stage`;
    case 'for_role':
      return $localize`Made for this role`;
    case 'fits_stage':
      return $localize`Suits this stage`;
    case null:
      return offer.fit === 'ahead' ? $localize`For the next stage` : null;
  }
}

/** Whose question it is, where it is not that of whoever fills in the sheet. */
export const BY_WORDS: Record<NonNullable<WorksheetDto['sections'][number]['fields'][number]['by']>, string> = {
  injured: $localize`Injured partner only`,
  involved: $localize`Involved partner only`,
  therapist: $localize`For you, never asked of a client`,
};

export const ORIGIN_CHOICES: readonly Choice[] = [
  { key: 'own', label: $localize`Me` },
  { key: 'shared', label: $localize`A colleague` },
  { key: 'retired', label: $localize`Me, retired` },
];

type Origin = Pick<WorksheetDto, 'source' | 'status' | 'published' | 'changed' | 'shared' | 'madeBy'>;

/** Whose a worksheet is and how far it got. Null for a built-in one. */
export function sourceWords({ source, status, published, changed, shared, madeBy }: Origin): string | null {
  if (source === 'shared') return $localize`Version ${published}:number:, shared by ${madeBy}:name:`;
  if (source !== 'own') return null;
  if (status === 'retired') return $localize`Yours, retired: no longer given out`;
  if (status === 'draft') return $localize`Yours, a draft`;
  const version = shared
    ? $localize`Yours, version ${published}:number:, shared`
    : $localize`Yours alone, version ${published}:number:`;
  return changed ? $localize`${version}:which:. Changed since` : version;
}
