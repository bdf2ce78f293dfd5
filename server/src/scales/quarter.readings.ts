import type { ChangeRule, ScoringFacts } from '../instruments/scoring.definition.js';
import { sql } from '../platform/database.js';
import { newId } from '../platform/ids.js';
import { quarterReading } from './quarter.rules.js';

interface Answered {
  clientId: string;
  answeredAt: Date;
  answeredOn: string;
  /** The person's first total on this scale; null where this is it. */
  first: number | null;
  total: number | null;
}

/**
 * Writes down where this answer leaves her, for the counts of a clinic; the last answer of a quarter stands for it. Made
 * here, since only here the sealed scores are open; nobody reads the row, not even whoever wrote it.
 */
export async function keepQuarter(facts: ScoringFacts, rule: ChangeRule | null, answered: Answered): Promise<void> {
  const { clientId, answeredAt, answeredOn, first, total } = answered;
  const reading = quarterReading(facts, rule, first, total);
  if (reading === null) return;
  const { paired, fromCase, toCase, verdict, rule: by } = reading;
  await sql('quarter keep', 'select quarter_keep($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    ...[newId(), clientId, facts.code, answeredAt, answeredOn, paired, fromCase, toCase],
    ...[verdict, by?.code ?? null, by?.version ?? null],
  ]);
}
