import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { AuthService, type Account } from './auth.service.js';

/** The password step of signing in. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly auth: AuthService) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  /** Passport would also take them from the address, where they end up in logs, and of any type. */
  async validate(
    request: { ip: string; body: { email?: unknown; password?: unknown } },
    email: unknown,
    password: unknown,
  ): Promise<Account | null> {
    if (typeof email !== 'string' || typeof password !== 'string') return null;
    if (request.body.email !== email || request.body.password !== password) return null;
    return this.auth.accountFor(email, password, request.ip);
  }
}
