import { Injectable } from '@nestjs/common';
import { bothOf } from '../couples/couple.partners.js';
import { namesInCare, staffNames } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { insertRow, sql } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { askAgainOn, dueOf, type Check, type SafetyResult } from './safety-checks.rules.js';
import type { NewSafetyCheck, PartnerSafetyDto, SafetyCheckDto, SafetyDueDto } from './safety-checks.dto.js';
import { SafetyCheck } from './safety-checks.entity.js';
import { isHeld } from './safety.gate.js';

interface LatestRow {
  couple_id: string;
  client_id: string;
  result: SafetyResult | null;
  screened_on: string;
  recorded_at: Date;
  recorded_by: string;
  flagged_at: Date | null;
}

/** Each partner's last check, and when anybody of the couple last told of a concern. */
const LATEST = `p.couple_id, p.client_id, s.result, s.screened_on, s.recorded_at, s.recorded_by, f.flagged_at
  from couple_partner p join couple c on c.id = p.couple_id
  left join lateral (select k.result, k.screened_on, k.recorded_at, k.recorded_by from safety_check k
    where k.couple_id = p.couple_id and k.client_id = p.client_id order by k.recorded_at desc, k.id desc limit 1) s on true
  left join lateral (select max(k.recorded_at) as flagged_at from safety_check k
    where k.couple_id = p.couple_id and k.result = 'concern') f on true
  where p.to_at is null and c.status = 'active'`;

/** What to say first of a couple, where both are to be asked. */
const FIRST: readonly SafetyDueDto['due'][] = ['flag', 'not_done', 'old', 'never'];

@Injectable()
export class SafetyChecksService {
  async record(coupleId: string, { clientId, result, screenedOn }: NewSafetyCheck): Promise<SafetyCheckDto> {
    const partners = await bothOf(coupleId);
    if (partners.length === 0) throw new NotFound('couple');
    if (!partners.includes(clientId))
      throw new Invalid([{ path: 'clientId', code: 'not_a_partner', message: 'This is no partner of this couple.' }]);
    if (Date.parse(screenedOn) > now().getTime() + 86_400_000)
      throw new Invalid([{ path: 'screenedOn', code: 'future', message: 'This day is still to come.' }]);
    const recordedAt = now();
    const row = { id: newId(), clientId, coupleId, result, screenedOn, recordedBy: actor().id, recordedAt };
    await insertRow(SafetyCheck, row);
    if (result === 'concern')
      await sql(
        'safety overrides end',
        'update safety_override set ended_at = $2, ended_by = $3 where couple_id = $1 and ended_at is null',
        [coupleId, recordedAt, actor().id],
      );
    return { ...row, screenedAlone: true, recordedAt: recordedAt.toISOString() };
  }

  /** Whether what is gated may be given: the database's own answer, which sharing asks for as well. */
  async isClear(coupleId: string): Promise<boolean> {
    return !(await isHeld(coupleId, true));
  }

  /** In the couple's own order. Throws `NotFound`, also for a couple whose work has ended. */
  async partnersOf(coupleId: string): Promise<PartnerSafetyDto[]> {
    const rows = await sql<LatestRow & Record<string, unknown>>(
      'safety of couple',
      `select ${LATEST} and p.couple_id = $1 and c.id = any ((select visible_couples())::uuid[]) order by p.place`,
      [coupleId],
    );
    if (rows.length === 0) throw new NotFound('couple');
    const names = await staffNames(rows.flatMap(({ result, recorded_by }) => (result === null ? [] : [recorded_by])));
    return rows.map((row) => {
      const check = checkOf(row);
      return {
        clientId: row.client_id,
        result: check?.result ?? null,
        screenedOn: check?.screenedOn ?? null,
        recordedByName: check ? (names.get(row.recorded_by) ?? null) : null,
        askAgainOn: askAgainOn(check),
        due: dueOf(check, row.flagged_at, today()),
      };
    });
  }

  /** The couples in one's own care of whom somebody is to be asked, by name. */
  async due(): Promise<SafetyDueDto[]> {
    const rows = await sql<LatestRow & Record<string, unknown>>(
      'safety due',
      `select ${LATEST} and c.id = any ((select care_couples())::uuid[]) order by p.couple_id, p.place`,
    );
    const found = new Map<string, SafetyDueDto['due']>();
    for (const row of rows) {
      const due = dueOf(checkOf(row), row.flagged_at, today());
      const before = found.get(row.couple_id);
      if (due && (!before || FIRST.indexOf(due) < FIRST.indexOf(before))) found.set(row.couple_id, due);
    }
    const nameOf = await namesInCare([...found.keys()].map((coupleId) => ({ clientId: null, coupleId })));
    return [...found]
      .map(([coupleId, due]) => ({ coupleId, displayName: nameOf({ clientId: null, coupleId }), due }))
      .sort((a, b) => a.displayName.localeCompare(b.displayName));
  }
}

const checkOf = ({ result, screened_on, recorded_at }: LatestRow): Check | null =>
  result && { result, screenedOn: screened_on, recordedAt: recorded_at };

export const today = (): string => now().toISOString().slice(0, 10);
