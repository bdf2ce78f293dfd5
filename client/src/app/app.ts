import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SignInAgain } from './core/ending/sign-in-again';
import { Stay } from './core/ending/stay';
import { Login } from './core/login';

/**
 * What asks about the end of a sign-in is fetched when the page has long stood, not with it: nobody needs it in the first
 * seconds of a slow phone, and it must be there when the connection is not.
 */
@Component({
  selector: 'kept-app',
  imports: [RouterOutlet, SignInAgain, Stay],
  template: `<router-outlet />
    @defer (when ending(); prefetch on timer(20s)) {
      <kept-stay /><kept-sign-in-again />
    }`,
})
export class App {
  private readonly login = inject(Login);
  protected readonly ending = computed(() => this.login.state() === 'expired' || this.login.endsSoon() !== null);
}
