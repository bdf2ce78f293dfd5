import type { Routes } from '@angular/router';
import { NoAccess } from '../core/problem/no-access';
import { AdminShell } from './shell/shell';

/** One line per screen, each fetched when it is first opened. */
export const adminRoutes: Routes = [
  {
    path: '',
    component: AdminShell,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`Board`,
        loadComponent: () => import('./board/board').then((m) => m.Board),
      },
      {
        path: 'access-log',
        title: $localize`Access log`,
        loadComponent: () => import('./access-log/access-log').then((m) => m.AccessLog),
      },
      {
        path: 'clients',
        title: $localize`Clients`,
        loadComponent: () => import('./clients/clients').then((m) => m.Clients),
      },
      {
        path: 'clients/new',
        title: $localize`Add a client`,
        data: { base: '/admin' },
        loadComponent: () => import('../people/details/details').then((m) => m.ClientDetails),
      },
      {
        path: 'clients/:id/edit',
        title: $localize`Details`,
        data: { base: '/admin' },
        loadComponent: () => import('../people/details/details').then((m) => m.ClientDetails),
      },
      {
        path: 'clients/:id',
        title: $localize`Client`,
        loadComponent: () => import('./client/client').then((m) => m.Client),
      },
      {
        path: 'outcomes',
        title: $localize`Outcomes`,
        loadComponent: () => import('../people/outcome-report/outcome-report').then((m) => m.OutcomeReport),
      },
      {
        path: 'people',
        title: $localize`People`,
        loadComponent: () => import('./people/people').then((m) => m.People),
      },
      {
        path: 'scales',
        title: $localize`Scales`,
        data: { home: '/admin/scales' },
        loadComponent: () => import('../instruments/library/scale-library').then((m) => m.ScaleLibrary),
      },
      {
        path: 'scales/bring',
        title: $localize`Bring a scale`,
        data: { home: '/admin/scales' },
        loadComponent: () => import('../instruments/bring/bring-scale').then((m) => m.BringScale),
      },
      {
        path: 'scales/:id/mapping',
        title: $localize`Which scale is this?`,
        data: { home: '/admin/scales' },
        loadComponent: () => import('../instruments/mapping/mapping').then((m) => m.Mapping),
      },
      {
        path: 'settings',
        title: $localize`Settings`,
        loadComponent: () => import('./settings/settings').then((m) => m.Settings),
      },
      {
        path: 'transfer',
        title: $localize`Hand clients over`,
        loadComponent: () => import('./transfer/transfer').then((m) => m.Transfer),
      },
      { path: '**', title: $localize`Not here`, component: NoAccess },
    ],
  },
];
