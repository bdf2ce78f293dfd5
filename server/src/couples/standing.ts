import { In } from 'typeorm';
import { repo, sql } from '../platform/database.js';
import { Invalid } from '../platform/errors.js';
import { BetrayalEvent } from './couple.entity.js';
import type { PartnerRole, Stage } from './couples.rules.js';

/** A partner of a couple in the actor's sight, in that couple's order. */
export interface Standing {
  clientId: string;
  coupleId: string;
  role: PartnerRole;
  stage: Stage | null;
}

/** Where these people stand in the work of their couple; nobody for whoever has none, or none that is the actor's to see. */
export async function standingOf(of: { clientIds?: readonly string[]; coupleId?: string | null }): Promise<Standing[]> {
  const rows = await sql<{ client_id: string; couple_id: string; role: PartnerRole; stage: Stage | null }>(
    'standing in couples',
    `select p.client_id, p.couple_id, p.role, c.stage from couple_partner p join couple c on c.id = p.couple_id
      where p.to_at is null and (p.client_id = any ($1::uuid[]) or p.couple_id = $2)
        and c.id = any ((select visible_couples())::uuid[]) order by p.couple_id, p.place`,
    [of.clientIds ?? [], of.coupleId ?? null],
  );
  return rows.map((row) => ({ clientId: row.client_id, coupleId: row.couple_id, role: row.role, stage: row.stage }));
}

/** `betrayalId`: which of the things that happened the role is of; null where it is that of their work as a whole. */
export interface StandingAbout extends Standing {
  betrayalId: string | null;
}

/** A couple has a few; more than this nobody reads. */
const MOST = 50;

/**
 * Where they stand in one of the things that happened: in the one that is named, else in the latest that is still open.
 * Where there is none, where null is named, or where its roles leave it open, their roles in the work as a whole count.
 * For staff. Throws `Invalid` for one that is not open, or not theirs.
 */
export async function standingAbout(
  of: { clientIds?: readonly string[]; coupleId?: string | null },
  betrayalId: string | null | undefined,
): Promise<StandingAbout[]> {
  const standings = await standingOf(of);
  const coupleIds = [...new Set(standings.map(({ coupleId }) => coupleId))];
  const events = betrayalId === null || coupleIds.length === 0 ? [] : await openEvents(coupleIds);
  if (betrayalId && !events.some(({ id }) => id === betrayalId))
    throw new Invalid([{ path: 'betrayalId', code: 'not_open', message: 'This is nothing open between these two.' }]);
  return standings.map((standing) => {
    const event = events.findLast(
      ({ id, coupleId }) => coupleId === standing.coupleId && (!betrayalId || id === betrayalId),
    );
    return standingIn(standing, event);
  });
}

/**
 * Where the two of a couple stand in each of the things that are open between them, the latest first; where there is
 * none, in their work as a whole. For staff.
 */
export async function standingsByEvent(coupleId: string): Promise<StandingAbout[][]> {
  const standings = await standingOf({ coupleId });
  const events: (BetrayalEvent | undefined)[] = (await openEvents([coupleId])).toReversed();
  if (events.length === 0) events.push(undefined);
  return events.map((event) => standings.map((standing) => standingIn(standing, event)));
}

function standingIn(standing: Standing, event: BetrayalEvent | undefined): StandingAbout {
  const role = event?.content.roles.find(({ clientId }) => clientId === standing.clientId)?.role;
  const known = role && role !== 'unspecified' ? role : standing.role;
  return { ...standing, role: known, betrayalId: event?.id ?? null };
}

async function openEvents(coupleIds: string[]): Promise<BetrayalEvent[]> {
  const all = {
    where: { coupleId: In(coupleIds) },
    order: { createdAt: 'ASC' as const, id: 'ASC' as const },
    take: MOST,
  };
  return (await repo(BetrayalEvent).find(all)).filter(({ closedAt }) => closedAt === null);
}
