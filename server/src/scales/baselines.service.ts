import { Injectable } from '@nestjs/common';
import { staffNames } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { insertRow, reveal, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import type { BaselineStartDto, NewBaselineStart } from './baselines.dto.js';
import { ScaleBaseline } from './scales.entity.js';

interface StartRow {
  id: string;
  client_id: string;
  couple_id: string | null;
  instrument_id: string;
  starts_on: string;
  reason: string;
  set_by: string;
  set_at: Date;
}

/** What one act needs to know: the calendar day at the clinic, and within whose work the scale was answered last. */
interface Opening {
  today: string;
  answered: boolean;
  couple_id: string | null;
}

/** From when on a person is compared: only ever changed by an act with a reason, and never backwards in the record. */
@Injectable()
export class BaselinesService {
  /** Throws `NotFound`, `RuleBroken('nothing_answered')`, `Invalid` for a day to come. */
  async start(clientId: string, { instrumentId, startsOn, reason }: NewBaselineStart): Promise<BaselineStartDto> {
    const [opening] = await sql<Opening & Record<string, unknown>>(
      'baseline opening',
      `select d.today::text as today, r.id is not null as answered, r.couple_id from client c cross join clinic_day d
        left join lateral (select r.id, r.couple_id from scale_response r where r.client_id = c.id and r.instrument_id = $2
          order by r.answered_at desc limit 1) r on true where c.id = $1`,
      [clientId, instrumentId],
    );
    if (!opening) throw new NotFound('client');
    if (!opening.answered) throw new RuleBroken('nothing_answered', 'There is nothing to compare anew: no answer yet.');
    if (startsOn > opening.today)
      throw new Invalid([{ path: 'startsOn', code: 'future', message: 'Choose today or a day before it.' }]);
    const row: ScaleBaseline = {
      ...{ id: newId(), clientId, coupleId: opening.couple_id, instrumentId, startsOn, reason },
      ...{ setBy: actor().id, setAt: now() },
    };
    await insertRow(ScaleBaseline, row);
    const names = await staffNames([row.setBy]);
    return {
      ...{ id: row.id, instrumentId, startsOn, reason, setAt: row.setAt.toISOString() },
      setBy: names.get(row.setBy) ?? '',
    };
  }

  /** Newest act first, by person and scale. Whoever answers is told the days alone: the reason is the care team's. */
  async of(clientIds: readonly string[], reader: 'care' | 'self'): Promise<Starts> {
    const rows = await sql<StartRow & Record<string, unknown>>(
      'baseline starts',
      `select id, client_id, couple_id, instrument_id, starts_on, reason, set_by, set_at from scale_baseline
        where client_id = any ($1::uuid[]) order by set_at desc, id desc limit 200`,
      [clientIds],
    );
    const care = reader === 'care' && rows.length > 0;
    if (care) await reveal(ScaleBaseline, rows);
    const names = care ? await staffNames(rows.map((row) => row.set_by)) : new Map<string, string>();
    return new Starts(
      rows.map((row) => ({
        clientId: row.client_id,
        start: {
          ...{ id: row.id, instrumentId: row.instrument_id, startsOn: row.starts_on, setAt: row.set_at.toISOString() },
          ...{ reason: care ? row.reason : '', setBy: names.get(row.set_by) ?? '' },
        },
      })),
    );
  }
}

/** The acts of some people, looked up at once. */
export class Starts {
  constructor(private readonly all: readonly { clientId: string; start: BaselineStartDto }[]) {}

  of(clientId: string, instrumentId: string): BaselineStartDto[] {
    const own = this.all.filter((each) => each.clientId === clientId && each.start.instrumentId === instrumentId);
    return own.map(({ start }) => start);
  }
}
