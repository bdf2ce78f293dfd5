/** Where the brief of a session with one person, or with both of a couple, is. */
export const briefOf = ({ clientId, coupleId }: { clientId: string | null; coupleId: string | null }): string[] =>
  clientId ? ['/clients', clientId, 'brief'] : ['/couples', coupleId ?? '', 'brief'];
