import type { BetrayalDto, CoupleChangeDto, PartnerDto } from '../../api/types.gen';
import type { Choice } from '../kit/choice';
import { longDay } from '../kit/clock';

export type PartnerRole = PartnerDto['role'];
export type Stage = 'stabilise' | 'understand' | 'repair' | 'rebuild' | 'part';

/** Roles are names for who did what, never labels for a person. */
export const ROLE_WORDS: Record<PartnerRole, string> = {
  injured: $localize`injured`,
  involved: $localize`involved`,
  both: $localize`both`,
  unspecified: $localize`no role named`,
};

export const ROLE_CHOICES: Choice[] = [
  { key: 'injured', label: $localize`Injured`, note: $localize`was betrayed` },
  { key: 'involved', label: $localize`Involved`, note: $localize`broke the trust` },
  { key: 'both', label: $localize`Both`, note: $localize`each side of it` },
  { key: 'unspecified', label: $localize`Not named yet` },
];

export const STAGE_WORDS: Record<Stage, string> = {
  stabilise: $localize`Stage 1, making it safe`,
  understand: $localize`Stage 2, understanding what happened`,
  repair: $localize`Stage 3, repairing`,
  rebuild: $localize`Stage 4, rebuilding`,
  part: $localize`Parting with clarity`,
};

export const BETRAYAL_CHOICES: Choice[] = [
  { key: 'sexual', label: $localize`Sexual` },
  { key: 'emotional', label: $localize`Emotional` },
  { key: 'online', label: $localize`Online` },
  { key: 'financial', label: $localize`Financial` },
  { key: 'deception', label: $localize`Deception` },
  { key: 'other', label: $localize`Something else` },
];

/** "Role of Maya: injured, now both" */
export function changeWords({ what, from, to }: CoupleChangeDto, name: string): string {
  switch (what) {
    case 'role':
      return $localize`Role of ${name}:name:: ${ROLE_WORDS[from ?? 'unspecified']}:from:, now ${ROLE_WORDS[to ?? 'unspecified']}:to:`;
    case 'event_added':
      return $localize`An event was added`;
    case 'event_changed':
      return $localize`An event was changed`;
    case 'event_closed':
      return $localize`An event was closed`;
    case 'ended':
      return $localize`Their work together ended`;
  }
}

/** One of the things that happened: "Financial, Deception, known since 12 March" */
export function eventChoice({ id, types, discoveredOn }: BetrayalDto): Choice {
  const kinds = types.map((type) => BETRAYAL_CHOICES.find(({ key }) => key === type)?.label ?? type).join(', ');
  return {
    key: id,
    label: discoveredOn ? $localize`${kinds}:kinds:, known since ${longDay(discoveredOn)}:day:` : kinds,
  };
}
