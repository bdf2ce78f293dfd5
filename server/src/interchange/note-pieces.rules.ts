import { figure } from '../charts/axes.rules.js';
import type { NoteDto, NoteFactsDto, NoteScoreDto } from '../notes/note.dto.js';
import { NOTE_FORMS, type NoteField } from '../notes/note-forms.definition.js';
import type { Piece } from '../paper/paper.definition.js';
import { longDate } from './answer-words.rules.js';
import { dated, longDay } from './chart-words.js';

/** How a note is put on paper. `nameOf`: what a person who was there is called; empty where the reader may not know. */
export interface OnPaper {
  zone: string;
  nameOf: (clientId: string) => string;
  /** Of the headings of its parts. */
  level: 2 | 3;
}

export const NOTE_KINDS: Record<NoteDto['kind'], string> = {
  progress: 'Session note',
  psychotherapy: 'Private note',
  intake: 'Intake',
  risk: 'Risk assessment',
  discharge: 'Discharge summary',
  plan: 'Treatment plan',
  contact: 'Contact note',
};
const WAYS: Record<string, string> = { video: 'by video', phone: 'by phone' };

const weekday = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(new Date(at))
    .replace(',', '');
const clock = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(new Date(at));
const dayOf = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
const moment = (at: string, zone: string): string => longDate(new Date(at), zone, true);

/** "Joint session, Wednesday 14 October 2026". */
export function noteHeading({ kind, sessionId, clientId, happenedAt }: NoteDto, zone: string): string {
  const session = clientId === null ? 'Joint session' : 'Session';
  const what = kind !== 'progress' ? NOTE_KINDS[kind] : sessionId === null ? 'Note' : session;
  return `${what}, ${weekday(happenedAt, zone)}`;
}

/** What has to be known of a note before it is read; nothing of one that stands as it was signed. */
export function noteMark({ status }: NoteDto): string | undefined {
  if (status === 'draft') return 'Draft, not signed';
  if (status === 'awaiting_cosign') return 'Waits for a co-signature';
  return status === 'entered_in_error' ? 'Entered in error' : undefined;
}

