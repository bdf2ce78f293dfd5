import { sql } from '../platform/database.js';

/** The zone in which a paper tells its times. */
export async function clinicZone(): Promise<string> {
  const [row] = await sql<{ time_zone: string }>(
    'zone of clinic',
    'select time_zone from clinic where id = req_clinic()',
  );
  return row?.time_zone ?? 'UTC';
}
