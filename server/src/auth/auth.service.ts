import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { config } from '../platform/config.holder.js';
import { deriveKey } from '../platform/config.js';
import { alone, repo, sql } from '../platform/database.js';
import { emailIndex } from '../platform/blind.index.js';
import { Invalid, NotFound, SlowDown } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { permissionsOf, type Role } from '../platform/permissions.js';
import { commitSilently, openRequest } from '../platform/request.transaction.js';
import { actor } from '../platform/scope.js';
import type { MeDto, OwnClinicDto, OwnLoginDto } from './auth.dto.js';
import { hashOfToken, newToken } from './login.token.js';
import { hashPassword, isOutdated, passwordMatches } from './password.hash.js';
import { placeOf } from './place.rules.js';
import { User } from './user.entity.js';

export interface Account {
  userId: string;
  clinicId: string;
  roles: Role[];
}

interface AccountRow {
  clinic_id: string;
  user_id: string;
  password_hash: string | null;
  roles: Role[];
  status: string;
}

/** Idle and absolute time-outs by who it is. */
const IDLE = { staff: '15 minutes', client: '30 minutes' };
const ABSOLUTE = '12 hours';
const WINDOW = '15 minutes';
const WINDOW_SECONDS = 900;
/** Tries in a window: for one address from one place, for one address from anywhere, from one place at all. */
const MOST = { pair: 10, address: 50, place: 300 };

const key = (...parts: string[]): Buffer => createHash('sha256').update(parts.join('|')).digest();

@Injectable()
export class AuthService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The account an address and password belong to, or null: the same, and as slowly, for an unknown address, a wrong
   * password and a disabled account. Tries are counted before they are made. Throws `SlowDown` past the limits.
   */
  async accountFor(email: string, password: string, ip: string): Promise<Account | null> {
    const index = emailIndex(email);
    const address = index.toString('hex');
    const counters: [Buffer, number][] = [
      [key('pair', address, placeOf(ip)), MOST.pair],
      [key('address', address), MOST.address],
      [key('place', placeOf(ip)), MOST.place],
    ];
    for (const [counter, most] of counters) {
      const [row] = await alone<{ n: number }>(this.dataSource, 'door-try', 'select door_try($1, $2) as n', [
        counter,
        WINDOW,
      ]);
      if (row!.n > most) throw new SlowDown(WINDOW_SECONDS);
    }
    const [found] = await alone<AccountRow>(this.dataSource, 'door-account', 'select * from door_account($1)', [index]);
    const stored = found?.password_hash ?? null;
    const right = await passwordMatches(stored, password);
    if (!right || !found || found.status !== 'active') {
      await alone(this.dataSource, 'door-failed', 'select door_failed($1)', [index]);
      return null;
    }
    for (const [counter] of counters.slice(0, 2))
      await alone(this.dataSource, 'door-forget', 'select door_forget($1)', [counter]);
    if (isOutdated(stored!)) {
      await alone(this.dataSource, 'door-rehash', 'select door_rehash($1, $2, $3)', [
        found.user_id,
        stored,
        await hashPassword(password),
      ]);
    }
    return { userId: found.user_id, clinicId: found.clinic_id, roles: found.roles };
  }

  /** Starts a login; returns the secret for its cookie and who signed in. */
  async enter(account: Account, device: string): Promise<{ token: string; me: MeDto }> {
    const token = newToken();
    const hash = hashOfToken(token);
    const idle = account.roles.includes('client') ? IDLE.client : IDLE.staff;
    await alone(this.dataSource, 'door-enter', 'select door_enter($1, $2, $3, $4, $5, $6, $7)', [
      newId(),
      account.clinicId,
      account.userId,
      hash,
      device.slice(0, 200),
      idle,
      ABSOLUTE,
    ]);
    if (!(await openRequest(this.dataSource, hash, false))) throw new NotFound('login');
    const me = await this.me();
    await commitSilently();
    return { token, me };
  }

  async leave(token: string | undefined): Promise<void> {
    if (token) await alone(this.dataSource, 'door-leave', 'select door_leave($1)', [hashOfToken(token)]);
  }

  async me(): Promise<MeDto> {
    const who = actor();
    const user = await repo(User).findOneBy({ id: who.id });
    const [clinic] = await sql<OwnClinicDto & Record<string, unknown>>(
      'own-clinic',
      `select id, name, time_zone as "timeZone", locale, phone, crisis_text as "crisisText" from clinic`,
    );
    if (!user || !clinic) throw new NotFound('user');
    return {
      id: who.id,
      displayName: user.displayName,
      email: user.email,
      roles: who.roles,
      clinic,
      clientId: who.clientId,
      permissions: permissionsOf(who.roles),
      idleExpiresAt: who.idleExpiresAt.toISOString(),
      expiresAt: who.expiresAt.toISOString(),
    };
  }

  /** 32 bytes that seal this user's unsent drafts on a device; the same after every sign-in, stored nowhere. */
  draftKey(): string {
    const who = actor();
    return deriveKey(config(), `drafts|${who.clinicId}|${who.id}`).toString('base64');
  }

  async ownLogins(): Promise<OwnLoginDto[]> {
    const rows = await sql<{ id: string; device: string; created_at: Date; seen_at: Date }>(
      'own-logins',
      'select * from door_own_logins()',
    );
    return rows.map((row) => ({
      id: row.id,
      device: row.device,
      createdAt: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      current: row.id === actor().loginId,
    }));
  }

  async endOwnLogin(id: string): Promise<void> {
    const [row] = await sql<{ done: boolean }>('end-own-login', 'select door_end_own_login($1) as done', [id]);
    if (!row?.done) throw new NotFound('login');
  }

  /** Counts a try of something a stranger can ask for. Throws `SlowDown` past `most` in fifteen minutes. */
  async countTry(what: string, ip: string, most: number): Promise<void> {
    const [row] = await alone<{ n: number }>(this.dataSource, 'door-try', 'select door_try($1, $2) as n', [
      key(what, placeOf(ip)),
      WINDOW,
    ]);
    if (row!.n > most) throw new SlowDown(WINDOW_SECONDS);
  }

  /** Refuses a password with the field it stands in. */
  static refusePassword(fault: { code: string; message: string }): never {
    throw new Invalid([{ path: 'password', ...fault }]);
  }
}
