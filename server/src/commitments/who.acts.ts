import { Client } from '../clients/client.entity.js';
import { callName } from '../clients/clients.rules.js';
import { bothOf } from '../clients/couple.partners.js';
import { standingOf } from '../clients/standing.js';
import { repo, sql } from '../platform/database.js';
import { Forbidden, NotFound, Refused } from '../platform/errors.js';
import { now } from '../platform/clock.js';
import { actor } from '../platform/scope.js';
import { demandIn } from './demands.rules.js';
import { isOnesPart, type Deed } from './parts.rules.js';
import { dayIn } from './promises.rules.js';

/** The actor as one of this couple. Throws `NotFound` for everybody else. */
export async function ourselves(coupleId: string): Promise<{ me: string; both: string[] }> {
  const { clientId } = actor();
  const both = await bothOf(coupleId);
  if (clientId === null || !both.includes(clientId)) throw new NotFound('couple');
  return { me: clientId, both };
}

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

/** What the actor is called by her or his partner. */
export async function ownName(): Promise<string> {
  const client = await repo(Client).findOneBy({ id: actor().clientId ?? '' });
  return client ? callName(client) : '';
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

/** What comes before a partner waits in silence while this is true; `strict` also where a clear safety check is missing. */
export async function isHeld(coupleId: string, strict: boolean): Promise<boolean> {
  const [gate] = await sql<{ held: boolean }>('commitment gate', 'select release_held($1, $2) as held', [
    coupleId,
    strict,
  ]);
  return gate?.held ?? true;
}
