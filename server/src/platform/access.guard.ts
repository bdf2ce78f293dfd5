import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Forbidden, Unauthenticated } from './errors.js';
import { isAllowed } from './permissions.js';
import { ruleOf } from './route.js';
import type { Actor } from './scope.js';

/** Stands before every route: who is it (the login cookie, by passport), and does the matrix allow it? */
@Injectable()
export class AccessGuard extends AuthGuard('cookie') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { isPublic, permission } = ruleOf(context.getHandler());
    if (isPublic) return true;
    if (!permission) return false;
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<{ user: Actor }>();
    if (!isAllowed(user.roles, permission)) throw new Forbidden();
    return true;
  }

  override handleRequest<T = Actor>(error: Error | null, user: T | false | null): T {
    if (error) throw error;
    if (!user) throw new Unauthenticated();
    return user;
  }
}
