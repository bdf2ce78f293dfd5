import { Injectable } from '@nestjs/common';
import { InvitationsService } from '../auth/invitations.service.js';
import { User } from '../auth/user.entity.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion } from '../platform/database.js';
import { normaliseEmail } from '../platform/encryption.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { Client } from './client.entity.js';
import { displayName } from './clients.rules.js';
import { CouplePartner } from './couple.entity.js';

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
    const [own] = (await repo(CouplePartner).findBy({ clientId: client.id })).filter((half) => half.toAt === null);
    if (!own) return;
    for (const half of await repo(CouplePartner).findBy({ coupleId: own.coupleId })) {
      if (half.clientId === client.id || half.toAt !== null) continue;
      const partner = await repo(Client).findOneBy({ id: half.clientId });
      if (partner?.email && normaliseEmail(partner.email) === normaliseEmail(email)) {
        throw new RuleBroken('partners_address', 'This is the address of the partner: each needs one of their own.');
      }
    }
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
