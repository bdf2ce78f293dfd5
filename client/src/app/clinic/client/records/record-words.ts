import type {
  DrawnReleaseDto,
  RecordAuthorisationDto,
  ReleaseItemDto,
  ReleasePartDto,
  WithheldDto,
} from '../../../../api/types.gen';
import { dated } from '../../../kit/clock';
import { formatLabel, KINDS, type NoteFormat, type NoteKind } from '../../note/note-text';

/** What stays, and why. */
export const WITHHELD_WORDS: Record<WithheldDto['what'], { what: string; why: string }> = {
  partner_record: {
    what: $localize`The partner’s own record`,
    why: $localize`It is the partner’s: notes, plans, sheets, scores and what was told alone.`,
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
  plan_drafts: {
    what: $localize`Drafts of a treatment plan`,
    why: $localize`A plan that is not in force is agreed with nobody yet.`,
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
export function itemWords({ kind, title, noteKind, noteFormat, planNumber }: ReleaseItemDto): string {
  if (kind === 'plan') return $localize`Treatment plan, version ${planNumber ?? 1}:number:`;
  if (kind === 'plan_answer' && !planNumber) return $localize`Own words to the joint plan`;
  if (kind === 'plan_answer') return $localize`Own words to the joint plan, version ${planNumber}:number:`;
  if (kind === 'sheet') return title ?? $localize`A sheet`;
  if (kind === 'scale') return title ?? $localize`A scale`;
  const name = KINDS[noteKind as NoteKind];
  return noteKind === 'progress' ? `${name}, ${formatLabel(noteFormat as NoteFormat)}` : name;
}

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [count === 1 ? one : many]);

/** "3 signed notes, 1 treatment plan, 12 answered scales" */
export function countWords(items: readonly ReleaseItemDto[]): string {
  const count = (of: ReleaseItemDto['kind']): number => items.filter(({ kind }) => kind === of).length;
  const [notes, plans, words] = [count('note'), count('plan'), count('plan_answer')];
  const [sheets, scales] = [count('sheet'), count('scale')];
  const all = [
    ...counted(notes, $localize`1 signed note`, $localize`${notes}:count: signed notes`),
    ...counted(plans, $localize`1 treatment plan`, $localize`${plans}:count: versions of the treatment plan`),
    ...counted(words, $localize`1 answer to the joint plan`, $localize`${words}:count: answers to the joint plan`),
    ...counted(sheets, $localize`1 sheet`, $localize`${sheets}:count: sheets`),
    ...counted(scales, $localize`1 answered scale`, $localize`${scales}:count: answered scales`),
  ];
  return all.join(', ') || $localize`Nothing yet`;
}

/** Why a list that was drawn up cannot leave; empty when it can. */
export function blockedWords(blocked: DrawnReleaseDto['blocked']): string {
  if (blocked === null) return '';
  if (blocked === 'not_treated') return $localize`Whoever treats them hands it out.`;
  return blocked === 'signature_missing'
    ? $localize`A signature is missing, or counts no more.`
    : $localize`Something on it was taken back or marked as an error since. Draw up a new list.`;
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

/** Where it is read on the screen; null for what has no page of its own here. */
export function linkOf({ id, kind }: ReleaseItemDto): string[] | null {
  if (kind === 'note') return ['/notes', id];
  return kind === 'plan' ? ['/plans', id] : null;
}

/** The file that goes. */
export const paperOf = ({ id }: Pick<DrawnReleaseDto, 'id'>): string => `/api/v1/record-releases/${id}/pdf`;
