import type { MigrationInterface } from 'typeorm';
import { Foundation0001 } from './0001-foundation.js';

/** Every migration, in order. A new one is added at the end; none is ever changed once it has shipped. */
export const migrations: (new () => MigrationInterface)[] = [Foundation0001];
