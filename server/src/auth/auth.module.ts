import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { CookieStrategy } from './cookie.strategy.js';
import { KeyedAddresses } from './keyed-addresses.service.js';
import { InvitationsService } from './invitations.service.js';
import { InvitedPerson } from './invited.entity.js';
import { PasswordStrategy } from './password.strategy.js';
import { User } from './user.entity.js';

/**
 * Who somebody is. A *user* can sign in; an *account* is the address and password that belong to one user of one
 * clinic; a *login* is one signed-in device. Nothing here knows what people may do: that is permissions.ts.
 *
 * Invariants: only hashes of secrets are stored; the same answer for an unknown, a wrong and a disabled account;
 * tries are counted before they are made; every login ends when a password changes.
 */
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature([User, InvitedPerson])],
  controllers: [AuthController],
  providers: [AuthService, InvitationsService, CookieStrategy, PasswordStrategy, KeyedAddresses],
  exports: [InvitationsService, TypeOrmModule, KeyedAddresses],
})
export class AuthModule {}
