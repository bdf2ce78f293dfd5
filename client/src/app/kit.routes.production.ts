import type { Routes } from '@angular/router';

/** The kit page is for development builds only. */
export const kitRoutes: Routes = [];
