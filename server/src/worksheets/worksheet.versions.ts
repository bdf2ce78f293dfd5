import { In } from 'typeorm';
import type { Worksheet } from '../library/worksheet.definition.js';
import { worksheetById } from '../library/worksheet.library.js';
import { repo } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import { WorksheetVersion } from './templates.entity.js';

/**
 * A version never changes, so it is opened once for many requests. By clinic and id; whether somebody may read it is not
 * asked here, so it is only for versions that a row names which she was given to read.
 */
const opened = new Map<string, Worksheet>();
const MOST_OPENED = 500;

export const asWorksheet = ({ id, number, content }: WorksheetVersion): Worksheet => ({
  ...content.definition,
  ...{ id, key: content.key, version: number },
});

/** The worksheets that rows point at, in one trip however many rows there are. A version that is gone is left out. */
export async function worksheetsOf(ids: readonly (string | null)[]): Promise<Map<string, Worksheet>> {
  const { clinicId } = actor();
  const found = new Map<string, Worksheet>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    if (id === null) continue;
    const known = worksheetById(id) ?? opened.get(`${clinicId} ${id}`);
    if (known) found.set(id, known);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  for (const version of await repo(WorksheetVersion).findBy({ id: In(missing) })) {
    const worksheet = asWorksheet(version);
    found.set(version.id, worksheet);
    opened.set(`${clinicId} ${version.id}`, worksheet);
    if (opened.size > MOST_OPENED) opened.delete(opened.keys().next().value!);
  }
  return found;
}
