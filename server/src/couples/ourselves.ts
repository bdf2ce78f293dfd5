import { repo } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import { Client } from '../clients/client.entity.js';
import { callName } from '../clients/clients.rules.js';
import { bothOf, pairOf } from './couple.partners.js';

/** The actor as one of this couple. Throws `NotFound` for everybody else. */
export async function ourselves(coupleId: string): Promise<{ me: string; both: string[] }> {
  const { clientId } = actor();
  const both = await bothOf(coupleId);
  if (clientId === null || !both.includes(clientId)) throw new NotFound('couple');
  return { me: clientId, both };
}

/** What the actor is called by her or his partner. */
export async function ownName(): Promise<string> {
  const client = await repo(Client).findOneBy({ id: actor().clientId ?? '' });
  return client ? callName(client) : '';
}

/** Throws `NotFound` for whoever is neither of the couple nor of those who treat it, or treated it and read on. */
export async function assertSees(coupleId: string): Promise<void> {
  const both = await pairOf(coupleId);
  const { clientId } = actor();
  if (both.length === 0 || (clientId !== null && !both.includes(clientId))) throw new NotFound('couple');
}