/** The first characters of the hash, so that two prints can be told apart by eye. */
const shortHash = (hash: string): string => (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');

/** Who wrote and signed it, when, and what took place: one line each, below its heading. */
export function noteFacts(note: NoteDto, { zone, nameOf }: OnPaper): string[] {
  const { facts, authorName, signedAt, signedByName, contentHash, happenedAt, createdAt } = note;
  const present = (facts?.attendedIds ?? facts?.attendeeIds ?? []).map(nameOf).filter(Boolean).sort();
  const isLate = dayOf(createdAt, zone) > dayOf(happenedAt, zone);
  return [
    ...(facts
      ? [`${clock(facts.startsAt, zone)} to ${clock(facts.endsAt, zone)}, ${WAYS[facts.modality] ?? 'in person'}.`]
      : []),
    ...(present.length > 0 ? [`Present: ${present.join(', ')}.`] : []),
    ...(isLate ? [`Late entry: about ${weekday(happenedAt, zone)}, written from ${weekday(createdAt, zone)} on.`] : []),
    signedAt
      ? `Signed by ${signedByName ?? authorName} on ${moment(signedAt, zone)}.`
      : `Written by ${authorName}, not signed.`,
    ...(contentHash ? [`Fingerprint of the signed words: ${shortHash(contentHash)}`] : []),
  ];
}

/** Everything below the heading and the facts, in the order in which it is read on a screen. */
export function notePieces(note: NoteDto, how: OnPaper): Piece[] {
  const { enteredInError: mistake } = note;
  const mark = noteMark(note);
  return [
    ...(mark ? [{ kind: 'mark' as const, words: mistake ? `${mark} on ${moment(mistake.at, how.zone)}` : mark }] : []),
    ...(mistake ? [{ kind: 'words' as const, words: `What is wrong with it: ${mistake.reason}` }] : []),
    ...goalPieces(note, how),
    ...(note.facts ? knownPieces(note.facts, how) : []),
    ...sectionPieces(note, how),
    ...note.cosignatures.map(({ decision, supervisorName, comment, createdAt }): Piece => {
      const by = `${supervisorName} on ${moment(createdAt, how.zone)}`;
      return {
        kind: 'words',
        quiet: true,
        words: decision === 'cosigned' ? `Co-signed by ${by}.` : `Sent back by ${by}: ${comment ?? ''}`,
      };
    }),
    ...addendumPieces(note, how),
  ];
}

function sectionPieces({ format, sections, enteredInError }: NoteDto, { level }: OnPaper): Piece[] {
  const groups = NOTE_FORMS[format];
  const isLong = groups.length > 1;
  const parts = groups
    .flatMap(({ fields }) => [...fields])
    .map((field) => ({ label: field.label, words: wordsOf(field, sections[field.key] ?? '') }));
  const empty = parts.filter(({ words }) => words.trim() === '');
  const shown = isLong ? parts.filter((part) => !empty.includes(part)) : parts;
  return [
    ...shown.flatMap(({ label, words }): Piece[] => [
      { kind: 'part', level, title: label },
      words.trim() === '' ? { kind: 'words', words: '–' } : { kind: 'words', words, struck: enteredInError !== null },
    ]),
    ...(isLong && empty.length > 0
      ? [{ kind: 'words' as const, quiet: true, words: `Left empty: ${empty.map(({ label }) => label).join(', ')}.` }]
      : []),
  ];
}

/** Of a choice its name, of a day the day. */
function wordsOf(field: NoteField, value: string): string {
  if (field.kind === 'choice') return field.choices?.find(({ key }) => key === value)?.label ?? value;
  if (value === '' || field.kind === 'text') return value;
  return field.kind === 'day' ? longDay(value) : `${longDay(value.slice(0, 10))} at ${value.slice(11)}`;
}

/** Goals of the plan that were worked on; of a draft those that are ticked so far. */
function goalPieces({ status, facts, touchedGoals }: NoteDto, { level }: OnPaper): Piece[] {
  const goals = (facts?.goals ?? []).filter(({ goalId }) => status !== 'draft' || touchedGoals.includes(goalId));
  if (goals.length === 0) return [];
  return [
    { kind: 'part', level, title: 'Goals worked on' },
    ...goals.map(({ number, behaviour }): Piece => ({ kind: 'words', words: `${number}. ${behaviour}` })),
  ];
}

/** Homework and scores that were known, which are no part of its words. */
function knownPieces({ homework = [], scores = [] }: NoteFactsDto, { zone, level }: OnPaper): Piece[] {
  return [
    ...(homework.length > 0
      ? [
          { kind: 'part' as const, level, title: 'Homework read since the session before' },
          ...homework.map(({ title, decision, reviewedAt }): Piece => {
            const day = longDate(new Date(reviewedAt), zone, false);
            return {
              kind: 'words',
              words: `${title}: ${decision === 'return' ? 'sent back for more' : 'read'}, ${day}`,
            };
          }),
        ]
      : []),
    ...(scores.length > 0
      ? [
          { kind: 'part' as const, level, title: 'Last scores by that day' },
          {
            kind: 'table' as const,
            table: {
              title: 'Last scores by that day',
              head: ['Scale', 'Score', 'Answered on', 'Read as'],
              shares: [2, 1, 1, 1.4],
              rows: scores.map(scoreRow),
            },
          },
        ]
      : []),
  ];
}

const scoreRow = ({ title, total, max, prorated, answeredOn, verdict, delta }: NoteScoreDto): string[] => [
  title,
  `${figure(total)} of ${figure(max)}${prorated ? ' (worked out)' : ''}`,
  dated(answeredOn),
  verdict === null
    ? '–'
    : `${verdict.replaceAll('_', ' ')}${delta ? ` (${delta > 0 ? '+' : '−'}${figure(Math.abs(delta))})` : ''}`,
];

function addendumPieces({ addenda }: NoteDto, { zone, level }: OnPaper): Piece[] {
  if (addenda.length === 0) return [];
  return [
    { kind: 'part', level, title: 'Added later' },
    ...addenda.flatMap(({ authorName, createdAt, reason, text, contentHash }): Piece[] => [
      {
        kind: 'words',
        quiet: true,
        words: [
          `Signed by ${authorName} on ${moment(createdAt, zone)}.`,
          ...(reason ? [`Why: ${reason}`] : []),
          `Fingerprint: ${shortHash(contentHash)}`,
        ].join('\n'),
      },
      { kind: 'words', words: text },
    ]),
  ];
}
