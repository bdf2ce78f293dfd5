import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audit } from './foundation/audit.js';
import { door } from './foundation/door.js';
import { people } from './foundation/people.js';
import { protect } from './foundation/protect.js';
import { settings } from './foundation/settings.js';
import { sight } from './foundation/sight.js';

/**
 * The ground everything stands on: request settings, the tables that decide who sees whom, the sight functions, the
 * audit, `protect()`, and the door (what happens before somebody is signed in). The roles themselves are made by
 * `migrate` beforehand, since that takes a superuser.
 */
export class Foundation0001 implements MigrationInterface {
  readonly name = 'Foundation0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [settings, people.tables, sight, audit, protect, people.protection, door])
      await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('migrations only move forward');
  }
}
