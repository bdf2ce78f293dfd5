import type { PartnerSafetyDto, SafetyDueDto } from '../../../api/types.gen';
import { dated } from '../../kit/clock';

/** How it stands with one partner, in a line for clinicians. */
export function safetyWords({ result, screenedOn, askAgainOn, due }: PartnerSafetyDto): string {
  if (result === null || screenedOn === null) return $localize`not asked alone yet`;
  const day = dated(screenedOn);
  if (result === 'concern') return $localize`a concern, told on ${day}:day:`;
  if (result === 'not_done') return $localize`could not be asked on ${day}:day:`;
  if (due === 'old') return $localize`clear on ${day}:day:, more than 90 days ago: ask again`;
  if (due === 'flag') return $localize`clear on ${day}:day:; a concern was told since: ask again`;
  return askAgainOn
    ? $localize`clear on ${day}:day:, to be asked again on ${dated(askAgainOn)}:again:`
    : $localize`clear on ${day}:day:`;
}

export const DUE_WORDS: Record<SafetyDueDto['due'], string> = {
  never: $localize`not asked alone yet`,
  not_done: $localize`could not be asked last time`,
  old: $localize`more than 90 days since one was asked`,
  flag: $localize`a concern was told: ask each again`,
};

/** What to ask about when nobody else is in the room. Prompts alone: what is said is not kept, only how it stands. */
export const PROMPTS: readonly { topic: string; ask: string }[] = [
  { topic: $localize`Violence`, ask: $localize`Has anyone been hit, pushed, held or hurt, ever or lately?` },
  { topic: $localize`Threats`, ask: $localize`To hurt someone, to take the children, to harm oneself or an animal?` },
  { topic: $localize`Stalking`, ask: $localize`Followed, watched, phone or messages looked through in secret?` },
  { topic: $localize`Control`, ask: $localize`Who decides about money, friends, sleep, work, where one may go?` },
  { topic: $localize`Sexual pressure`, ask: $localize`Anything done unwillingly, or for fear of saying no?` },
  { topic: $localize`Weapons`, ask: $localize`Is there one within reach? Has it been shown or named?` },
  { topic: $localize`Fear`, ask: $localize`Is there something you would not dare to say with the other in the room?` },
];
