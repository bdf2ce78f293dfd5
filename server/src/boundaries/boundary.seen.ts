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
  /** What a client met of others, by boundary: steps, and other words. */
  met: ReadonlyMap<string, number>;
  zone: string;
}

interface OwnMove {
  boundary_id: string;
  to_state: State;
  moved_at: Date;
  /** What the other meets of it; 0 = nothing. */
  met: number;
  settles: boolean;
}

const OWN_MOVES = `select boundary_id, to_state, moved_at, met, settles from boundary_move
  where boundary_id = any ($1) and client_id = $2 order by moved_at, id`;

// Wordings are counted as far as their reader sees them: one's own, and the other's from when it opened, past the first.
const MET = `select b.id as boundary_id, (coalesce(s.steps, 0) + coalesce(t.wordings, 0))::int as acts from boundary b
  left join boundary_steps_met($1) s on s.boundary_id = b.id
  left join lateral (select count(*) as wordings from boundary_text w where w.boundary_id = b.id and w.number > 1
    and (b.made_by = $2 or w.written_at > b.open_from)) t on true where b.id = any ($1)`;

export async function knownOf(boundaries: readonly Boundary[]): Promise<Known> {
  const ids = boundaries.map(({ id }) => id);
  const textIds = boundaries.flatMap(({ textId }) => textId ?? []);
  const consents = await repo(BoundaryConsent).find({ where: { boundaryId: In(ids) }, order: { agreedAt: 'ASC' } });
  return {
    wordings: await repo(BoundaryText).find({
      where: [{ id: In(textIds) }, { boundaryId: In(ids), held: true }],
      order: { number: 'ASC' },
    }),
    consents: consents.map(({ boundaryId, textId, agreedBy, agreedAt }) => ({
      ...{ boundaryId, textId, by: agreedBy, at: agreedAt },
    })),
    ...(await actsKnown(ids)),
    zone: await zoneHere(),
  };
}

async function actsKnown(ids: readonly string[]): Promise<Pick<Known, 'moves' | 'met'>> {
  const { clientId } = actor();
  if (clientId === null) return { moves: [], met: new Map() };
  const moves = await sql<OwnMove & Record<string, unknown>>('own moves', OWN_MOVES, [ids, clientId]);
  const met = await sql<{ boundary_id: string; acts: number }>('acts met', MET, [ids, clientId]);
  return { moves, met: new Map(met.map((row) => [row.boundary_id, row.acts])) };
}

export interface Seen {
  /** The boundary as its reader knows it. */
  row: Boundary;
  /** What its reader does with it stays with her or him: the partner's newer words wait unseen, and so does this. */
  alone: boolean;
}

/**
 * While words wait in silence, each of the two goes on in a world without what the other may not meet: whoever wrote them
 * finds them where they would stand, and whoever agrees to those before finds them agreed. Nothing of it is counted over
 * the acts of both.
 */
export function seenOf(boundary: Boundary, known: Known): Seen {
  const { clientId } = actor();
  if (clientId === null) return { row: boundary, alone: false };
  const moves = known.moves.filter((each) => each.boundary_id === boundary.id);
  const own = known.wordings.filter(
    (each) => each.boundaryId === boundary.id && each.held && each.writtenBy === clientId,
  );
  const agreed = agreedAlone(boundary, known, moves, clientId);
  const alone = agreed !== null && isReworded(boundary.state);
  const row = alone ? agreed : afterwards(boundary, moves, agreed !== null, known.zone);
  const version = versionOf(boundary, moves, known);
  return { row: { ...(own.length > 0 ? amongOwnWords(row, known.wordings, own) : row), version }, alone };
}

/** One more with each act that its reader did or met, the first of which is that it is there. */
function versionOf({ id, madeBy }: Boundary, moves: readonly OwnMove[], { met }: Known): number {
  return (madeBy === actor().clientId ? 1 : 2) + moves.length + (met.get(id) ?? 0);
}

/** As it stands, or stood till its end, to somebody who agreed to what the other had agreed to, while other words wait. */
function agreedAlone(
  boundary: Boundary,
  { consents, zone }: Known,
  moves: readonly OwnMove[],
  me: string,
): Boundary | null {
  const agreed = agreeing(
    consents.filter(({ boundaryId }) => boundaryId === boundary.id),
    boundary.textId,
    boundary.askedFrom,
  );
  if (agreed.length < 2 || !agreed.includes(me)) return null;
  const at = moves.findIndex(({ settles, moved_at }) => settles && moved_at >= boundary.askedFrom!);
  if (at < 0) return null;
  const agreedRow: Boundary = { ...stepped(boundary, moves[at]!), agreedAt: moves[at]!.moved_at };
  return moves.slice(at + 1).reduce<Boundary>((row, move) => afterMove(row, move, zone), agreedRow);
}

/** What somebody had alone stays in her or his past when both stand at the same place again. */
function afterwards(boundary: Boundary, moves: readonly OwnMove[], wasAlone: boolean, zone: string): Boundary {
  const alone = moves.filter(({ met }) => met === 0);
  const agreedAt = alone.findLast(({ settles }) => settles)?.moved_at ?? null;
  if (agreedAt === null) return boundary;
  const started = alone.find(({ to_state: to }) => to === 'active');
  const from = started ? dayIn(zone, started.moved_at) : null;
  const last = moves.at(-1)!;
  // Its end, or its beginning, came to whoever had it before the other brought it; and before an end it is looked at again.
  const isPast = wasAlone && last.met === 0 && ['retired', boundary.state].includes(last.to_state);
  const isEnded = wasAlone && (boundary.state === 'retired' || boundary.state === 'declined');
  return {
    ...boundary,
    ...(isPast ? { state: last.to_state, stateAt: last.moved_at } : {}),
    askedFrom: isEnded ? boundary.stateAt : boundary.askedFrom,
    agreedAt: boundary.agreedAt !== null && boundary.agreedAt > agreedAt ? boundary.agreedAt : agreedAt,
    activeFrom:
      from !== null && (boundary.activeFrom === null || from < boundary.activeFrom) ? from : boundary.activeFrom,
  };
}

function amongOwnWords(boundary: Boundary, wordings: readonly BoundaryText[], own: readonly BoundaryText[]): Boundary {
  const last = own.at(-1)!;
  const now = wordings.find(({ id }) => id === boundary.textId);
  if (now && now.number > last.number) return boundary;
  const [at, { reviewOn }] = [last.writtenAt, last];
  // What became of it since became of these words, as far as their writer can know.
  if (!isReworded(boundary.state)) return { ...boundary, textId: last.id, reviewOn };
  const state = boundary.state === 'proposed' ? 'discussing' : boundary.state;
  return { ...boundary, state, stateAt: at, textId: last.id, askedFrom: at, reviewOn };
}

const stepped = (row: Boundary, { to_state: state, moved_at: at }: OwnMove): Boundary => ({
  ...row,
  ...{ state, stateAt: at },
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
