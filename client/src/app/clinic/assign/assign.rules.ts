/** For whom, as the server takes it. */
export interface To {
  clientIds?: string[];
  coupleId?: string;
  mode?: 'each' | 'together';
}

/**
 * `choice` is a client's id, "each" or "together". One's own sheet given from one's own chart stays outside of the
 * couple's work; given from the couple's page it belongs to it. Null when nobody is named.
 */
export function addresseeOf(choice: string, clientId: string | null, coupleId: string | null): To | null {
  if (choice === 'each' || choice === 'together') return coupleId ? { coupleId, mode: choice } : null;
  if (choice === clientId) return { clientIds: [clientId] };
  return coupleId ? { clientIds: [choice], coupleId } : null;
}

/** For whom a worksheet is when nobody has said: the partner it is made for, both on one sheet, or each alone. */
export function usualAddressee(
  audience: 'injured' | 'involved' | 'either' | 'both' | 'joint' | null,
  partners: readonly { clientId: string; role: string }[],
): string {
  if (audience === 'joint') return 'together';
  const made = partners.filter(({ role }) => role === audience);
  return made.length === 1 && made[0] ? made[0].clientId : 'each';
}

/** The calendar day in so many days, where the reader is. */
export function dayIn(days: number, now: Date): string {
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** One of the things that happened between two people, as far as giving homework needs it. */
export interface Event {
  readonly id: string;
  readonly closedAt: string | null;
  readonly roles: readonly { readonly clientId: string; readonly role: string }[];
}

/** The partners in the part each has in this event; where it says nothing of one, in the work as a whole. */
export const partsIn = <P extends { clientId: string; role: string }>(
  partners: readonly P[],
  event: Event | undefined,
): { clientId: string; role: string }[] =>
  partners.map(({ clientId, role }) => {
    const part = event?.roles.find((each) => each.clientId === clientId)?.role;
    return { clientId, role: part && part !== 'unspecified' ? part : role };
  });
