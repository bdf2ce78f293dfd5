import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.js';
import { repo, sql } from '../platform/database.js';
import { NotFound, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { ReminderChoice } from './assignments.entity.js';
import type { ReminderChoiceDto } from './sequences.dto.js';

/** Whether a person is reminded of homework by mail: her own word, which the worker asks for before it writes one. */
@Injectable()
export class RemindersService {
  async own(): Promise<ReminderChoiceDto> {
    return dtoOf(await this.row());
  }

  /** `version` 0: the first choice. Throws `Stale`. */
  async choose(wanted: boolean, version: number): Promise<ReminderChoiceDto> {
    const before = await this.row();
    if ((before?.version ?? 0) !== version) throw new Stale(before?.version ?? 0);
    const id = before?.id ?? newId();
    const saved = await sql<{ id: string }>(
      'reminder choice',
      `insert into reminder_choice (id, client_id, wanted, changed_at, version) values ($1, $2, $3, $4, 1)
       on conflict (clinic_id, client_id) do update set wanted = excluded.wanted, changed_at = excluded.changed_at,
         version = reminder_choice.version + 1 where reminder_choice.version = $5 returning id`,
      [id, ownId(), wanted, now(), version],
    );
    if (saved.length === 0) throw new Stale(version + 1);
    return { id, wanted, version: version + 1 };
  }

  private row(): Promise<ReminderChoice | null> {
    return repo(ReminderChoice).findOneBy({ clientId: ownId() });
  }
}

function ownId(): string {
  const { clientId } = actor();
  if (clientId === null) throw new NotFound('client');
  return clientId;
}

const dtoOf = (row: ReminderChoice | null): ReminderChoiceDto =>
  row ? { id: row.id, wanted: row.wanted, version: row.version } : { id: ownId(), wanted: true, version: 0 };
