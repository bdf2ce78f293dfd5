import { Component, input, output } from '@angular/core';

/** The bar on top of every portal page. It stays in sight; what leaving means is the app's affair. */
@Component({
  selector: 'kept-exit-bar',
  template: `
    <header class="exit-bar">
      <button type="button" class="button" (click)="leave.emit()">
        <span class="visually-hidden" i18n>Emergency: </span><ng-container i18n>Leave this page</ng-container>
      </button>
      <span class="exit-dots" aria-hidden="true">
        @for (dot of dots; track dot) {
          <span [class.exit-dot-on]="dot <= presses()"></span>
        }
      </span>
      @if (canRest()) {
        <button type="button" class="button button-plain" (click)="rest.emit()" i18n>Take a break</button>
      }
    </header>
  `,
})
export class ExitBar {
  /** How often Shift was pressed in a row, 0 to 3; shown as dots once it was pressed. */
  readonly presses = input(0);
  /** Before signing in, and on the page of the break itself, there is none to take. */
  readonly canRest = input(true);
  readonly leave = output();
  readonly rest = output();
  protected readonly dots = [1, 2, 3];
}
