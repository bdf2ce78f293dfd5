import type { RiskActDto, RiskAlertDto, RiskDto, RiskEntryDto } from '../../../api/types.gen';
import { stamp } from '../../kit/clock';

export const SOURCE_WORDS: Record<RiskEntryDto['source'], string> = {
  scale: $localize`Safety answer`,
  by_hand: $localize`Noted by a clinician`,
  screener: $localize`Screener asked by a clinician`,
};

/** What a screener came to. */
export const LEVEL_WORDS: Record<NonNullable<RiskEntryDto['level']>, string> = {
  low: $localize`low`,
  moderate: $localize`moderate`,
  high: $localize`high`,
  imminent: $localize`danger now`,
};

export const SEVERITY_WORDS: Record<RiskDto['severity'], string> = {
  raised: $localize`To be looked at`,
  high: $localize`High`,
  urgent: $localize`Danger now`,
};

export const ACT_WORDS: Record<RiskActDto['kind'], string> = {
  taken_up: $localize`took it up`,
  contacted: $localize`was in contact`,
  plan_reviewed: $localize`went through the safety plan`,
  referred: $localize`referred to somebody else`,
  no_action: $localize`saw that nothing is to be done`,
  reassigned: $localize`handed it over`,
};

/** What closes an alert, as a choice. */
export const CLOSING_CHOICES = [
  { key: 'contacted', label: $localize`I was in contact` },
  { key: 'plan_reviewed', label: $localize`We went through the safety plan` },
  { key: 'referred', label: $localize`Referred to somebody else` },
  { key: 'no_action', label: $localize`Nothing is to be done`, note: $localize`Say why below.` },
];

type Standing = Pick<RiskAlertDto, 'status' | 'ownerName' | 'dueAt' | 'isLate' | 'reach'>;

/** Whose it is and until when, in one sentence or two. */
export function standingWords({ status, ownerName, dueAt, isLate, reach }: Standing): string {
  const who = ownerName ?? $localize`Nobody`;
  if (status === 'taken') return $localize`${who}:who: has it in hand.`;
  if (status === 'closed') return $localize`Closed.`;
  const due = stamp(dueAt);
  const words = isLate
    ? $localize`${who}:who: was to take it by ${due}:due:.`
    : $localize`${who}:who: is to take it by ${due}:due:.`;
  return reach === 'owner' ? words : `${words} ${$localize`Nobody did so far; it was passed on.`}`;
}
