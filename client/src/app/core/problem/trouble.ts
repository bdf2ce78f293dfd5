import { Component } from '@angular/core';

/** When not even the page could be fetched, or nobody could say who is signed in. */
@Component({
  selector: 'kept-trouble',
  template: `
    <main class="room" id="main" tabindex="-1">
      <div class="room-words">
        <h1 tabindex="-1" i18n>This page didn't arrive</h1>
        <p i18n>The connection may be gone, or the practice's server is busy. Whatever you wrote before is kept.</p>
      </div>
      <div class="room-actions">
        <button class="button button-primary" type="button" (click)="tryAgain()" i18n>Try again</button>
      </div>
    </main>
  `,
})
export class Trouble {
  protected tryAgain(): void {
    location.reload();
  }
}
