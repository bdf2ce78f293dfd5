import { shownFields, type Answers, type Row } from './show-if.rules.js';
import type { Watch, Worksheet } from './worksheet.definition.js';

/** A text in which something was found, by its path in the answers, such as `items[1].topic`. */
export interface Sighting {
  readonly path: string;
  readonly watch: Watch;
}

/** What the sheet looks for and finds in the texts of the questions that are asked, in their order. */
export function sightings(worksheet: Pick<Worksheet, 'sections' | 'watches'>, answers: Answers): Sighting[] {
  const watches = (worksheet.watches ?? []).map((watch) => ({ watch, in: new RegExp(watch.pattern, 'iu') }));
  if (watches.length === 0) return [];
  return textsOf(worksheet, answers).flatMap(({ path, text }) =>
    watches.filter((each) => each.in.test(text)).map(({ watch }) => ({ path, watch })),
  );
}

function textsOf(worksheet: Pick<Worksheet, 'sections'>, answers: Answers): { path: string; text: string }[] {
  return shownFields(worksheet, answers).flatMap((field) => {
    const value = answers[field.key];
    if (typeof value === 'string') return [{ path: field.key, text: value }];
    if (field.type !== 'rows' || !Array.isArray(value)) return [];
    return (value as Row[]).flatMap((row, index) =>
      field.columns
        .filter((column) => column.type === 'short' || column.type === 'long')
        .flatMap(({ key }) => {
          const text = row[key];
          return typeof text === 'string' ? [{ path: `${field.key}[${index}].${key}`, text }] : [];
        }),
    );
  });
}
