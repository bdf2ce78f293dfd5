/** Whole quarters that are over: first and last day, `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

const numberOf = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
const firstDay = (quarter: number): string =>
  `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
const lastDay = (quarter: number): string =>
  new Date(Date.parse(`${firstDay(quarter + 1)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const keyOf = ({ from, to }: Period): string => `${from}_${to}`;

/** The period of an address, where it has one of ours; else nothing, and the server answers with its own. */
export function periodOf(key: string | undefined): Period | null {
  const [from, to] = /^\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}$/.test(key ?? '') ? key!.split('_') : [];
  return from && to ? { from, to } : null;
}

/** What can be chosen: the last four quarters first, the years before, and each of the last eight quarters. */
export function periods(today: string): { key: string; label: string }[] {
  const over = numberOf(today) - 1;
  const span = (first: number, last: number): string => keyOf({ from: firstDay(first), to: lastDay(last) });
  const year = Math.floor((over + 1) / 4) - 1;
  const quarters = Array.from({ length: 8 }, (_, back) => over - back);
  return [
    { key: '', label: $localize`The last four quarters` },
    ...[year, year - 1].map((each) => ({ key: span(each * 4, each * 4 + 3), label: String(each) })),
    ...quarters.map((each) => {
      const [number, of] = [(each % 4) + 1, Math.floor(each / 4)];
      return { key: span(each, each), label: $localize`Quarter ${number}:number: of ${of}:year:` };
    }),
  ];
}
