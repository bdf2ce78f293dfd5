import { Component, input, output } from '@angular/core';

/** A part of a page that could not be fetched: what failed, what is safe, and a way to try again. */
@Component({
  selector: 'kept-load-error',
  template: `
    <div class="banner banner-attention" role="alert">
      <p>
        <strong>{{ what() }}</strong> {{ safe() }}
      </p>
      <button type="button" class="link-button" (click)="retry.emit()" i18n>Try again</button>
      @if (requestId(); as id) {
        <small class="load-error-id" i18n>Reference {{ id }}</small>
      }
    </div>
  `,
})
export class LoadError {
  /** What failed, such as "The notes did not load." */
  readonly what = input($localize`This did not load.`);
  /** What is safe, such as "Your work is safe." */
  readonly safe = input('');
  /** Request id from the server's answer, for telling support. */
  readonly requestId = input<string | null>();
  readonly retry = output();
}
