import type { CareTeamMemberDto } from '../clients/care-team.dto.js';
import type { TimelineItemDto } from '../dashboard/timeline.dto.js';
import type { Piece } from '../paper/paper.definition.js';
import { longDate } from './answer-words.rules.js';
import { dated, longDay } from './chart-words.js';

const tableOf = (title: string, head: string[], rows: string[][], shares: number[] = []): Piece[] => [
  { kind: 'part', title },
  rows.length > 0
    ? { kind: 'table', table: { title, head, rows, shares } }
    : { kind: 'words', words: 'Nothing in this time.' },
];

/** Of somebody in care what a paper tells; `birthDate` is a calendar day. */
interface Person {
  givenName: string;
  familyName: string;
  preferredName: string | null;
  pronouns: string | null;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  safeContact: { channel: string; from?: string | null; to?: string | null; voicemail?: boolean | null } | null;
}

/** Who it is and how they may be reached; what is not known is left out. */
export function personPieces(person: Person): Piece[] {
  const { safeContact: safe } = person;
  const hours = safe?.from && safe.to ? `, ${safe.from} to ${safe.to}` : '';
  const known: [string, string | null][] = [
    ['Name', `${person.givenName} ${person.familyName}`],
    ['Called', person.preferredName],
    ['Pronouns', person.pronouns],
    ['Born', person.birthDate && longDay(person.birthDate)],
    ['Telephone', person.phone],
    ['E-mail', person.email],
    ['Reached safely', safe && `${safe.channel}${hours}${safe.voicemail === false ? ', no voicemail' : ''}`],
  ];
  const rows = known.flatMap(([what, words]) => (words ? [[what, words]] : []));
  return tableOf('Who it is', ['Detail', 'On record'], rows, [1, 3]);
}

export function teamPieces(team: readonly CareTeamMemberDto[], zone: string): Piece[] {
  const day = (at: string): string => longDate(new Date(at), zone, false);
  const rows = team.map(({ displayName, primary, from, to }) => [
    `${displayName}${primary ? ' (leads)' : ''}`,
    day(from),
    to === null ? 'treats now' : day(to),
  ]);
  return tableOf('Care team', ['Who', 'From', 'To'], rows, [2]);
}

/** What took place, without a word of what was said or written. */
export function coursePieces(events: readonly TimelineItemDto[], zone: string): Piece[] {
  const rows = events.map((event) => [
    dated(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(event.at))),
    whatOf(event),
    event.staffName ?? '',
  ]);
  return tableOf('What took place', ['Day', 'What', 'By'], rows, [1, 3, 1.3]);
}

function whatOf({ kind, title, detail, coupleId, at, until }: TimelineItemDto): string {
  const what = title ?? '';
  switch (kind) {
    case 'session': {
      const minutes = until ? [`${Math.round((Date.parse(until) - Date.parse(at)) / 60_000)} minutes`] : [];
      return [coupleId ? 'Joint session' : 'Session', ...minutes, ...(detail ? [detail] : [])].join(', ');
    }
    case 'homework_given':
      return `Given: ${what}`;
    case 'homework_sent':
      return `Sent: ${what}`;
    case 'homework_returned':
      return `Returned: ${what}`;
    case 'homework_reviewed':
      return `Read and accepted: ${what}`;
    case 'scale':
      return `Answered: ${what}`;
    case 'setback':
      return 'Told of a setback in the portal';
    case 'note':
      return 'Note';
  }
}
