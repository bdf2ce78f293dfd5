import type { Routes } from '@angular/router';
import { NoAccess } from '../core/problem/no-access';
import { ClinicShell } from './shell/shell';

/** One line per screen, each fetched when it is first opened. */
export const clinicRoutes: Routes = [
  {
    path: '',
    component: ClinicShell,
    children: [
      { path: 'clients/:id/scales', loadComponent: () => import('./client/scales/scales').then((m) => m.ClientScales) },
      { path: '**', title: $localize`Not here`, component: NoAccess },
    ],
  },
];
