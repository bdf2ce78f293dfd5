import { Component } from '@angular/core';

/** First stop of the Tab key. A bare `#main` would leave the route, because the document has a base address. */
@Component({
  selector: 'kept-skip-link',
  template: '<a class="skip-link" href="#main" (click)="skip($event)" i18n>Skip to content</a>',
})
export class SkipLink {
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
