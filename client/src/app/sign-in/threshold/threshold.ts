import { Component, inject } from '@angular/core';
import { Theme } from '../../core/theme';

/** What stands before every face: neutral words, nothing about what kind of practice this is. */
@Component({
  selector: 'kept-threshold',
  template: `
    <div class="threshold">
      <header class="threshold-words">
        <p class="wordmark">Kept</p>
        <p class="quiet threshold-note" i18n>
          What you write is kept in one place and shown only to the people who may see it.
        </p>
      </header>
      <main class="threshold-main" id="main" tabindex="-1"><ng-content /></main>
    </div>
  `,
})
export class Threshold {
  constructor() {
    inject(Theme).wear('clinic');
  }
}
