import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { clinicIndex, normaliseEmail } from '../platform/blind.index.js';
import { Invalid, NotFound, RuleBroken, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { takeIntoCare } from './care.js';
import { Client } from './client.entity.js';
import { CASELOAD_COLUMNS, CASELOAD_JOINS, clientDto, revealClients, type ClientRow } from './client.rows.js';
import type { ClientChange, ClientDto, NewClient } from './clients.dto.js';
import { assertStatusMove, firstStatus, isPlausibleBirthDate } from './clients.rules.js';

/** The calendar day it is where the day begins first: nobody is refused a birth date which is already today for them. */
const latestToday = (at: Date): string => new Date(at.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

const addressIndex = (email: string | null | undefined): Buffer | null =>
  email ? clinicIndex('client-email', normaliseEmail(email)) : null;

@Injectable()
export class ClientsService {
  async one(id: string): Promise<ClientDto> {
    const rows = await sql<ClientRow>(
      'client-one',
      `select ${CASELOAD_COLUMNS}, c.pronouns, c.birth_date, c.email, c.phone, c.time_zone, c.safe_contact, u.status as portal
       from client c ${CASELOAD_JOINS} left join app_user u on u.client_id = c.id where c.id = $1`,
      [id],
    );
    const [row] = await revealClients(rows);
    if (!row) throw new NotFound('client');
    return clientDto(row);
  }

  /** A therapist who enters somebody treats them from now on; whom the front desk enters waits for a therapist. */
  async create(input: NewClient): Promise<ClientDto> {
    const at = now();
    assertBirthDate(input.birthDate, at);
    const { id: actorId, roles } = actor();
    const treats = roles.includes('therapist');
    const client = await insertRow(Client, {
      id: newId(),
      givenName: input.givenName,
      familyName: input.familyName,
      preferredName: input.preferredName ?? null,
      pronouns: input.pronouns ?? null,
      birthDate: input.birthDate ?? null,
      email: input.email ?? null,
      emailIndex: addressIndex(input.email),
      phone: input.phone ?? null,
      safeContact: input.safeContact ?? null,
      timeZone: input.timeZone ?? null,
      status: firstStatus(treats),
      primaryTherapistId: treats ? actorId : null,
      createdAt: at,
      updatedAt: at,
      version: 1,
    });
    if (treats) {
      await takeIntoCare({ staffId: actorId, of: { clientId: client.id }, addedBy: actorId });
    }
    return this.one(client.id);
  }

  async change(id: string, version: number, input: ClientChange): Promise<ClientDto> {
    const client = await repo(Client).findOneBy({ id });
    if (!client) throw new NotFound('client');
    if (client.version !== version) throw new Stale(client.version);
    assertBirthDate(input.birthDate, now());
    if (input.status) assertStatusMove(client.status, input.status);
    if (input.primaryTherapistId) await assertTreats(input.primaryTherapistId, id);
    const index = input.email === undefined ? {} : { emailIndex: addressIndex(input.email) };
    await saveVersion(Client, client, { ...input, ...index, updatedAt: now() }, version);
    return this.one(id);
  }
}

function assertBirthDate(birthDate: string | null | undefined, at: Date): void {
  if (!birthDate || isPlausibleBirthDate(birthDate, latestToday(at))) return;
  throw new Invalid([{ path: 'birthDate', code: 'range', message: 'birthDate must lie between 1900 and today' }]);
}

/** Whoever answers for a client's care is somebody who treats them. */
async function assertTreats(staffId: string, clientId: string): Promise<void> {
  const [found] = await sql(
    'treats',
    `select 1 from care_team where staff_id = $1 and client_id = $2 and from_at <= now() and (to_at is null or to_at > now())`,
    [staffId, clientId],
  );
  if (!found) throw new RuleBroken('not_on_care_team', 'This person is not on the care team.');
}
