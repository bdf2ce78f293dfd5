import { sql } from '../platform/database.js';
import { isHeld } from '../safety/safety.gate.js';
import type { State } from './boundaries.rules.js';
import type { Boundary } from './boundary.entity.js';

/**
 * Words about a boundary that is open already wait in silence while a concern is open, as a proposal does. Whoever wrote
 * them finds them where they would stand; the other finds nothing changed.
 */
export const isTalkHeld = async ({ openFrom, coupleId }: Boundary): Promise<boolean> =>
  openFrom !== null && (await isHeld(coupleId, true));

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

/** Where the other has gone on with it alone; null where both stand at the same place. */
export async function leftAloneAt({ id }: Boundary): Promise<State | null> {
  const [row] = await sql<{ state: State | null }>('boundary alone', 'select boundary_alone($1) as state', [id]);
  return row!.state;
}

/** The newest words, just let go, become what it says. `opened`: how many were. */
export const takeWording = ({ id }: Boundary, opened: number): Promise<unknown> =>
  sql('take wording', 'select take_wording($1, $2)', [id, opened]);
