import type { CaseloadRowDto, ClientDto, PartnerDto } from '../../api/types.gen';
import type { Choice } from '../kit/choice';

export type ClientStatus = CaseloadRowDto['status'];
export type PartnerRole = PartnerDto['role'];
export type Stage = 'stabilise' | 'understand' | 'repair' | 'rebuild' | 'part';

export const STATUS_WORDS: Record<ClientStatus, string> = {
  waiting: $localize`Waiting`,
  active: $localize`In care`,
  paused: $localize`Paused`,
  ended: $localize`Ended`,
};

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

export const PORTAL_WORDS: Record<ClientDto['portal'], string> = {
  none: $localize`No portal yet`,
  invited: $localize`Invited, not yet accepted`,
  active: $localize`In use`,
  disabled: $localize`Closed`,
};

/** The moves of a status that make sense from where it is; the server refuses any other. */
export const STATUS_MOVES: Record<ClientStatus, readonly ClientStatus[]> = {
  waiting: ['waiting', 'active', 'ended'],
  active: ['active', 'paused', 'ended'],
  paused: ['paused', 'active', 'ended'],
  ended: ['ended', 'waiting', 'active'],
};

/** Whole years on the calendar day `today` (`YYYY-MM-DD`). */
export function ageOn(today: string, birthDate: string): number {
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) >= birthDate.slice(5) ? 0 : 1);
}

/** "Sam K.: by text, 09:00 to 17:00, no voicemail" without the name. */
export function contactWords(contact: ClientDto['safeContact']): string {
  if (!contact) return $localize`Nothing agreed yet`;
  const channels: Record<string, string> = {
    sms: $localize`Text`,
    phone: $localize`Call`,
    email: $localize`E-mail`,
    none: $localize`Do not contact`,
  };
  const parts = [channels[contact.channel] ?? contact.channel];
  if (contact.from && contact.to) parts.push($localize`${contact.from}:from: to ${contact.to}:to:`);
  if (contact.voicemail === false) parts.push($localize`no voicemail`);
  return parts.join(', ');
}
