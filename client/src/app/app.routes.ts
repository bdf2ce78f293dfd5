import type { Routes } from '@angular/router';
import { faceGuard, introduced, signedOut } from './core/guards';
import { wearSheet } from './core/sheet';
import { kitRoutes } from './kit.routes';

/** The staff's faces share a stylesheet, fetched beside their code. */
const atDesk = async <T>(face: Promise<T>): Promise<T> => (await Promise.all([face, wearSheet('desk.css')]))[0];

/** Three faces, each a download of its own: no clinician's code reaches a client's phone. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: $localize`Sign in`,
    canActivate: [signedOut],
    loadComponent: () => import('./sign-in/door/door').then((m) => m.Door),
  },
  {
    path: 'forgot',
    title: $localize`New password`,
    canActivate: [introduced],
    loadComponent: () => import('./sign-in/forgot/forgot').then((m) => m.Forgot),
  },
  {
    path: 'reset',
    title: $localize`New password`,
    canActivate: [introduced],
    loadComponent: () => import('./sign-in/reset/reset').then((m) => m.Reset),
  },
  {
    path: 'invitation',
    title: $localize`Invitation`,
    canActivate: [introduced],
    loadComponent: () => import('./sign-in/invitation/invitation').then((m) => m.Invitation),
  },
  { path: 'trouble', loadComponent: () => import('./core/problem/trouble').then((m) => m.Trouble) },
  ...kitRoutes,
  {
    path: 'me',
    canMatch: [faceGuard('portal')],
    loadChildren: () => import('./portal/portal.routes').then((m) => m.portalRoutes),
  },
  {
    path: 'admin',
    canMatch: [faceGuard('admin')],
    loadChildren: () => atDesk(import('./admin/admin.routes').then((m) => m.adminRoutes)),
  },
  {
    path: '',
    canMatch: [faceGuard('clinic')],
    loadChildren: () => atDesk(import('./clinic/clinic.routes').then((m) => m.clinicRoutes)),
  },
];
