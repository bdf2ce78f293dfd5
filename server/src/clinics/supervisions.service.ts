import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { repo, reveal, sql } from '../platform/database.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { ClinicsService } from './clinics.service.js';
import type { NewSupervision, SupervisionDto } from './staff.dto.js';
import { assertMaySupervise, assertNotOneself } from './staff.rules.js';

/** `id` is the supervisor's, under which the name is sealed; `supervision_id` that of the supervision. */
interface SupervisionRow {
  id: string;
  display_name: string;
  supervision_id: string;
  therapist_id: string;
  cosign: boolean;
  from_at: Date;
  to_at: Date | null;
}

@Injectable()
export class SupervisionsService {
  constructor(private readonly clinics: ClinicsService) {}

  /** Who supervises each of these therapists now or from a day to come. */
  async current(therapistIds: readonly string[]): Promise<SupervisionDto[]> {
    const rows = await sql<SupervisionRow>(
      'supervisions-of',
      `select u.id, u.display_name, s.id as supervision_id, s.therapist_id, s.cosign, s.from_at, s.to_at
       from supervision s join app_user u on u.id = s.supervisor_id
       where s.therapist_id = any ($1::uuid[]) and (s.to_at is null or s.to_at > now()) order by s.from_at, s.id`,
      [therapistIds],
    );
    await reveal(User, rows);
    return rows.map((row) => ({
      id: row.supervision_id,
      therapistId: row.therapist_id,
      supervisorId: row.id,
      supervisorName: row.display_name,
      cosign: row.cosign,
      from: row.from_at.toISOString(),
      to: row.to_at?.toISOString() ?? null,
    }));
  }

  /** An admin sets it up, for others: it opens the supervisor's eyes on a whole caseload. */
  async create(therapistId: string, input: NewSupervision): Promise<SupervisionDto> {
    const [therapist, supervisor] = [await staff(therapistId), await staff(input.supervisorId)];
    assertNotOneself(actor().id, supervisor.id);
    assertMaySupervise(supervisor, therapist);
    const before = await this.current([therapistId]);
    if (before.some((one) => one.supervisorId === supervisor.id)) {
      throw new RuleBroken('already_supervised', 'This person supervises them already.');
    }
    const id = newId();
    await sql(
      'supervision-new',
      'insert into supervision (id, supervisor_id, therapist_id, cosign, from_at) values ($1, $2, $3, $4, coalesce($5, now()))',
      [id, supervisor.id, therapistId, input.cosign, (await this.clinics.beginning(input.from)) ?? null],
    );
    return (await this.current([therapistId])).find((one) => one.id === id)!;
  }

  /** Ends with this transaction; the supervisor no longer sees the therapist's clients. */
  async end(therapistId: string, id: string): Promise<void> {
    const [row] = await sql<{ supervisor_id: string }>(
      'supervision-open',
      'select supervisor_id from supervision where id = $1 and therapist_id = $2 and (to_at is null or to_at > now())',
      [id, therapistId],
    );
    if (!row) throw new NotFound('supervision');
    assertNotOneself(actor().id, row.supervisor_id);
    await sql('supervision-end', 'update supervision set to_at = now() where id = $1', [id]);
  }
}

async function staff(id: string): Promise<User> {
  const user = await repo(User).findOneBy({ id });
  if (!user || user.clientId !== null) throw new NotFound('staff');
  return user;
}
