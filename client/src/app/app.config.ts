import { provideHttpClient, withInterceptors, withXsrfConfiguration } from '@angular/common/http';
import {
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  type ApplicationConfig,
} from '@angular/core';
import {
  RedirectCommand,
  Router,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { routes } from './app.routes';
import { Arrival, Titles } from './core/arrival';
import { pastTheWorker } from './core/api';
import { watchLogin } from './core/login';
import { faceOfAddress, Theme } from './core/theme';
import { keepShell } from './core/worker';
import { SINGLE_KEYS } from './kit/key/key';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(
      withInterceptors([pastTheWorker, watchLogin]),
      withXsrfConfiguration({ cookieName: 'XSRF-TOKEN', headerName: 'X-XSRF-TOKEN' }),
    ),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // A tab of a chart reads the id in the address of its parent.
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withNavigationErrorHandler(
        () => new RedirectCommand(inject(Router).parseUrl('/trouble'), { skipLocationChange: true }),
      ),
    ),
    Titles,
    { provide: SINGLE_KEYS, useFactory: () => inject(Theme).singleKeys },
    { provide: TitleStrategy, useExisting: Titles },
    provideAppInitializer(() => {
      // Colours before anything is drawn, so that nobody is dazzled at night. Each shell says its own face later.
      inject(Theme).wear(faceOfAddress(location.pathname));
      inject(Arrival).start();
      keepShell();
    }),
  ],
};
