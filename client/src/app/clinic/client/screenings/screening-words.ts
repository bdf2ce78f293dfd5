import type { ScreenerItemDto, ScreeningDto } from '../../../../api/types.gen';

export const ANSWERS = [
  { key: 'yes', label: $localize`Yes` },
  { key: 'no', label: $localize`No` },
  { key: 'declined', label: $localize`Declined` },
];

export const ANSWER_WORDS: Record<ScreeningDto['answers'][number]['answer'], string> = {
  yes: $localize`yes`,
  no: $localize`no`,
  declined: $localize`declined`,
};

export const ACTIONS: { key: ScreeningDto['action']; label: string }[] = [
  { key: 'talked_through', label: $localize`We talked it through` },
  { key: 'plan_made', label: $localize`We made or went through a safety plan` },
  { key: 'stayed_with', label: $localize`I stayed until somebody was with them` },
  { key: 'referred', label: $localize`Referred to somebody else` },
  { key: 'emergency_called', label: $localize`Emergency help was called` },
  { key: 'none_needed', label: $localize`Nothing was needed` },
];

export const ACTION_WORDS = Object.fromEntries(ACTIONS.map(({ key, label }) => [key, label])) as Record<
  ScreeningDto['action'],
  string
>;

/** What it came to. A word of its own for each screener: what one calls positive the other grades. */
export function levelWords({ instrument, level }: Pick<ScreeningDto, 'instrument' | 'level'>): string {
  if (level === 'none') return $localize`Nothing was answered yes`;
  if (instrument === 'c-ssrs')
    return { low: $localize`Low`, moderate: $localize`Moderate`, high: $localize`High`, imminent: $localize`High` }[
      level
    ];
  return {
    low: $localize`Positive`,
    moderate: $localize`Positive, not acute`,
    high: $localize`Positive, acuity not answered`,
    imminent: $localize`Positive and acute`,
  }[level];
}

/** "Question 6, past three months": its number alone; the words are on the clinician's own copy. */
export function questionWords({ number, span }: Pick<ScreenerItemDto, 'number' | 'span'>): string {
  const question = $localize`Question ${number}:number:`;
  if (span === 'lifetime') return $localize`${question}:question:, in their lifetime`;
  return span === 'three_months' ? $localize`${question}:question:, in the past three months` : question;
}
