import type { Routes } from '@angular/router';
import { kitRoutes } from './kit.routes';

export const routes: Routes = [...kitRoutes];
