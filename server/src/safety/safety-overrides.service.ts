import { Injectable } from '@nestjs/common';
import { bothOf } from '../couples/couple.partners.js';
import { staffNames } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { dayAfter } from '../platform/days.js';
import { changeRow, insertRow, repo } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import type { CoupleSafetyDto, NewSafetyOverride, SafetyOverrideDto } from './safety-checks.dto.js';
import { SafetyOverride } from './safety-checks.entity.js';
import { MOST_OVERRIDE_DAYS } from './safety-checks.rules.js';
import { SafetyChecksService, today } from './safety-checks.service.js';

/** More than this nobody reads; each stands for a quarter of a year at most. */
const MOST = 50;

@Injectable()
export class SafetyOverridesService {
  constructor(private readonly checks: SafetyChecksService) {}

  async safetyOf(coupleId: string): Promise<CoupleSafetyDto> {
    const partners = await this.checks.partnersOf(coupleId);
    const rows = await repo(SafetyOverride).find({
      where: { coupleId },
      order: { signedAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
    return { coupleId, waits: !(await this.checks.isClear(coupleId)), partners, overrides: await dtosOf(rows) };
  }

  /** Throws `RuleBroken('override_not_needed')` while nothing waits, `Invalid` for a day gone by or too far ahead. */
  async sign(coupleId: string, { reason, until }: NewSafetyOverride): Promise<SafetyOverrideDto> {
    if ((await bothOf(coupleId)).length === 0) throw new NotFound('couple');
    if (until < today() || until > dayAfter(today(), MOST_OVERRIDE_DAYS))
      throw new Invalid([
        { path: 'until', code: 'range', message: `Choose a day within ${MOST_OVERRIDE_DAYS} days from today.` },
      ]);
    if (reason.trim().length < 20)
      throw new Invalid([{ path: 'reason', code: 'length', message: 'Say why in a sentence.' }]);
    if (await this.checks.isClear(coupleId))
      throw new RuleBroken('override_not_needed', 'Nothing is held back for these two.');
    const [signedBy, signedAt] = [actor().id, now()];
    const row = { id: newId(), coupleId, reason: reason.trim(), until, signedBy, signedAt };
    return one(await insertRow(SafetyOverride, { ...row, endedAt: null, endedBy: null }));
  }

  async end(id: string): Promise<SafetyOverrideDto> {
    const row = await repo(SafetyOverride).findOneBy({ id });
    if (!row) throw new NotFound('safety-override');
    if (row.endedAt !== null) throw new RuleBroken('invalid_transition', 'This has been ended.');
    await changeRow(SafetyOverride, row, { endedAt: now(), endedBy: actor().id }).catch((error: unknown) => {
      // Seen, by whoever reads on, but not hers to end.
      throw error instanceof NotFound ? new Forbidden() : error;
    });
    return one(row);
  }
}

const one = async (row: SafetyOverride): Promise<SafetyOverrideDto> => (await dtosOf([row]))[0]!;

async function dtosOf(rows: readonly SafetyOverride[]): Promise<SafetyOverrideDto[]> {
  const names = await staffNames(rows.map(({ signedBy }) => signedBy));
  return rows.map(({ id, coupleId, reason, until, signedBy, signedAt, endedAt }) => ({
    ...{ id, coupleId, reason, until, signedBy },
    signedByName: names.get(signedBy) ?? '',
    signedAt: signedAt.toISOString(),
    state: endedAt !== null ? 'ended' : until < today() ? 'over' : 'stands',
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
