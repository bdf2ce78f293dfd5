import type { FieldDto, ReleaseDto, SharingDto } from '../../../api/types.gen';

type Reader = FieldDto['visibility'];

/** Names as staff say them. */
export interface Names {
  readonly author: string;
  readonly partner: string;
}

/** The newest release of an answer that was not taken back. */
const liveOf = (sharing: SharingDto | undefined, key: string): ReleaseDto | undefined =>
  sharing?.releases.find(({ state, fieldKeys }) => state !== 'withdrawn' && fieldKeys.includes(key));

/** Whose eyes an answer of a sheet within the couple's work comes before: "Maya and you. Tom: no." */
export function readBy(
  field: Pick<FieldDto, 'key' | 'visibility' | 'neverShared'>,
  wish: unknown,
  sharing: SharingDto | undefined,
  { author, partner }: Names,
): string {
  const both = $localize`${author}:author: and you.`;
  const live = liveOf(sharing, field.key);
  if (live?.held) return $localize`${both}:both: ${partner}:partner:: not yet: held back.`;
  if (live?.state === 'waiting') return $localize`${both}:both: ${partner}:partner:: once both have shared theirs.`;
  if (live) return $localize`${author}:author:, you and ${partner}:partner:.`;
  if (field.neverShared) return $localize`${both}:both: ${partner}:partner:: never.`;
  switch ((wish as Reader | undefined) ?? field.visibility) {
    case 'therapist':
      return $localize`${both}:both: ${partner}:partner:: no.`;
    case 'after_review':
      return $localize`${both}:both: ${partner}:partner:: no; ${author}:author: may share it after your review.`;
    case 'both_done':
      return $localize`${both}:both: ${partner}:partner:: no; ${author}:author: may share it when both are done.`;
    case 'shared':
      return $localize`${both}:both: ${partner}:partner:: no; ${author}:author: wants to share it.`;
  }
}

/** Taken back, or followed by newer words: both are the end of it. */
export function releaseWords({ state, held, seen }: ReleaseDto, { partner }: Names): string {
  if (state === 'withdrawn')
    return seen ? $localize`No longer shared; ${partner}:partner: had read it` : $localize`No longer shared`;
  if (held) return $localize`Held back: a safety check is missing, old or tells of a concern`;
  if (state === 'waiting') return $localize`Shown once both have shared theirs`;
  return seen ? $localize`${partner}:partner: has read it` : $localize`${partner}:partner: can read it`;
}

export function proposalWords({ proposal }: SharingDto, { author }: Names): string | null {
  switch (proposal?.answer) {
    case undefined:
      return null;
    case 'open':
      return $localize`Proposed. ${author}:author: has not decided.`;
    case 'declined':
      return $localize`Proposed. ${author}:author: said not now.`;
    case 'shared':
      return $localize`Proposed, and ${author}:author: shared.`;
  }
}
