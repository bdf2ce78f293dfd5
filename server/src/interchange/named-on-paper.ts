import type { ClientsService } from '../clients/clients.service.js';
import { namesInCare } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { longDate } from './answer-words.rules.js';
import { longDay } from './chart-words.js';

/** Of a person or a couple: in full for whoever has to be sure who it is, and in short for the foot of each page. */
export async function namesOnPaper(
  clients: ClientsService,
  whose: { clientId: string | null; coupleId: string | null },
): Promise<{ who: string; short: string }> {
  const short = (await namesInCare([whose]))(whose);
  if (whose.clientId === null) return { who: short, short };
  const { givenName, familyName, birthDate } = await clients.one(whose.clientId);
  const born = birthDate === null ? '' : `, born ${longDay(birthDate)}`;
  return { who: `${givenName} ${familyName}${born}`, short };
}

export const printedOn = (zone: string): string => `Printed on ${longDate(now(), zone, true)}.`;
