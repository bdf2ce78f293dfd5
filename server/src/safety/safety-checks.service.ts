import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { insertRow, sql } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { partnersOf } from '../clients/couple.partners.js';
import { areClear } from './safety-checks.rules.js';
import type { NewSafetyCheck, SafetyCheckDto } from './safety-checks.dto.js';
import { SafetyCheck } from './safety-checks.entity.js';

@Injectable()
export class SafetyChecksService {
  async record(coupleId: string, { clientId, result, screenedOn }: NewSafetyCheck): Promise<SafetyCheckDto> {
    const partners = await partnersOf(coupleId);
    if (partners.length === 0) throw new NotFound('couple');
    if (!partners.includes(clientId))
      throw new Invalid([{ path: 'clientId', code: 'not_a_partner', message: 'This is no partner of this couple.' }]);
    if (Date.parse(screenedOn) > now().getTime() + 86_400_000)
      throw new Invalid([{ path: 'screenedOn', code: 'future', message: 'This day is still to come.' }]);
    const recordedAt = now();
    const row = { id: newId(), clientId, coupleId, result, screenedOn, recordedBy: actor().id, recordedAt };
    await insertRow(SafetyCheck, row);
    return { ...row, screenedAlone: true, recordedAt: recordedAt.toISOString() };
  }

  /** Whether the last check of each partner was clear and is recent enough. */
  async isClear(coupleId: string): Promise<boolean> {
    const latest = await sql<{ client_id: string; result: SafetyCheck['result']; screened_on: string }>(
      'safety checks',
      `select distinct on (client_id) client_id, result, screened_on from safety_check where couple_id = $1
        order by client_id, recorded_at desc, id desc`,
      [coupleId],
    );
    const checks = latest.map((row) => ({ clientId: row.client_id, result: row.result, screenedOn: row.screened_on }));
    return areClear(await partnersOf(coupleId), checks, now().toISOString().slice(0, 10));
  }
}
