import { sql } from '../platform/database.js';
import type { PartnerRole, Stage } from './couples.rules.js';

/** A partner of a couple in the actor's sight, in that couple's order. */
export interface Standing {
  clientId: string;
  role: PartnerRole;
  stage: Stage | null;
}

/** Where these people stand in the work of their couple; nobody for whoever has none, or none that is the actor's to see. */
export async function standingOf(of: { clientIds?: readonly string[]; coupleId?: string | null }): Promise<Standing[]> {
  const rows = await sql<{ client_id: string; role: PartnerRole; stage: Stage | null }>(
    'standing in couples',
    `select p.client_id, p.role, c.stage from couple_partner p join couple c on c.id = p.couple_id
      where p.to_at is null and (p.client_id = any ($1::uuid[]) or p.couple_id = $2)
        and c.id = any ((select visible_couples())::uuid[]) order by p.couple_id, p.place`,
    [of.clientIds ?? [], of.coupleId ?? null],
  );
  return rows.map(({ client_id, role, stage }) => ({ clientId: client_id, role, stage }));
}
