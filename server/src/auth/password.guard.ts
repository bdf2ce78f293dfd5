import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Unauthenticated } from '../platform/errors.js';

/** The same answer for an unknown address, a wrong password and a disabled account. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<T>(error: Error | null, account: T | false | null): T {
    if (error) throw error;
    if (!account) throw new Unauthenticated('invalid_credentials', 'That address and password do not go together.');
    return account;
  }
}
