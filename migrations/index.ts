import type { MigrationInterface } from 'typeorm';
import { Foundation0001 } from './0001-foundation.js';
import { Scales0005 } from './0005-scales.js';

/**
 * Every migration, in order. A new one is added at the end; none is ever changed once it has shipped. Its `name` ends in
 * its number in 13 digits (`People0000000000002`), which TypeORM orders by.
 */
export const migrations: (new () => MigrationInterface)[] = [Foundation0001, Scales0005];
