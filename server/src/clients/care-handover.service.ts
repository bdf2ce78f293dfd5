import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { takeIntoCare } from './care.js';
import { CASELOAD_COLUMNS, CASELOAD_JOINS, caseloadDto, revealClients, type CaseloadRow } from './client.rows.js';
import type { CaseloadRowDto } from './clients.dto.js';

/** One care that is about to change hands: of a person, or of a couple. */
export interface Care {
  id: string;
  clientId: string | null;
  coupleId: string | null;
}

const RUNNING = `t.from_at <= now() and (t.to_at is null or t.to_at > now())`;

/** What one therapist's care of some people is made of, and how another takes it over. */
@Injectable()
export class CareHandoverService {
  /** Everything `staffId` has of these people now: care of each, and of the couples they form. */
  async caresOf(staffId: string, clientIds: readonly string[]): Promise<Care[]> {
    const rows = await sql<{ id: string; client_id: string | null; couple_id: string | null }>(
      'handover-cares',
      `select t.id, t.client_id, t.couple_id from care_team t where t.staff_id = $1 and ${RUNNING}
         and (t.client_id = any ($2::uuid[]) or t.couple_id in (select p.couple_id from couple_partner p
           where p.client_id = any ($2::uuid[]) and p.to_at is null)) order by t.id`,
      [staffId, clientIds],
    );
    return rows.map((row) => ({ id: row.id, clientId: row.client_id, coupleId: row.couple_id }));
  }

  /** The partners now in these couples whom `staffId` treats in their own right. */
  async treatedPartners(staffId: string, coupleIds: readonly string[]): Promise<string[]> {
    const rows = await sql<{ client_id: string }>(
      'handover-partners',
      `select p.client_id from couple_partner p join care_team t on t.client_id = p.client_id and t.staff_id = $1 and ${RUNNING}
       where p.couple_id = any ($2::uuid[]) and p.to_at is null`,
      [staffId, coupleIds],
    );
    return rows.map((row) => row.client_id);
  }

  /** Who these people are, in the order of their ids. */
  async people(clientIds: readonly string[]): Promise<CaseloadRowDto[]> {
    const rows = await sql<CaseloadRow>(
      'handover-people',
      `select ${CASELOAD_COLUMNS} from client c ${CASELOAD_JOINS} where c.id = any ($1::uuid[]) order by c.id`,
      [clientIds],
    );
    return (await revealClients(rows)).map(caseloadDto);
  }

  /** Ends the cares of `giver` and begins those of `taker` in one moment; whom the giver answered for, the taker does. */
  async handOver(cares: readonly Care[], giver: string, taker: string): Promise<void> {
    const clientIds = cares.flatMap(({ clientId }) => clientId ?? []);
    const coupleIds = cares.flatMap(({ coupleId }) => coupleId ?? []);
    const has = await sql<{ client_id: string | null; couple_id: string | null }>(
      'handover-has',
      `select t.client_id, t.couple_id from care_team t where t.staff_id = $1 and ${RUNNING}
         and (t.client_id = any ($2::uuid[]) or t.couple_id = any ($3::uuid[]))`,
      [taker, clientIds, coupleIds],
    );
    const known = new Set(has.map((row) => row.client_id ?? row.couple_id));
    for (const { clientId, coupleId } of cares) {
      if (known.has(clientId ?? coupleId)) continue;
      const of = clientId ? { clientId } : { coupleId: coupleId! };
      await takeIntoCare({ staffId: taker, of, addedBy: actor().id });
    }
    await sql('handover-end', 'update care_team set to_at = now() where id = any ($1::uuid[])', [
      cares.map(({ id }) => id),
    ]);
    await sql(
      'handover-primary',
      `update client set primary_therapist_id = $1, updated_at = $4, version = version + 1
       where id = any ($2::uuid[]) and primary_therapist_id = $3`,
      [taker, clientIds, giver, now()],
    );
  }
}
