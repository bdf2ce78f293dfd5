import { Client } from './client.entity.js';
import type { CaseloadRowDto, ClientDto, SafeContact } from './clients.dto.js';
import { displayName, type ClientStatus } from './clients.rules.js';
import { reveal } from '../platform/database.js';

/** A row of `clientColumns`, names opened. */
export interface CaseloadRow {
  id: string;
  version: number;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  status: ClientStatus;
  primary_therapist_id: string | null;
  couple_id: string | null;
  couple_in_care: boolean;
  partner_id: string | null;
  partner_given: string | Buffer | null;
  partner_family: string | Buffer | null;
  partner_preferred: string | Buffer | null;
  created_at: Date;
  updated_at: Date;
  /** `updated_at` to the microsecond: what a page goes on from. */
  place: string;
}

export interface ClientRow extends CaseloadRow {
  pronouns: string | null;
  birth_date: string | null;
  email: string | null;
  phone: string | null;
  time_zone: string | null;
  safe_contact: SafeContact | null;
  portal: ClientDto['portal'] | null;
}

/** The person and, where the reader may see them, the other half of the couple. */
export const CASELOAD_COLUMNS = `c.id, c.version, c.given_name, c.family_name, c.preferred_name, c.status, c.primary_therapist_id,
  c.created_at, c.updated_at, c.updated_at::text as place, own.couple_id,
  coalesce(own.couple_id = any ((select visible_couples())::uuid[]), false) as couple_in_care, other.id as partner_id,
  other.given_name as partner_given, other.family_name as partner_family, other.preferred_name as partner_preferred`;

export const CASELOAD_JOINS = `left join couple_partner own on own.client_id = c.id and own.to_at is null
  left join couple_partner half on half.couple_id = own.couple_id and half.client_id <> c.id and half.to_at is null
  left join client other on other.id = half.client_id`;

/** Opens the names of the people and of their partners, each under their own key. */
export async function revealClients<R extends CaseloadRow>(rows: R[]): Promise<R[]> {
  const partners = rows.flatMap((row) =>
    row.partner_id === null
      ? []
      : [
          {
            row,
            id: row.partner_id,
            given_name: row.partner_given,
            family_name: row.partner_family,
            preferred_name: row.partner_preferred,
          },
        ],
  );
  await reveal(Client, rows);
  await reveal(Client, partners);
  for (const { row, given_name, family_name, preferred_name } of partners) {
    Object.assign(row, { partner_given: given_name, partner_family: family_name, partner_preferred: preferred_name });
  }
  return rows;
}

export const nameOf = (row: Pick<CaseloadRow, 'given_name' | 'family_name' | 'preferred_name'>) => ({
  givenName: row.given_name,
  familyName: row.family_name,
  preferredName: row.preferred_name,
});

export function caseloadDto(row: CaseloadRow): CaseloadRowDto {
  const name = nameOf(row);
  return {
    id: row.id,
    version: row.version,
    ...name,
    displayName: displayName(name),
    status: row.status,
    primaryTherapistId: row.primary_therapist_id,
    coupleId: row.couple_id,
    coupleInCare: row.couple_in_care,
    partner:
      row.partner_id === null
        ? null
        : {
            clientId: row.partner_id,
            displayName: displayName({
              givenName: row.partner_given as string,
              familyName: row.partner_family as string,
              preferredName: row.partner_preferred as string | null,
            }),
          },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function clientDto(row: ClientRow): ClientDto {
  return {
    ...caseloadDto(row),
    pronouns: row.pronouns,
    birthDate: row.birth_date,
    email: row.email,
    phone: row.phone,
    timeZone: row.time_zone,
    safeContact: row.safe_contact,
    portal: row.portal ?? 'none',
  };
}
