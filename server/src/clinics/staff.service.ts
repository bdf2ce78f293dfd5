import { Injectable } from '@nestjs/common';
import { InvitationsService } from '../auth/invitations.service.js';
import { User } from '../auth/user.entity.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, reveal, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken, Stale } from '../platform/errors.js';
import { isId, newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { assertAdminRemains, assertNotOneself, type StaffRole, type StaffStatus } from './staff.rules.js';
import type { StaffChange, StaffDto, StaffInvitation, StaffQuery } from './staff.dto.js';
import { SupervisionsService } from './supervisions.service.js';

/** A member of staff as others need to know them. */
export interface KnownStaff {
  id: string;
  version: number;
  displayName: string;
  email: string;
  roles: StaffRole[];
  status: StaffStatus;
  weeklySessions: number | null;
}

@Injectable()
export class StaffService {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly supervisions: SupervisionsService,
  ) {}

  /** Staff in the order in which they came. */
  async page(query: StaffQuery): Promise<Page<StaffDto>> {
    const rows = await sql<{
      id: string;
      version: number;
      display_name: string;
      email: string;
      roles: StaffRole[];
      status: StaffStatus;
      weekly_sessions: number | null;
    }>(
      'staff-page',
      `select id, version, display_name, email, roles, status, weekly_sessions from app_user
       where client_id is null and id > $1 and ($2::text is null or $2 = any (roles)) and ($3::text is null or status = $3)
       order by id limit $4`,
      [idOf(query.cursor), query.role ?? null, query.status ?? null, query.limit + 1],
    );
    const { items, next } = keyset(rows, query.limit, (row) => [row.id]);
    await reveal(User, items);
    return {
      items: await this.dtos(
        items.map((row) => ({ ...row, displayName: row.display_name, weeklySessions: row.weekly_sessions })),
      ),
      next,
    };
  }

  /** One member of staff. Throws `NotFound`, also for a client's sign-in. */
  async known(id: string): Promise<KnownStaff> {
    const user = await repo(User).findOneBy({ id });
    if (!user || user.clientId !== null) throw new NotFound('staff');
    return { ...user, roles: user.roles as StaffRole[] };
  }

  /** Mails a link to set a password. Throws `RuleBroken('email_taken')`. */
  async invite(input: StaffInvitation): Promise<StaffDto> {
    const user = await insertRow(User, {
      id: newId(),
      clientId: null,
      displayName: input.displayName,
      email: input.email,
      roles: input.roles,
      status: 'invited',
      weeklySessions: null,
      createdAt: now(),
      version: 1,
    });
    await this.invitations.invite(user, input.email);
    return this.one(user.id);
  }

  async one(id: string): Promise<StaffDto> {
    return (await this.dtos([await this.known(id)]))[0]!;
  }

  /** A disabled person is signed out everywhere within the same transaction. */
  async change(id: string, version: number, input: StaffChange): Promise<StaffDto> {
    const user = await repo(User).findOneBy({ id });
    if (!user || user.clientId !== null) throw new NotFound('staff');
    assertNotOneself(actor().id, id);
    if (user.version !== version) throw new Stale(user.version);
    if (input.status === 'active' && user.status === 'invited') {
      throw new RuleBroken('invitation_open', 'This person has yet to accept the invitation.');
    }
    if (endsAdmin(user, input)) assertAdminRemains(await otherAdmins(id));
    await saveVersion(User, user, { ...input }, version);
    if (input.status === 'disabled') await this.invitations.endLoginsOf(id);
    return this.one(id);
  }

  private async dtos(staff: readonly KnownStaff[]): Promise<StaffDto[]> {
    const supervisions = await this.supervisions.current(staff.map(({ id }) => id));
    return staff.map(({ id, version, displayName, email, roles, status, weeklySessions }) => ({
      id,
      version,
      displayName,
      email,
      roles,
      status,
      weeklySessions,
      supervisions: supervisions.filter((one) => one.therapistId === id),
    }));
  }
}

const endsAdmin = (user: User, { roles, status }: StaffChange): boolean =>
  user.roles.includes('admin') && (status === 'disabled' || (roles !== undefined && !roles.includes('admin')));

/** Admins beside this one who can sign in. Whoever else asks this at the same time waits: two admins cannot end each other. */
async function otherAdmins(id: string): Promise<number> {
  await sql(
    'admins-lock',
    `select pg_advisory_xact_lock(hashtextextended('admins of ' || clinic_id, 0)) from app_user where id = $1`,
    [id],
  );
  const [found] = await sql<{ count: number }>(
    'admins-beside',
    `select count(*)::int as count from app_user where id <> $1 and status = 'active' and 'admin' = any (roles)`,
    [id],
  );
  return found!.count;
}

function idOf(cursor: string | undefined): string {
  const key = decodeCursor(cursor, 1);
  if (key === null) return '00000000-0000-0000-0000-000000000000';
  if (isId(key[0])) return key[0];
  throw new Invalid([{ path: 'cursor', code: 'format', message: 'This is not a place in the list.' }]);
}
