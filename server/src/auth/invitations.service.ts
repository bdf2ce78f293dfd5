import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { alone, giveBackConnection, repo, sql, takeConnection } from '../platform/database.js';
import { emailIndex } from '../platform/blind.index.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { DomainEvent, emit } from '../platform/outbox.js';
import { actor, scope } from '../platform/scope.js';
import type { InvitationDto } from './auth.dto.js';
import { AuthService, type Account } from './auth.service.js';
import { InvitedPerson } from './invited.entity.js';
import { hashOfToken } from './login.token.js';
import { hashPassword } from './password.hash.js';
import { passwordFault } from './passwords.rules.js';
import { User } from './user.entity.js';

/** Somebody was invited. The worker makes the secret of the link when it writes the mail. */
export class UserInvited extends DomainEvent {
  readonly kind = 'user.invited';
}

interface Looked {
  clinic_id: string;
  user_id: string;
  invited_by: string | null;
  expired: boolean;
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]!.toUpperCase()}.`)
    .join(' ');

@Injectable()
export class InvitationsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Invites a user of the actor's clinic by mail; an earlier invitation ends. Throws `RuleBroken('email_taken')`. */
  async invite(user: Pick<User, 'id'>, email: string): Promise<void> {
    const [row] = await sql<{ done: boolean }>('door-invite', 'select door_invite($1, $2) as done', [
      emailIndex(email),
      user.id,
    ]);
    if (!row?.done) throw new RuleBroken('email_taken', 'This address is in use for another sign-in.');
    await emit(new UserInvited({ userId: user.id, invitedBy: actor().id }));
  }

  /** Runs `work` as the invited user, whom the token stands for, in a transaction that changes nothing. */
  private async asInvited<T>(look: Looked, token: string, work: () => Promise<T>): Promise<T> {
    const client = await takeConnection(this.dataSource);
    try {
      await client.query('begin read only');
      await client.query('select door_become($1, $2, $3)', [look.clinic_id, look.user_id, hashOfToken(token)]);
      scope().actor = {
        id: look.user_id,
        clinicId: look.clinic_id,
        roles: [],
        clientId: null,
        loginId: '',
        idleExpiresAt: new Date(0),
        expiresAt: new Date(0),
      };
      return await work();
    } finally {
      scope().actor = null;
      await client.query('rollback').catch(() => undefined);
      await giveBackConnection();
    }
  }

  private async find(token: string): Promise<Looked> {
    const [look] = await alone<Looked>(this.dataSource, 'door-look', 'select * from door_look($1)', [
      hashOfToken(token),
    ]);
    if (!look) throw new NotFound('invitation');
    return look;
  }

  async look(token: string): Promise<InvitationDto> {
    const look = await this.find(token);
    return this.asInvited(look, token, async () => {
      const user = await repo(User).findOneBy({ id: look.user_id });
      if (!user) throw new NotFound('invitation');
      const host = look.invited_by ? await repo(User).findOneBy({ id: look.invited_by }) : null;
      const [clinic] = await sql<{ name: string }>('clinic-name', 'select name from clinic');
      return {
        kind: user.clientId ? 'client' : 'staff',
        clinicName: clinic?.name ?? '',
        invitedBy: host?.displayName ?? '',
        initials: initialsOf(user.displayName),
        birthYear: user.clientId ? await this.birthYear(user.clientId) : null,
        expired: look.expired,
      };
    });
  }

  private async birthYear(clientId: string): Promise<number | null> {
    const person = await repo(InvitedPerson).findOneBy({ id: clientId });
    return person?.birthDate ? Number(person.birthDate.slice(0, 4)) : null;
  }

  /** The names a password must not be made of. */
  private async knownWords(look: Looked, token: string): Promise<string[]> {
    return this.asInvited(look, token, async () => {
      const user = await repo(User).findOneBy({ id: look.user_id });
      const [clinic] = await sql<{ name: string }>('clinic-name', 'select name from clinic');
      return ['kept', clinic?.name ?? '', ...(user ? [user.displayName, ...user.email.split(/[@.]/)] : [])];
    });
  }

  /** Accepts an invitation: sets the password once and returns the account. Throws `NotFound` when it has had its day. */
  async accept(token: string, password: string): Promise<Account> {
    const look = await this.find(token);
    if (look.expired) throw new NotFound('invitation');
    const fault = passwordFault(password, await this.knownWords(look, token));
    if (fault) AuthService.refusePassword(fault);
    return this.use(token, 'invitation', password);
  }

  private async use(token: string, purpose: 'invitation' | 'reset', password: string): Promise<Account> {
    const [row] = await alone<{ clinic_id: string; user_id: string; roles: Account['roles'] }>(
      this.dataSource,
      'door-use',
      'select * from door_use($1, $2, $3)',
      [hashOfToken(token), purpose, await hashPassword(password)],
    );
    if (!row) throw new NotFound(purpose);
    return { clinicId: row.clinic_id, userId: row.user_id, roles: row.roles };
  }

  /** Tells the clinic that an old invitation should be sent anew. Answers alike whatever the token was. */
  async askForNew(token: string): Promise<void> {
    await alone(this.dataSource, 'door-ask', 'select door_ask_again($1)', [hashOfToken(token)]);
  }

  /** Mails a reset link if the address has an account; says nothing about whether it does. */
  async forgot(email: string): Promise<void> {
    await alone(this.dataSource, 'door-forgot', 'select door_forgot($1)', [emailIndex(email)]);
  }

  /** Sets a new password by a mailed token, once; every login ends. */
  async reset(token: string, password: string): Promise<void> {
    const fault = passwordFault(password, ['kept']);
    if (fault) AuthService.refusePassword(fault);
    await this.use(token, 'reset', password);
  }

  /** Ends every login of a user the actor may end them for: the user himself, or his admin. */
  async endLoginsOf(userId: string): Promise<void> {
    await sql('end-logins-of', 'select door_end_logins_of($1)', [userId]);
  }
}
