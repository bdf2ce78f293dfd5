import { inject } from '@angular/core';
import { Router, type CanActivateFn, type CanMatchFn } from '@angular/router';
import { deviceSeal } from './device-copy';
import { Login, homeOf, type Face } from './login';
import { problemOf } from './problems';

/**
 * Opens a face only to whom it belongs, before any of its code is fetched. Signed out: to the sign-in and back after it.
 * Someone of another face goes to their own home, or to what they may see of the same. The server decides what may be seen; this only spares a dead end.
 * Without a connection nobody can say who is here: then the portal opens for what is kept on this device, and shows nothing else.
 */
export const faceGuard =
  (face: Face): CanMatchFn =>
  async (_route, segments) => {
    const login = inject(Login);
    const router = inject(Router);
    const me = await login.ready().catch((thrown: unknown) => {
      if (deviceSeal() === null || !['offline', 'slow'].includes(problemOf(thrown).kind)) throw thrown;
      return 'nobody can say';
    });
    if (me === 'nobody can say') return face === 'portal' || router.createUrlTree([homeOf('portal')]);
    const wanted = '/' + segments.map((segment) => segment.path).join('/');
    if (!me) return router.createUrlTree(['/sign-in'], wanted === '/' ? {} : { queryParams: { to: wanted } });
    if (login.face() === face || (face === 'admin' && login.hasRole('admin'))) return true;
    return router.createUrlTree([
      sameIn(
        login.face(),
        segments.map(({ path }) => path),
      ),
    ]);
  };

/** What stands at an address of the clinic's face, as another face shows it: to the front desk, the person without the chart. */
function sameIn(face: Face, [place, id, part]: readonly string[]): string {
  if (face !== 'admin') return homeOf(face);
  if (place === 'caseload') return '/admin/clients';
  if (place !== 'clients' || !id) return homeOf(face);
  return `/admin/clients/${id}${part === 'edit' ? '/edit' : ''}`;
}

/** The sign-in page is of no use to someone who is signed in. */
export const signedOut: CanActivateFn = async () => {
  const login = inject(Login);
  const router = inject(Router);
  const me = await login.ready().catch(() => null);
  return me ? router.createUrlTree([homeOf(login.face())]) : true;
};

/** Pages before the sign-in that send something: asking who is here first sets the token those requests need. */
export const introduced: CanActivateFn = async () => {
  await inject(Login)
    .ready()
    .catch(() => null);
  return true;
};
