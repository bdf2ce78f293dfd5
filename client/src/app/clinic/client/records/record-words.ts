import type { RecordAuthorisationDto, ReleaseItemDto, ReleasePartDto, WithheldDto } from '../../../../api/types.gen';
import { dated } from '../../../kit/clock';
import { formatLabel, KINDS, type NoteFormat, type NoteKind } from '../../note/note-text';

/** What stays, and why. */
export const WITHHELD_WORDS: Record<WithheldDto['what'], { what: string; why: string }> = {
  partner_record: {
    what: $localize`The partner’s own record`,
    why: $localize`It is the partner’s: notes, sheets, scores and what was told alone.`,
  },
  joint_of_others: {
    what: $localize`A joint record that is not in your care`,
    why: $localize`Whoever treats the couple shows it, with both signatures.`,
  },
  psychotherapy: {
    what: $localize`Psychotherapy notes`,
    why: $localize`They are their writer’s alone. Nothing here counts them or looks for them.`,
  },
  unsigned: {
    what: $localize`Unsigned notes`,
    why: $localize`A draft, or a note that waits for a co-signature, is no record yet.`,
  },
  mistakes: {
    what: $localize`Notes entered in error`,
    why: $localize`They do not say what took place.`,
  },
  staff_only: {
    what: $localize`Safety checks and alerts`,
    why: $localize`Kept for clinicians. Where the law asks for them, decide with the practice.`,
  },
};

/** "Session note, DAP" */
export function itemWords({ kind, title, noteKind, noteFormat }: ReleaseItemDto): string {
  if (kind === 'sheet') return title ?? $localize`A sheet`;
  if (kind === 'scale') return title ?? $localize`A scale`;
  const name = KINDS[noteKind as NoteKind];
  return noteKind === 'progress' ? `${name}, ${formatLabel(noteFormat as NoteFormat)}` : name;
}

/** "3 notes, 1 sheet, 12 answered scales" */
export function countWords(items: readonly ReleaseItemDto[]): string {
  const count = (of: ReleaseItemDto['kind']): number => items.filter(({ kind }) => kind === of).length;
  const [notes, sheets, scales] = [count('note'), count('sheet'), count('scale')];
  const words = [
    notes === 1 ? $localize`1 signed note` : notes > 0 ? $localize`${notes}:count: signed notes` : '',
    sheets === 1 ? $localize`1 sheet` : sheets > 0 ? $localize`${sheets}:count: sheets` : '',
    scales === 1 ? $localize`1 answered scale` : scales > 0 ? $localize`${scales}:count: answered scales` : '',
  ];
  return words.filter((one) => one !== '').join(', ') || $localize`Nothing yet`;
}

/** "Signed 3 Sep 2026, counts until 3 Nov 2026" */
export const signedWords = ({ signedOn, expiresOn }: RecordAuthorisationDto): string =>
  $localize`Signed ${dated(signedOn)}:day:, counts until ${dated(expiresOn)}:last:`;

export const STATE_WORDS: Record<RecordAuthorisationDto['state'], string> = {
  stands: $localize`stands`,
  expired: $localize`run out`,
  revoked: $localize`taken back`,
};

/** Who still has to sign, by name. */
export const missingNames = ({ signers }: ReleasePartDto): string =>
  signers
    .filter(({ signature }) => signature === null)
    .map(({ name }) => name)
    .join($localize` and `);
