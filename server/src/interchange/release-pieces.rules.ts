import { figure } from '../charts/axes.rules.js';
import { bandWords } from '../charts/scores-chart.rules.js';
import type { Piece } from '../paper/paper.definition.js';
import type { RecordReleaseDto, ReleaseItemDto, ReleaseSignerDto } from '../record-releases/record-releases.dto.js';
import type { AnsweredScale } from '../scales/answered-scale.js';
import { longDate } from './answer-words.rules.js';
import { dated, longDay } from './chart-words.js';
import { NOTE_KINDS } from './note-pieces.rules.js';

/** Who asked, who signed for it, and what is no part of it: one line each, below its heading. */
export function releaseFacts({ scope, drawnAt, drawnByName, signers }: RecordReleaseDto, asker: string, zone: string) {
  return [
    ...(scope === 'joint' ? [`For ${asker}, who asked for it.`] : []),
    ...signers.map(signedWords),
    `Drawn up on ${longDate(new Date(drawnAt), zone, true)} by ${drawnByName}.`,
    scope === 'own'
      ? 'No psychotherapy note, no draft, nothing joint and nothing of a partner’s own record is part of it.'
      : 'No psychotherapy note, no draft and nothing of either partner’s own record is part of it.',
  ];
}

const signedWords = ({ name, signature }: ReleaseSignerDto): string =>
  signature ? `${name} signed on ${longDay(signature.signedOn)}, until ${longDay(signature.expiresOn)}.` : '';

/** The list itself, the newest first, as it was drawn up; `own`: who wrote what no author is named of. */
export function listPieces(items: readonly ReleaseItemDto[], zone: string, own: string): Piece[] {
  const day = (at: string): string => dated(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at)));
  const rows = items.map((item) => [itemWords(item), day(item.at), item.authorName ?? own]);
  return [
    { kind: 'part', title: 'What is in it' },
    rows.length > 0
      ? { kind: 'table', table: { title: 'What is in it', head: ['What', 'Day', 'By'], rows, shares: [3, 1, 1.3] } }
      : { kind: 'words', words: 'Nothing.' },
  ];
}

function itemWords({ kind, title, noteKind, addenda, planNumber }: ReleaseItemDto): string {
  switch (kind) {
    case 'note': {
      const name = NOTE_KINDS[noteKind as keyof typeof NOTE_KINDS];
      return addenda > 0 ? `${name}, with ${addenda} ${addenda === 1 ? 'addendum' : 'addenda'}` : name;
    }
    case 'plan':
      return `Treatment plan, version ${planNumber ?? 1}`;
    case 'plan_answer':
      return `Own words to the joint plan${planNumber ? `, version ${planNumber}` : ''}`;
    case 'sheet':
      return title ?? 'A sheet';
    case 'scale':
      return title ?? 'A scale';
  }
}

/** Each set of answers under a heading of its own, with its score as it was told then. */
export const answersInTurn = (scales: readonly AnsweredScale[]): Piece[] =>
  scales.flatMap(({ title, answeredOn, score, items }): Piece[] => [
    { kind: 'part', title: `${title}, ${longDay(answeredOn)}` },
    { kind: 'words', words: scoreWords(score) },
    {
      kind: 'table',
      table: {
        ...{ title: `${title}, ${longDay(answeredOn)}`, head: ['Asked', 'Answered'], shares: [2.4, 1] },
        rows: items.map(({ text, answer }) => [text, answer ?? '–']),
      },
    },
  ]);

function scoreWords({ total, prorated, band, answered, of }: AnsweredScale['score']): string {
  const points = total === null ? 'Not scored' : `Total ${figure(total)}${prorated ? ' (worked out)' : ''}`;
  return `${points}${band === null ? '' : `, ${bandWords(band)}`}. ${answered} of ${of} answered.`;
}
