import { User } from '../auth/user.entity.js';
import { Client } from './client.entity.js';
import { callName, displayName } from './clients.rules.js';
import { coupleName } from './couple-name.rules.js';
import { reveal, sql } from '../platform/database.js';

/** Names of staff by id. */
export async function staffNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; display_name: string }>(
    'names of staff',
    'select id, display_name from app_user where id = any ($1::uuid[]) and client_id is null',
    [[...new Set(ids)]],
  );
  await reveal(User, rows);
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

interface Named {
  id: string;
  couple_id: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
}

const personName = (row: Omit<Named, 'couple_id'>) => ({
  givenName: row.given_name,
  familyName: row.family_name,
  preferredName: row.preferred_name,
});

/** "Maya K." or "Maya & Tom K.", as far as the actor may see them. One statement for the whole list. */
export async function namesInCare(
  whose: readonly { clientId: string | null; coupleId: string | null }[],
): Promise<(one: { clientId: string | null; coupleId: string | null }) => string> {
  const rows = await sql<Named>(
    'names in care',
    `select c.id, p.couple_id, c.given_name, c.family_name, c.preferred_name
     from client c left join couple_partner p on p.client_id = c.id and (p.to_at is null or p.couple_id = any ($2::uuid[]))
     where c.id = any ($1::uuid[]) or p.couple_id = any ($2::uuid[]) order by p.place`,
    [whose.map((one) => one.clientId).filter(Boolean), whose.map((one) => one.coupleId).filter(Boolean)],
  );
  // The couple is not whose key the names are sealed under.
  await reveal(Client, rows);
  return ({ clientId, coupleId }) => {
    const person = rows.find((row) => row.id === clientId);
    if (clientId !== null) return person ? displayName(personName(person)) : '';
    return coupleName(rows.filter((row) => row.couple_id === coupleId).map(personName));
  };
}

/** What people in care are called, by id; whom the actor may not see is missing. */
export async function callNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<Omit<Named, 'couple_id'>>(
    'call names',
    'select id, given_name, family_name, preferred_name from client where id = any ($1::uuid[])',
    [[...new Set(ids)]],
  );
  await reveal(Client, rows);
  return new Map(rows.map((row) => [row.id, callName(personName(row))]));
}
