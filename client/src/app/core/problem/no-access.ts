import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Login, homeOf } from '../login';

/** One page for "not found" and "not yours": which of the two it is would already say too much. */
@Component({
  selector: 'kept-no-access',
  imports: [RouterLink],
  template: `
    <div class="page-head-words">
      <h1 tabindex="-1" i18n>We can't show this</h1>
      <p i18n>It may have moved, or it isn't for this account.</p>
      <p><a [routerLink]="home()" i18n>Go to the start</a></p>
    </div>
  `,
})
export class NoAccess {
  private readonly login = inject(Login);
  protected readonly home = computed(() => homeOf(this.login.face()));
}
