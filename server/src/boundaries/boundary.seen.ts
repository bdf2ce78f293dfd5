import { In } from 'typeorm';
import { dayIn } from '../platform/days.js';
import { zoneHere } from '../commitments/who.acts.js';
import { repo, sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { agreeing, isReworded, type Consent, type State } from './boundaries.rules.js';
import { Boundary, BoundaryConsent, BoundaryText } from './boundary.entity.js';

/** What its reader may know of boundaries, from which follows how each stands before her or him. */
export interface Known {
  /** What each says now, and the wordings that wait. */
  wordings: BoundaryText[];
  consents: (Consent & { boundaryId: string })[];
  /** A client's own, in their order. */
  moves: OwnMove[];
  zone: string;
}

interface OwnMove {
  boundary_id: string;
  to_state: State;
  moved_at: Date;
}

const OWN_MOVES = `select boundary_id, to_state, moved_at from boundary_move
  where boundary_id = any ($1) and client_id = $2 order by moved_at, id`;

export async function knownOf(boundaries: readonly Boundary[]): Promise<Known> {
  const ids = boundaries.map(({ id }) => id);
  const textIds = boundaries.flatMap(({ textId }) => textId ?? []);
  const { clientId } = actor();
  const consents = await repo(BoundaryConsent).find({ where: { boundaryId: In(ids) }, order: { agreedAt: 'ASC' } });
  return {
    wordings: await repo(BoundaryText).find({
      where: [{ id: In(textIds) }, { boundaryId: In(ids), held: true }],
      order: { number: 'ASC' },
    }),
    consents: consents.map(({ boundaryId, textId, agreedBy, agreedAt }) => ({
      ...{ boundaryId, textId, by: agreedBy, at: agreedAt },
    })),
    moves:
      clientId === null ? [] : await sql<OwnMove & Record<string, unknown>>('own moves', OWN_MOVES, [ids, clientId]),
    zone: await zoneHere(),
  };
}

export interface Seen {
  /** The boundary as its reader knows it. */
  row: Boundary;
  /** What its reader does with it stays with her or him: the partner's newer words wait unseen, and so does this. */
  alone: boolean;
}

/**
 * While words wait in silence, each of the two goes on in a world without what the other may not meet: whoever wrote them
 * finds them where they would stand, and whoever agrees to those before finds them agreed.
 */
export function seenOf(boundary: Boundary, known: Known): Seen {
  const { clientId } = actor();
  if (clientId === null) return { row: boundary, alone: false };
  const own = known.wordings.filter(
    (each) => each.boundaryId === boundary.id && each.held && each.writtenBy === clientId,
  );
  if (own.length > 0) return { row: amongOwnWords(boundary, known.wordings, own), alone: false };
  const consents = known.consents.filter(({ boundaryId }) => boundaryId === boundary.id);
  const agreed = agreeing(consents, boundary.textId, boundary.askedFrom);
  // Two who agree to the same words have agreed, unless others wait behind them.
  if (!isReworded(boundary.state) || agreed.length < 2 || !agreed.includes(clientId))
    return { row: boundary, alone: false };
  const mine = consents.find(
    ({ by, textId, at }) => by === clientId && textId === boundary.textId && at >= boundary.askedFrom!,
  )!;
  const [agreeingNow, ...since] = known.moves.filter(
    (each) => each.boundary_id === boundary.id && each.moved_at >= mine.at,
  );
  if (!agreeingNow) return { row: boundary, alone: false };
  const agreedRow: Boundary = { ...stepped(boundary, agreeingNow), agreedAt: agreeingNow.moved_at };
  return { row: since.reduce<Boundary>((row, move) => afterMove(row, move, known.zone), agreedRow), alone: true };
}

function amongOwnWords(boundary: Boundary, wordings: readonly BoundaryText[], own: readonly BoundaryText[]): Boundary {
  // The other's wish to talk, about the words before, is no step to whoever has been talking since.
  const unmet = boundary.state === 'discussing' && boundary.stateAt > own[0]!.writtenAt ? 1 : 0;
  const version = boundary.version + own.length - unmet;
  const last = own.at(-1)!;
  const now = wordings.find(({ id }) => id === boundary.textId);
  if (now && now.number > last.number) return { ...boundary, version };
  const [at, { reviewOn }] = [last.writtenAt, last];
  // What became of it since became of these words, as far as their writer can know.
  if (!isReworded(boundary.state)) return { ...boundary, version, textId: last.id, reviewOn };
  const state = boundary.state === 'proposed' ? 'discussing' : boundary.state;
  return { ...boundary, version, state, stateAt: at, textId: last.id, askedFrom: at, reviewOn };
}

const stepped = (row: Boundary, { to_state: state, moved_at: at }: OwnMove): Boundary => ({
  ...row,
  ...{ state, stateAt: at, version: row.version + 1 },
});

/** One's own step, as it would have come out. What takes both waits for the other, who is not asked. */
function afterMove(row: Boundary, move: OwnMove, zone: string): Boundary {
  const { to_state: state, moved_at: at } = move;
  if (state === 'agreed' || state === 'renewed') return row;
  return {
    ...stepped(row, move),
    activeFrom: state === 'active' ? (row.activeFrom ?? dayIn(zone, at)) : row.activeFrom,
    askedFrom: state === 'under_review' || state === 'changed' ? at : row.askedFrom,
  };
}

/** When its reader could first read it. */
export function readAt({ writtenBy, openFrom }: { writtenBy: string; openFrom: Date | null }, at: Date): Date {
  const { clientId } = actor();
  return clientId !== null && writtenBy !== clientId && openFrom !== null && openFrom > at ? openFrom : at;
}
