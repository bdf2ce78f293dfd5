import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { ClinicsService } from '../clinics/clinics.service.js';
import { StaffService } from '../clinics/staff.service.js';
import { assertMayTreat, assertNotOneself } from '../clinics/staff.rules.js';
import { repo, reveal, sql } from '../platform/database.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type { CareTeamMemberDto, NewCareTeamMember } from './care-team.dto.js';
import { endCare, takeIntoCare } from './care.js';
import { Client } from './client.entity.js';

/** `id` is the staff member's, under which the name is sealed; `member_id` that of the care. */
interface MemberRow {
  id: string;
  member_id: string;
  staff_id: string;
  primary: boolean;
  from_at: Date;
  to_at: Date | null;
  display_name: string;
}

/** A care team is a handful of people over the years; more than this were never treated by. */
const MOST_MEMBERS = 200;

@Injectable()
export class CareTeamService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly staff: StaffService,
  ) {}

  /** Everybody who treats or treated this client, who treats now first. */
  async of(clientId: string): Promise<Page<CareTeamMemberDto>> {
    await assertVisible(clientId);
    return keyset(await members(clientId, null), MOST_MEMBERS, (member) => [member.id]);
  }

  /** Nobody joins a care team by her own hand: somebody who treats the client, or an admin, lets her in. */
  async add(clientId: string, input: NewCareTeamMember): Promise<CareTeamMemberDto> {
    await assertVisible(clientId);
    assertNotOneself(actor().id, input.staffId);
    assertMayTreat(await this.staff.known(input.staffId));
    const from = await this.clinics.beginning(input.from);
    const [already] = await sql(
      'care-team-already',
      'select 1 from care_team where client_id = $1 and staff_id = $2 and (to_at is null or to_at > now())',
      [clientId, input.staffId],
    );
    if (already) throw new RuleBroken('already_on_care_team', 'This person is already on the care team.');
    const id = await takeIntoCare({ staffId: input.staffId, of: { clientId }, addedBy: actor().id, from });
    return (await members(clientId, id))[0]!;
  }

  /** Ends somebody's care; from the next request on they see nothing of this client. What they did stays theirs. */
  async end(clientId: string, id: string): Promise<void> {
    await assertVisible(clientId);
    if (!(await endCare(id, clientId))) throw new NotFound('care_team');
  }
}

async function assertVisible(clientId: string): Promise<void> {
  if (!(await repo(Client).existsBy({ id: clientId }))) throw new NotFound('client');
}

async function members(clientId: string, id: string | null): Promise<CareTeamMemberDto[]> {
  const rows = await sql<MemberRow>(
    'care-team',
    `select u.id, u.display_name, t.id as member_id, t.staff_id, t.from_at, t.to_at,
       t.staff_id is not distinct from c.primary_therapist_id and (t.to_at is null or t.to_at > now()) as primary
     from care_team t join client c on c.id = t.client_id join app_user u on u.id = t.staff_id
     where t.client_id = $1 and ($2::uuid is null or t.id = $2)
     order by (t.to_at is null or t.to_at > now()) desc, t.from_at desc, t.id desc limit ${MOST_MEMBERS}`,
    [clientId, id],
  );
  await reveal(User, rows);
  return rows.map((row) => ({
    id: row.member_id,
    staffId: row.staff_id,
    displayName: row.display_name,
    primary: row.primary,
    from: row.from_at.toISOString(),
    to: row.to_at?.toISOString() ?? null,
  }));
}
