import { Client } from '../clients/client.entity.js';
import { displayName } from '../clients/clients.rules.js';
import { coupleName } from '../clients/couple-name.rules.js';
import { reveal } from '../platform/database.js';

/** A person as a work list's statement brings her along: her names still sealed, and the couple she is in now. */
export interface PersonRow {
  id: string;
  couple_id: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
}

export interface InCare {
  client_id: string | null;
  couple_id: string | null;
}

/** Opens the names and answers what a row's people are called: "Maya K." or "Maya & Tom K.". Rows in the couple's own order. */
export async function namesOf(rows: readonly PersonRow[]): Promise<(row: InCare) => string> {
  // The key of a name is the person's own, never the couple's.
  const opened = await reveal(
    Client,
    rows.map((row) => ({ ...row })),
  );
  const people = opened.map((row) => ({
    id: row.id,
    coupleId: row.couple_id,
    name: {
      givenName: row.given_name,
      familyName: row.family_name,
      preferredName: row.preferred_name,
    },
  }));
  return ({ client_id, couple_id }) => {
    if (client_id === null)
      return coupleName(people.filter((person) => person.coupleId === couple_id).map((person) => person.name));
    const person = people.find(({ id }) => id === client_id);
    return person ? displayName(person.name) : '';
  };
}
