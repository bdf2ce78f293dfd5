import { Component, input } from '@angular/core';

/** Who can read this, at the place where it is written: "Seen by: you and Dr Ellis. Not Tom." */
@Component({
  selector: 'kept-visibility',
  template: `<p class="visibility"><ng-container i18n>Seen by:</ng-container> {{ who() }}</p>`,
})
export class Visibility {
  /** The people, and who not, as a phrase that ends with a full stop. */
  readonly who = input.required<string>();
}
