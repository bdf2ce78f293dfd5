import { Component, input } from '@angular/core';
import { HardDays } from './hard-days';
import { Outcomes } from './outcomes';
import { OwnWords } from './own-words';

/** What a person writes of her own accord, between sessions: for her care team. And how her care came to a close. */
@Component({
  selector: 'kept-client-journal',
  imports: [HardDays, Outcomes, OwnWords],
  template: `
    <div class="stack-wide">
      <kept-hard-days [clientId]="id()" />
      <kept-own-words [clientId]="id()" />
      <kept-outcomes [clientId]="id()" />
    </div>
  `,
})
export class ClientJournal {
  /** Client id, from the address. */
  readonly id = input.required<string>();
}
