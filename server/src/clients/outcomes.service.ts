import { Injectable } from '@nestjs/common';
import { assertCoupleSeen } from './seen.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { assertCareOf } from './care.js';
import { CareOutcome } from './outcome.entity.js';
import type { NewOutcome, OutcomeDto, OutcomesDto } from './outcomes.dto.js';
import { tallied, type Outcome } from './outcomes.rules.js';
import { staffNames } from './people-names.js';

type Whose = { clientId: string } | { coupleId: string };

/** How care came to a close, as a therapist records it: of one person, or of two. The last word stands. */
@Injectable()
export class OutcomesService {
  async record(whose: Whose, { outcome, note }: NewOutcome): Promise<OutcomeDto> {
    await assertKnown(whose);
    if ('coupleId' in whose) await assertCareOf(whose.coupleId);
    const row = await insertRow(CareOutcome, {
      ...{ id: newId(), clientId: null, coupleId: null, ...whose, outcome, note: note ?? null },
      ...{ recordedBy: actor().id, recordedAt: now() },
    });
    const [dto] = await dtosOf([row]);
    return dto!;
  }

  /** Newest first. */
  async of(whose: Whose): Promise<Page<OutcomeDto>> {
    await assertKnown(whose);
    const rows = await repo(CareOutcome).find({ where: whose, order: { recordedAt: 'DESC', id: 'DESC' }, take: 20 });
    return { items: await dtosOf(rows), next: null };
  }

  /** For the front desk: how many, never who, and no small number. */
  async counts(): Promise<OutcomesDto> {
    const rows = await sql<{ outcome: Outcome; people: number }>('outcomes', 'select * from outcome_counts()');
    return tallied(new Map(rows.map(({ outcome, people }) => [outcome, people])));
  }
}

async function assertKnown(whose: Whose): Promise<void> {
  if ('coupleId' in whose) return assertCoupleSeen(whose.coupleId);
  const [seen] = await sql(
    'outcome client',
    'select 1 from client where id = $1 and id = any ((select visible_clients())::uuid[])',
    [whose.clientId],
  );
  if (!seen) throw new NotFound('client');
}

async function dtosOf(rows: readonly CareOutcome[]): Promise<OutcomeDto[]> {
  const names = await staffNames(rows.map(({ recordedBy }) => recordedBy));
  return rows.map(({ id, outcome, note, recordedBy, recordedAt }) => ({
    ...{ id, outcome, note, recordedByName: names.get(recordedBy) ?? '' },
    recordedAt: recordedAt.toISOString(),
  }));
}
