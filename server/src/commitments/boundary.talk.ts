import { In } from 'typeorm';
import { repo, sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { isHeld } from '../safety/safety.gate.js';
import { isReworded } from './boundaries.rules.js';
import { Boundary, BoundaryText } from './boundary.entity.js';

/**
 * Words about a boundary that is open already wait in silence while a concern is open, as a proposal does. Whoever wrote
 * them finds them where they would stand; the other finds nothing changed.
 */
export const isTalkHeld = async ({ openFrom, coupleId }: Boundary): Promise<boolean> =>
  openFrom !== null && (await isHeld(coupleId, true));

/** What it says now, and all wordings that wait, as far as the actor may know of them. */
export async function wordingsOf(boundaries: readonly Boundary[]): Promise<BoundaryText[]> {
  const textIds = boundaries.flatMap(({ textId }) => textId ?? []);
  const waiting = { boundaryId: In(boundaries.map(({ id }) => id)), held: true };
  return repo(BoundaryText).find({ where: [{ id: In(textIds) }, waiting], order: { number: 'ASC' } });
}

/** The boundary as its reader knows it: words of one's own that wait stand as if they had been read. */
export function seenOf(boundary: Boundary, wordings: readonly BoundaryText[]): Boundary {
  const { clientId } = actor();
  const own = wordings.filter((each) => each.boundaryId === boundary.id && each.held && each.writtenBy === clientId);
  if (own.length === 0) return boundary;
  const version = boundary.version + own.length;
  const last = own.at(-1)!;
  const now = wordings.find(({ id }) => id === boundary.textId);
  if (now && now.number > last.number) return { ...boundary, version };
  const [at, { reviewOn }] = [last.writtenAt, last];
  // What became of it since became of these words, as far as their writer can know.
  if (!isReworded(boundary.state)) return { ...boundary, version, textId: last.id, reviewOn };
  const state = boundary.state === 'proposed' ? 'discussing' : boundary.state;
  return { ...boundary, version, state, stateAt: at, textId: last.id, askedFrom: at, reviewOn };
}

/** Past those that one may not see. */
export async function nextNumber({ id }: Boundary): Promise<number> {
  const [row] = await sql<{ number: number }>('next wording', 'select next_wording($1) as number', [id]);
  return row!.number;
}

/** Other words wait beside these, perhaps unseen by whoever agrees: then the two do not agree. */
export async function wordingWaits({ id }: Boundary): Promise<boolean> {
  const [row] = await sql<{ waits: boolean }>('wording waits', 'select wording_waits($1) as waits', [id]);
  return row!.waits;
}

/** The newest words, just let go, become what it says. `opened`: how many were. */
export const takeWording = ({ id }: Boundary, opened: number): Promise<unknown> =>
  sql('take wording', 'select take_wording($1, $2)', [id, opened]);

/** When its reader could first read it. */
export function readAt({ writtenBy, openFrom }: { writtenBy: string; openFrom: Date | null }, at: Date): Date {
  const { clientId } = actor();
  return clientId !== null && writtenBy !== clientId && openFrom !== null && openFrom > at ? openFrom : at;
}
