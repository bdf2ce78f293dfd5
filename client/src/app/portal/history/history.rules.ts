interface SentItem {
  readonly sentAt: string | null;
}

export interface Month<T> {
  readonly key: string;
  readonly title: string;
  readonly items: readonly T[];
}

/** What was sent, newest first, month by month as the reader's own calendar has it. What was never sent is left out. */
export function byMonth<T extends SentItem>(items: readonly T[], locale?: string, zone?: string): readonly Month<T>[] {
  const named = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: zone });
  const months = new Map<string, { title: string; items: T[] }>();
  const sent = items.filter(({ sentAt }) => sentAt !== null);
  for (const item of sent.toSorted((a, b) => Date.parse(b.sentAt ?? '') - Date.parse(a.sentAt ?? ''))) {
    const title = named.format(new Date(item.sentAt ?? ''));
    const month = months.get(title) ?? { title, items: [] };
    month.items.push(item);
    months.set(title, month);
  }
  return [...months.values()].map((month) => ({ key: month.title.replaceAll(' ', '-'), ...month }));
}
