import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { InvitationsService } from '../auth/invitations.service.js';
import { User } from '../auth/user.entity.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { normaliseEmail } from '../platform/blind.index.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { Client } from './client.entity.js';
import { displayName } from './clients.rules.js';

@Injectable()
export class PortalInvitationsService {
  constructor(private readonly invitations: InvitationsService) {}

  /**
   * Mails a person in care a link to a portal of their own; asked again, the new link replaces the old one. Throws
   * `RuleBroken`: `care_ended`, `portal_in_use` (they have accepted), `partners_address`, `email_taken`.
   */
  async invite(clientId: string, email: string): Promise<void> {
    const client = await repo(Client).findOneBy({ id: clientId });
    if (!client) throw new NotFound('client');
    if (client.status === 'ended') throw new RuleBroken('care_ended', 'This person is no longer in care.');
    await this.assertNotPartners(client, email);
    const known = await repo(User).findOneBy({ clientId });
    if (known && known.status !== 'invited') throw new RuleBroken('portal_in_use', 'This person has a portal already.');
    const name = displayName(client);
    if (known) await saveVersion(User, known, { email, displayName: name }, known.version);
    const user = known ?? (await insertRow(User, newUser(clientId, name, email)));
    await this.invitations.invite(user, email);
  }

  /** A mailbox both read would open one partner's portal to the other. */
  private async assertNotPartners(client: Client, email: string): Promise<void> {
    const partners = await sql<{ id: string }>(
      'partners of a client',
      `select q.client_id as id from couple_partner p join couple_partner q on q.couple_id = p.couple_id and q.client_id <> p.client_id
        where p.client_id = $1 and p.to_at is null and q.to_at is null`,
      [client.id],
    );
    for (const { email: theirs } of await repo(Client).findBy({ id: In(partners.map(({ id }) => id)) }))
      if (theirs && normaliseEmail(theirs) === normaliseEmail(email))
        throw new RuleBroken('partners_address', 'This is the address of the partner: each needs one of their own.');
  }
}

const newUser = (clientId: string, name: string, email: string): User => ({
  id: newId(),
  clientId,
  displayName: name,
  email,
  roles: ['client'],
  status: 'invited',
  weeklySessions: null,
  createdAt: now(),
  version: 1,
});
