import type { Routes } from '@angular/router';
import { NoAccess } from '../core/problem/no-access';
import { Home } from './home/home';
import { PortalShell } from './shell/shell';

/** One line per screen, each but the first fetched when it is opened. Titles stay neutral: see `Titles`. */
export const portalRoutes: Routes = [
  {
    path: '',
    component: PortalShell,
    children: [
      { path: '', pathMatch: 'full', component: Home },
      { path: 'privacy', loadComponent: () => import('./privacy/privacy').then((m) => m.Privacy) },
      { path: 'break', loadComponent: () => import('./break/break').then((m) => m.Break) },
      { path: 'check-in', loadComponent: () => import('./check-in/check-in').then((m) => m.CheckIn) },
      { path: 'progress', loadComponent: () => import('./progress/progress').then((m) => m.Progress) },
      { path: 'history', loadComponent: () => import('./history/history').then((m) => m.History) },
      { path: 'homework', loadComponent: () => import('./homework/homework').then((m) => m.Homework) },
      { path: 'boundaries', loadComponent: () => import('./boundaries/boundaries').then((m) => m.Boundaries) },
      { path: 'wins', loadComponent: () => import('./wins/wins').then((m) => m.Wins) },
      { path: 'journal', loadComponent: () => import('./journal/journal').then((m) => m.Journal) },
      { path: 'stand', loadComponent: () => import('./journal/stand').then((m) => m.Stand) },
      { path: 'plan', loadComponent: () => import('./plan/plan').then((m) => m.Plan) },
      { path: 'working-on', loadComponent: () => import('./working-on/working-on').then((m) => m.WorkingOn) },
      { path: 'agreements', loadComponent: () => import('./agreements/agreements').then((m) => m.Agreements) },
      { path: 'promises', loadComponent: () => import('./promises/promises').then((m) => m.Promises) },
      { path: 'told-alone', loadComponent: () => import('./told-alone/told-alone').then((m) => m.ToldAlone) },
      { path: 'listening', loadComponent: () => import('./listening/listening').then((m) => m.Listening) },
      { path: 'questions', loadComponent: () => import('./questions/questions').then((m) => m.Questions) },
      { path: 'shared', loadComponent: () => import('./shared/shared').then((m) => m.Shared) },
      {
        path: 'shared/preview',
        data: { preview: true },
        loadComponent: () => import('./shared/shared').then((m) => m.Shared),
      },
      { path: 'share', loadComponent: () => import('./sharing/share').then((m) => m.Share) },
      { path: '**', component: NoAccess },
    ],
  },
];
