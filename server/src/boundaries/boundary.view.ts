import { In, MoreThanOrEqual } from 'typeorm';
import { ownName } from '../couples/ourselves.js';
import { dayIn, mondayOf } from '../platform/days.js';
import { now } from '../platform/clock.js';
import { repo } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import type { BoundaryDto, BoundaryEventDto } from './boundaries.dto.js';
import { agreeing, isInForce, isReworded, isTalkedAbout, movesOf, type Side } from './boundaries.rules.js';
import { Boundary, BoundaryComment, BoundaryEvent, BoundaryOwn, type BoundaryText } from './boundary.entity.js';
import { knownOf, readAt, seenOf } from './boundary.seen.js';

export const sideOf = ({ madeBy }: Boundary): Side => {
  const { clientId } = actor();
  return clientId === null ? 'staff' : clientId === madeBy ? 'author' : 'other';
};

/** The other learns of it when it opens, and of no time before. */
export const metAt = (row: Boundary, at: Date): Date =>
  sideOf(row) === 'other' && row.openFrom !== null && at < row.openFrom ? row.openFrom : at;

export const eventDto = (row: BoundaryEvent): BoundaryEventDto => ({
  id: row.id,
  kind: row.kind,
  occurredOn: row.occurredOn,
  note: row.note,
  markedAt: row.markedAt.toISOString(),
  clientId: actor().clientId === null ? row.clientId : null,
});

/** Boundaries as their reader may know them, in the order given. */
export async function viewOf(boundaries: readonly Boundary[]): Promise<BoundaryDto[]> {
  if (boundaries.length === 0) return [];
  const ids = boundaries.map(({ id }) => id);
  const { clientId } = actor();
  const known = await knownOf(boundaries);
  const { wordings, consents } = known;
  const today = dayIn(known.zone, now());
  const texts = new Map(wordings.map((row) => [row.id, row]));
  const talk = clientId === null ? await talkWaiting(boundaries, wordings) : new Set<string>();
  const own = new Map((await repo(BoundaryOwn).findBy({ boundaryId: In(ids) })).map((row) => [row.boundaryId, row]));
  const since = { boundaryId: In(ids), occurredOn: MoreThanOrEqual(mondayOf(today)) };
  const events =
    clientId === null
      ? []
      : await repo(BoundaryEvent).find({ where: { ...since, clientId }, order: { markedAt: 'ASC', id: 'ASC' } });
  const name = clientId === null ? '' : await ownName();
  return boundaries.map((kept) => {
    const { row } = seenOf(kept, known);
    const text = row.textId === null ? undefined : texts.get(row.textId);
    const draft = own.get(row.id);
    const said = events.findLast(({ boundaryId }) => boundaryId === row.id);
    const agreed = agreeing(
      consents.filter(({ boundaryId }) => boundaryId === row.id),
      row.textId,
      row.askedFrom,
    );
    return {
      ...headOf(row, text, agreed, today),
      talkHeld: clientId === null ? talk.has(row.id) : null,
      area: text?.content.area ?? draft?.content.area ?? '',
      limit: text?.content.limit ?? draft?.content.limit ?? '',
      ifNotKept: text ? text.content.ifNotKept : (draft?.content.ifNotKept ?? null),
      why: draft?.content.why ?? null,
      from: text?.content.author ?? name,
      version: row.textId === null ? (draft?.version ?? row.version) : row.version,
      thisWeek: said ? eventDto(said) : null,
    };
  });
}

/** Boundaries about which some words wait that a clinician can let go. */
async function talkWaiting(
  boundaries: readonly Boundary[],
  wordings: readonly BoundaryText[],
): Promise<ReadonlySet<string>> {
  const talkedAbout = boundaries.filter(({ state }) => isTalkedAbout(state)).map(({ id }) => id);
  const comments = await repo(BoundaryComment).findBy({ boundaryId: In(talkedAbout), held: true });
  const reworded = new Set(boundaries.filter(({ state }) => isReworded(state)).map(({ id }) => id));
  const texts = wordings.filter(({ held, boundaryId }) => held && reworded.has(boundaryId));
  return new Set([...texts, ...comments].map(({ boundaryId }) => boundaryId));
}

type Head = Omit<BoundaryDto, 'area' | 'limit' | 'ifNotKept' | 'why' | 'from' | 'version' | 'thisWeek' | 'talkHeld'>;

function headOf(row: Boundary, text: BoundaryText | undefined, agreed: readonly string[], today: string): Head {
  const side = sideOf(row);
  const { clientId } = actor();
  // Once somebody agrees to these words there is nothing left to agree to, for her or him.
  const isDone = clientId !== null && agreed.includes(clientId);
  const from = row.proposedAt && metAt(row, row.proposedAt);
  return {
    id: row.id,
    coupleId: row.coupleId,
    kind: row.kind,
    negotiable: row.negotiable,
    fixed: row.fixed,
    state: row.state,
    stateAt: (text ? readAt(text, metAt(row, row.stateAt)) : row.stateAt).toISOString(),
    textId: row.textId,
    mine: side === 'author',
    madeBy: side === 'staff' ? row.madeBy : null,
    reviewOn: row.reviewOn,
    reviewDue: (isInForce(row.state) || row.state === 'agreed') && row.reviewOn <= today,
    proposedAt: from?.toISOString() ?? null,
    agreedAt: row.agreedAt?.toISOString() ?? null,
    activeFrom: row.activeFrom,
    authorAgrees: agreed.includes(row.madeBy),
    otherAgrees: agreed.some((person) => person !== row.madeBy),
    moves: movesOf(row.state, side, row.fixed).filter((to) => !isDone || (to !== 'agreed' && to !== 'renewed')),
    held: side === 'staff' ? row.held : null,
  };
}
