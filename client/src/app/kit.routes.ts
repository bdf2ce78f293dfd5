import type { Routes } from '@angular/router';

/** Every part of the kit in every state. Production builds swap this file for one without routes. */
export const kitRoutes: Routes = [
  { path: 'kit', title: 'Kept · kit', loadComponent: () => import('./kit/kit-page/kit-page').then((m) => m.KitPage) },
];
