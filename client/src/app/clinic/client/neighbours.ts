import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Key } from '../../kit/key/key';
import { Walk } from '../keys/walk';

/** The charts before and after this one in the list it was opened from. */
@Component({
  selector: 'kept-neighbours',
  imports: [Key, RouterLink],
  template: `
    @if (before(); as stop) {
      <a keptKey="[" [routerLink]="['/clients', stop.id]"
        ><span class="visually-hidden" i18n>Before in the list: </span>‹ {{ stop.name }}</a
      >
    }
    @if (after(); as stop) {
      <a keptKey="]" [routerLink]="['/clients', stop.id]"
        ><span class="visually-hidden" i18n>Next in the list: </span>{{ stop.name }} ›</a
      >
    }
  `,
  host: { class: 'crumb-walk' },
})
export class Neighbours {
  readonly id = input.required<string>();
  private readonly walk = inject(Walk);
  protected readonly before = computed(() => this.walk.before(this.id()));
  protected readonly after = computed(() => this.walk.after(this.id()));
}
