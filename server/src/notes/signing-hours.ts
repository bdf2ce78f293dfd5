import { sql } from '../platform/database.js';
import type { SigningHours } from './notes.rules.js';

/** The clinic's own hours. */
export async function signingHours(): Promise<SigningHours> {
  const [hours] = await sql<SigningHours & Record<string, unknown>>(
    'signing hours',
    'select note_due_hours as due, note_limit_hours as "limit" from clinic where id = (select req_clinic())',
  );
  if (!hours) throw new Error('no clinic of the request');
  return hours;
}
