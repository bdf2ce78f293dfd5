/**
 * The ground of boundaries, promises and agreements: whose part a step is, what no words of theirs may ask for, and which
 * day it is to whoever acts. It knows none of them.
 */
import { standingOf } from '../couples/standing.js';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { Forbidden, Refused } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import { dayIn } from '../platform/days.js';
import { demandIn } from './demands.rules.js';
import { isOnesPart, type Deed } from './parts.rules.js';

/** Throws `Forbidden('not_your_part')` where it is the other's to do, as their therapist set their parts. */
export async function assertPart(coupleId: string, deed: Deed): Promise<void> {
  const { clientId } = actor();
  const standing = (await standingOf({ coupleId })).find((each) => each.clientId === clientId);
  if (!standing || !isOnesPart(standing.role, deed))
    throw new Forbidden('not_your_part', 'This step is for your partner to take. Yours are others.');
}

/** Throws `Refused('unsafe_text')`: nothing is stored, and its writer keeps the words. */
export function assertSafe(texts: Record<string, string | null | undefined>): void {
  for (const [path, text] of Object.entries(texts)) {
    const demand = text ? demandIn(text) : null;
    if (demand) throw new Refused('unsafe_text', demand.message, [{ path, ...demand }]);
  }
}

/** The zone the actor lives in, else the clinic's. */
export async function zoneHere(): Promise<string> {
  const [row] = await sql<{ zone: string }>(
    'zone here',
    'select coalesce((select c.time_zone from client c where c.id = $1::uuid), k.time_zone) as zone from clinic k',
    [actor().clientId],
  );
  return row?.zone ?? 'UTC';
}

/** Today where the actor lives, `YYYY-MM-DD`. */
export const todayHere = async (): Promise<string> => dayIn(await zoneHere(), now());
