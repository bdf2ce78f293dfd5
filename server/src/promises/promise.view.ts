import { actor } from '../platform/scope.js';
import type { PromiseDto, PromiseMarkDto } from './promises.dto.js';
import { isDisputed, MAKER_MARKS, PARTNER_MARKS, sayable, type LastWords } from './promises.rules.js';
import type { MadePromise, PromiseMark } from './promise.entity.js';

/** The last mark of each of the two, in rising order of time. */
const standingOn = ({ id }: MadePromise, marks: readonly PromiseMark[]): PromiseMark[] => [
  ...new Map(marks.filter(({ promiseId }) => promiseId === id).map((each) => [each.clientId, each])).values(),
];

export function lastWords(promise: MadePromise, marks: readonly PromiseMark[]): LastWords {
  const standing = standingOn(promise, marks).map(({ mark }) => mark);
  return {
    maker: MAKER_MARKS.find((mark) => standing.includes(mark)) ?? null,
    partner: PARTNER_MARKS.find((mark) => standing.includes(mark)) ?? null,
  };
}

export const promiseMarkDto = (row: PromiseMark): PromiseMarkDto => ({
  id: row.id,
  mark: row.mark,
  note: row.note,
  markedAt: row.markedAt.toISOString(),
  clientId: actor().clientId === null ? row.clientId : null,
});

/** `marks`: those its reader may see, in rising order of time. */
export function promiseDto(row: MadePromise, marks: readonly PromiseMark[], now: Date): PromiseDto {
  const { clientId } = actor();
  const isStaff = clientId === null;
  const standing = standingOn(row, marks);
  const own = standing.find((each) => each.clientId === clientId);
  return {
    id: row.id,
    coupleId: row.coupleId,
    text: row.content.text,
    from: row.content.from,
    mine: row.madeBy === clientId,
    madeBy: isStaff ? row.madeBy : null,
    dueAt: row.dueAt.toISOString(),
    dueOn: row.dueOn,
    isPast: row.dueAt <= now,
    myMark: own ? promiseMarkDto(own) : null,
    canSay: isStaff ? [] : sayable(row.madeBy === clientId, row.dueAt, now),
    marks: isStaff ? standing.map(promiseMarkDto) : null,
    disputed: isStaff ? isDisputed(lastWords(row, marks)) : null,
    held: isStaff ? row.held : null,
  };
}
