import { Component, input } from '@angular/core';

/** What the server would not store, such as a password among the words, said where they are written. */
@Component({
  selector: 'kept-refusal',
  template: `
    <p>{{ said() }}</p>
    <p class="quiet" i18n>Nothing was sent or stored. Your words are still here.</p>
  `,
  host: { class: 'banner', role: 'alert' },
})
export class Refusal {
  readonly said = input.required<string>();
}
