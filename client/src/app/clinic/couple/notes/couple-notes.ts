import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ClientNotes } from '../../client/notes/client-notes';
import { whose } from '../../note/whose';

/** The notes of a couple's work: the joint record, and marked as such, what is one partner's own within it. */
@Component({
  selector: 'kept-couple-notes',
  imports: [ClientNotes, RouterLink],
  template: `
    <div class="stack-tight">
      <p class="crumb">
        <a class="back-link" [routerLink]="['/couples', id()]">{{ pair.name() || '…' }}</a>
      </p>
      <h1 tabindex="-1" i18n>Notes of the couple's work</h1>
    </div>
    <kept-client-notes of="couple" [id]="id()" />
  `,
})
export class CoupleNotes {
  readonly id = input.required<string>();
  protected readonly pair = whose(() => ({ clientId: null, coupleId: this.id() }));
}
