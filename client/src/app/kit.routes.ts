import type { Route, Routes } from '@angular/router';

const kit: Route = {
  title: 'Kept · kit',
  loadComponent: () => import('./kit/kit-page/kit-page').then((page) => page.KitPage),
};

/** Every part of the kit in every state. Production builds swap this file for one without routes. */
export const kitRoutes: Routes = [
  { path: 'kit', ...kit },
  { path: 'kit/:tab', ...kit },
];
