import type { CaseloadRowDto, ClientDto } from '../../api/types.gen';

export type ClientStatus = CaseloadRowDto['status'];

export const STATUS_WORDS: Record<ClientStatus, string> = {
  waiting: $localize`Waiting`,
  active: $localize`In care`,
  paused: $localize`Paused`,
  ended: $localize`Ended`,
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
function ageOn(today: string, birthDate: string): number {
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) >= birthDate.slice(5) ? 0 : 1);
}

/** "she/her, 41, paused": what stands below a person's name. */
export function aboutWords({ pronouns, birthDate, status }: ClientDto): string {
  const today = new Date().toISOString().slice(0, 10);
  const parts = [
    pronouns,
    birthDate && String(ageOn(today, birthDate)),
    status === 'active' ? null : STATUS_WORDS[status].toLocaleLowerCase(),
  ];
  return parts.filter(Boolean).join(', ');
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
