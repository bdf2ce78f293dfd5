import { Component, input } from '@angular/core';
import { HardDays } from './hard-days';

/** What a person writes of her own accord, between sessions: for her care team, never for a partner. */
@Component({
  selector: 'kept-client-journal',
  imports: [HardDays],
  template: `<div class="stack"><kept-hard-days [clientId]="id()" /></div>`,
})
export class ClientJournal {
  /** Client id, from the address. */
  readonly id = input.required<string>();
}
