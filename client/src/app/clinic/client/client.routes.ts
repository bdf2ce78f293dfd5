import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { NoAccess } from '../../core/problem/no-access';
import { Login } from '../../core/login';

/** The tab a chart opens with: what happened, or for the front desk who may see it. */
const firstTab: CanActivateFn = (_route, state) => {
  const tab = inject(Login).can('timeline:read') ? 'timeline' : 'sharing';
  return inject(Router).parseUrl(`${state.url.split('?')[0]}/${tab}`);
};

/** A line for each tab of a chart; each has an address of its own. */
export const clientRoutes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [firstTab], children: [] },
  {
    path: 'timeline',
    loadComponent: () => import('./timeline/timeline').then((m) => m.ClientTimeline),
  },
  {
    path: 'notes',
    loadComponent: () => import('./notes/client-notes').then((m) => m.ClientNotes),
  },
  {
    path: 'homework',
    loadComponent: () => import('./homework/homework').then((m) => m.ClientHomework),
  },
  {
    path: 'scales',
    loadComponent: () => import('./scales/scales').then((m) => m.ClientScales),
  },
  {
    path: 'scales/answer',
    loadComponent: () => import('./scales/in-session/in-session').then((m) => m.InSession),
  },
  {
    path: 'plan',
    loadComponent: () => import('../plan/plan-tab').then((m) => m.PlanTab),
  },
  {
    path: 'journal',
    loadComponent: () => import('./journal/journal').then((m) => m.ClientJournal),
  },
  {
    path: 'sharing',
    loadComponent: () => import('./sharing/sharing').then((m) => m.ClientSharing),
  },
  {
    path: 'records',
    loadComponent: () => import('./records/records').then((m) => m.ClientRecords),
  },
  { path: '**', component: NoAccess },
];
