import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { Forbidden } from '../platform/errors.js';
import { newId } from '../platform/ids.js';

interface Care {
  staffId: string;
  of: { clientId: string } | { coupleId: string };
  addedBy: string;
  /** Left out: care begins now, and no later than the database's own clock, so that it counts within this transaction. */
  from?: Date;
}

/** Puts a therapist on a care team and returns the id of the new row. Who may be put there, the row policies decide. */
export async function takeIntoCare({ staffId, of, addedBy, from }: Care): Promise<string> {
  const id = newId();
  await sql(
    'care-begin',
    `insert into care_team (id, staff_id, client_id, couple_id, added_by, from_at) values ($1, $2, $3, $4, $5, coalesce($6, least(now(), $7)))`,
    [
      id,
      staffId,
      'clientId' in of ? of.clientId : null,
      'coupleId' in of ? of.coupleId : null,
      addedBy,
      from ?? null,
      now(),
    ],
  );
  return id;
}

/** Ends a care with this transaction. False when it is not the actor's to end, or has ended. */
export async function endCare(id: string, clientId: string): Promise<boolean> {
  const ended = await sql(
    'care-end',
    `with open as (select t.clinic_id, t.id from care_team t where t.id = $1 and t.client_id = $2 and (t.to_at is null or t.to_at > now()))
     update care_team t set to_at = now() from open where t.clinic_id = open.clinic_id and t.id = open.id returning t.id`,
    [id, clientId],
  );
  return ended.length === 1;
}

/** Throws `Forbidden` for a couple that the actor knows of, as an admin does, but does not treat. */
export async function assertCareOf(coupleId: string): Promise<void> {
  const [row] = await sql<{ treated: boolean }>(
    'couple-treated',
    'select $1::uuid = any ((select care_couples())::uuid[]) as treated',
    [coupleId],
  );
  if (!row?.treated) throw new Forbidden();
}

/** Ids of the people and couples the actor treats now; whom she only supervises or reads on is not among them. */
export async function inOwnCare(): Promise<ReadonlySet<string>> {
  const [row] = await sql<{ ids: string[] }>(
    'own-care',
    'select (select care_clients())::uuid[] || (select care_couples())::uuid[] as ids',
  );
  return new Set(row?.ids);
}
