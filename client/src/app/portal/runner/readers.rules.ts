import type { AssignmentDetailDto, FieldDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

/** Who may read an answer, as its author wishes. Nothing comes before a partner by the wish alone. */
export type Reader = FieldDto['visibility'];

type Question = Partial<Pick<FieldDto, 'visibility' | 'neverShared'>>;

/** Whether anything of a sheet can ever come before a partner: one's own, within the work of two. */
export const canBeShared = ({ clientId, coupleId, worksheet }: AssignmentDetailDto): boolean =>
  clientId !== null && coupleId !== null && !worksheet.neverShared;

/** What holds for an answer. A gated sheet is read by the therapist first, so it knows no "at once". Null: never a partner. */
export function readerOf(field: Question, wish: unknown, gated: boolean): Reader | null {
  if (field.neverShared) return null;
  const reader = (wish as Reader | undefined) ?? field.visibility ?? 'therapist';
  return gated && reader === 'shared' ? 'after_review' : reader;
}

export function readerChoices(therapist: string, gated: boolean): Choice[] {
  const choices: Choice[] = [
    { key: 'therapist', label: $localize`Only ${therapist}:therapist:` },
    {
      key: 'after_review',
      label: gated
        ? $localize`My partner too, after ${therapist}:therapist: has read it`
        : $localize`My partner too, after we looked at it`,
    },
    { key: 'both_done', label: $localize`My partner too, when both of us are done` },
  ];
  return gated ? choices : [...choices, { key: 'shared', label: $localize`My partner too, once I send and share it` }];
}

/** The second sentence after who reads it anyway: "Not your partner." */
export function partnerWords(reader: Reader | null): string {
  switch (reader) {
    case null:
      return $localize`Never your partner.`;
    case 'therapist':
      return $localize`Not your partner.`;
    case 'after_review':
      return $localize`Your partner too, if you share it later.`;
    case 'both_done':
      return $localize`Your partner too, once you both have chosen to share.`;
    case 'shared':
      return $localize`Your partner too, once you share it.`;
  }
}
