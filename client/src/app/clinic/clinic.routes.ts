import type { Routes } from '@angular/router';
import { NoAccess } from '../core/problem/no-access';
import { isCouplePart } from './couple/couple-parts';
import { ClinicShell } from './shell/shell';

/** One line per screen, each fetched when it is first opened. */
export const clinicRoutes: Routes = [
  {
    path: '',
    component: ClinicShell,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`Today`,
        loadComponent: () => import('./today/today').then((m) => m.Today),
      },
      {
        path: 'caseload',
        title: $localize`Caseload`,
        loadComponent: () => import('./caseload/caseload').then((m) => m.Caseload),
      },
      {
        path: 'clients/new',
        title: $localize`Add a client`,
        loadComponent: () => import('../people/details/details').then((m) => m.ClientDetails),
      },
      {
        path: 'clients/:id/edit',
        title: $localize`Details`,
        loadComponent: () => import('../people/details/details').then((m) => m.ClientDetails),
      },
      {
        path: 'clients/:id/brief',
        title: $localize`Brief`,
        data: { of: 'clients' },
        loadComponent: () => import('./brief/brief').then((m) => m.Brief),
      },
      {
        path: 'clients/:id',
        title: $localize`Chart`,
        loadComponent: () => import('./client/client').then((m) => m.ClientChart),
        loadChildren: () => import('./client/client.routes').then((m) => m.clientRoutes),
      },
      {
        path: 'couples',
        title: $localize`Couples`,
        loadComponent: () => import('./couples/couples').then((m) => m.Couples),
      },
      { path: 'couples/:id', pathMatch: 'full', redirectTo: 'couples/:id/scales' },
      {
        path: 'couples/:id/:part',
        title: $localize`Couple`,
        canMatch: [isCouplePart],
        loadComponent: () => import('./couple/couple').then((m) => m.Couple),
      },
      {
        path: 'couples/:id/brief',
        title: $localize`Brief`,
        data: { of: 'couples' },
        loadComponent: () => import('./brief/brief').then((m) => m.Brief),
      },
      {
        path: 'outcomes',
        title: $localize`Outcomes`,
        loadComponent: () => import('../people/outcome-report/outcome-report').then((m) => m.OutcomeReport),
      },
      {
        path: 'calendar',
        title: $localize`Sessions`,
        loadComponent: () => import('./calendar/calendar').then((m) => m.Calendar),
      },
      {
        path: 'couples/:id/notes',
        title: $localize`Notes`,
        loadComponent: () => import('./couple/notes/couple-notes').then((m) => m.CoupleNotes),
      },
      {
        path: 'couples/:id/told-alone',
        title: $localize`What is told alone`,
        loadComponent: () => import('./couple/secrets/told-alone').then((m) => m.ToldAlone),
      },
      {
        path: 'couples/:id/questions',
        title: $localize`Questions`,
        loadComponent: () => import('./questions/question-desk').then((m) => m.QuestionDesk),
      },
      {
        path: 'couples/:id/seen-by/:clientId',
        title: $localize`What a partner sees`,
        loadComponent: () => import('./couple/seen-by').then((m) => m.SeenBy),
      },
      {
        path: 'notes/new',
        title: $localize`New note`,
        loadComponent: () => import('./note/new-note').then((m) => m.NewNote),
      },
      {
        path: 'notes/texts',
        title: $localize`My texts`,
        loadComponent: () => import('./note-texts/my-texts').then((m) => m.MyTexts),
      },
      {
        path: 'notes/:id',
        title: $localize`Note`,
        loadComponent: () => import('./note/note').then((m) => m.Note),
      },
      {
        path: 'plans/:id',
        title: $localize`Treatment plan`,
        loadComponent: () => import('./plan/plan-page').then((m) => m.PlanPage),
      },
      {
        path: 'record-releases/:id',
        title: $localize`Records`,
        loadComponent: () => import('./client/records/drawn-release').then((m) => m.DrawnRelease),
      },
      {
        path: 'risk-alerts/:id',
        title: $localize`Safety alert`,
        loadComponent: () => import('./risk/risk-alert').then((m) => m.RiskAlert),
      },
      {
        path: 'search',
        title: $localize`Search your notes`,
        loadComponent: () => import('./search/search').then((m) => m.Search),
      },
      {
        path: 'sign-off',
        title: $localize`Sign-off`,
        loadComponent: () => import('./sign-off/sign-off').then((m) => m.SignOff),
      },
      {
        path: 'library',
        title: $localize`Library`,
        loadComponent: () => import('./library/library').then((m) => m.Library),
      },
      {
        path: 'library/scales',
        title: $localize`Scales`,
        data: { home: '/library/scales' },
        loadComponent: () => import('../instruments/library/scale-library').then((m) => m.ScaleLibrary),
      },
      {
        path: 'library/scales/bring',
        title: $localize`Bring a scale`,
        data: { home: '/library/scales' },
        loadComponent: () => import('../instruments/bring/bring-scale').then((m) => m.BringScale),
      },
      {
        path: 'library/scales/:id/mapping',
        title: $localize`Which scale is this?`,
        data: { home: '/library/scales' },
        loadComponent: () => import('../instruments/mapping/mapping').then((m) => m.Mapping),
      },
      {
        path: 'library/:id/edit',
        title: $localize`Worksheet`,
        loadComponent: () => import('./builder/builder').then((m) => m.Builder),
      },
      {
        path: 'library/:id',
        title: $localize`Worksheet`,
        loadComponent: () => import('./library/preview').then((m) => m.Preview),
      },
      {
        path: 'assignments/:id',
        title: $localize`Homework`,
        loadComponent: () => import('./review/review').then((m) => m.Review),
      },
      { path: 'assignments/:id/review', redirectTo: 'assignments/:id' },
      { path: '**', title: $localize`Not here`, component: NoAccess },
    ],
  },
];
