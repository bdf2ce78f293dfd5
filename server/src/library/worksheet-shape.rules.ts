import type { Column, Field, RowsField, ShowIf } from './worksheet.definition.js';
import type { Definition } from './worksheet.texts.js';

/** How large a worksheet may be. */
export const MOST = { sections: 20, fields: 60, columns: 12, options: 30 } as const;

export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

type Asked = Field | Column;

/**
 * What makes a definition one that cannot be kept, not even as a draft: keys that stand twice, more of something than
 * there may be, a rule that hangs on nothing. Words that are still missing are no fault here; see `lint`.
 */
export function faultsOf({ sections }: Definition): Fault[] {
  const faults: Fault[] = [];
  const fields = sections.flatMap((section, s) =>
    section.fields.map((field, f) => ({ field, path: `sections[${s}].fields[${f}]` })),
  );
  if (sections.length > MOST.sections) faults.push(tooMany('sections', MOST.sections, 'parts'));
  if (fields.length > MOST.fields) faults.push(tooMany('sections', MOST.fields, 'questions'));
  faults.push(...twice(sections.map(({ key }, s) => ({ key, path: `sections[${s}].key` }))));
  faults.push(...twice(fields.map(({ field, path }) => ({ key: field.key, path: `${path}.key` }))));
  fields.forEach(({ field, path }, at) => {
    faults.push(...faultsOfOne(field, path));
    const before = fields.slice(0, at).map((each) => each.field);
    faults.push(...ruleFaults(field, before, path));
    if (field.type === 'rows') faults.push(...faultsOfRows(field, before, path));
  });
  return faults;
}

function faultsOfRows(field: RowsField, before: readonly Asked[], path: string): Fault[] {
  const faults = twice(field.columns.map(({ key }, c) => ({ key, path: `${path}.columns[${c}].key` })));
  if (field.columns.length > MOST.columns) faults.push(tooMany(`${path}.columns`, MOST.columns, 'columns'));
  field.columns.forEach((column, c) => {
    const where = `${path}.columns[${c}]`;
    faults.push(...faultsOfOne(column, where), ...ruleFaults(column, [...before, ...field.columns.slice(0, c)], where));
  });
  const ticks = field.columns.filter(({ type }) => type === 'checkbox').map(({ key }) => key);
  if (field.sendRowsWhere !== undefined && !ticks.includes(field.sendRowsWhere))
    faults.push({ path: `${path}.sendRowsWhere`, code: 'reference', message: 'This names a column with a tick.' });
  return faults;
}

function faultsOfOne(field: Asked, path: string): Fault[] {
  if (field.type === 'number' && field.min > field.max)
    return [{ path: `${path}.max`, code: 'range', message: 'The most is below the least.' }];
  if (field.type !== 'one' && field.type !== 'multi') return [];
  const faults = twice(field.options.map(({ key }, o) => ({ key, path: `${path}.options[${o}].key` })));
  return field.options.length > MOST.options
    ? [...faults, tooMany(`${path}.options`, MOST.options, 'choices')]
    : faults;
}

/** A rule that waits for none of the choices yet is unfinished, as missing words are: it is kept, and not published. */
function ruleFaults(field: Asked, before: readonly Asked[], path: string): Fault[] {
  const why = field.showIf && whyNever(field.showIf, before);
  return why && why.code !== 'unchosen' ? [{ path: `${path}.showIf`, code: why.code, message: why.message }] : [];
}

/**
 * Why a rule can never hold, given the questions that stand before it: it hangs on none of them, or on an answer that
 * cannot be given. Null: it can.
 */
export function whyNever(rule: ShowIf, before: readonly Asked[]): Pick<Fault, 'code' | 'message'> | null {
  // The nearest of that key: in a row a column stands before a question outside of it.
  const source = before.findLast(({ key }) => key === rule.field);
  if (!source) return { code: 'reference', message: 'This hangs on a question that does not stand before it.' };
  if (rule.op === 'answered') return null;
  if (rule.op === 'in' && Array.isArray(rule.value) && rule.value.length === 0)
    return { code: 'unchosen', message: 'Tick at least one of the answers it waits for.' };
  const values: readonly unknown[] = rule.op === 'in' ? (Array.isArray(rule.value) ? rule.value : []) : [rule.value];
  const fits = rule.op === 'gte' || rule.op === 'lte' ? isNumeric(source) : true;
  if (fits && values.length > 0 && values.every((value) => canBe(source, value))) return null;
  return { code: 'impossible', message: 'This waits for an answer that cannot be given.' };
}

const isNumeric = ({ type }: Asked): boolean => type === 'scale' || type === 'number';

function canBe(source: Asked, value: unknown): boolean {
  switch (source.type) {
    case 'one':
    case 'multi':
      return source.options.some(({ key }) => key === value);
    case 'scale':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10;
    case 'number':
      return typeof value === 'number' && value >= source.min && value <= source.max;
    case 'checkbox':
      return typeof value === 'boolean';
    case 'short':
    case 'long':
    case 'date':
    case 'datetime':
      return typeof value === 'string' && value.length <= 200;
    case 'rows':
      return false;
  }
}

const tooMany = (path: string, most: number, what: string): Fault => ({
  path,
  code: 'too_many',
  message: `A worksheet has at most ${most} ${what}.`,
});

function twice(keys: readonly { key: string; path: string }[]): Fault[] {
  const seen = new Set<string>();
  return keys.flatMap(({ key, path }) => {
    if (!seen.has(key)) return seen.add(key) && [];
    return [{ path, code: 'twice', message: 'This key stands twice.' }];
  });
}
