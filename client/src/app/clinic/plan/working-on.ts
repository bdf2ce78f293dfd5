import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActiveGoalDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { readingWords } from './plan-words';

/** The active goals of one person, one line each, whatever part of the chart is open. */
@Component({
  selector: 'kept-working-on',
  imports: [RouterLink],
  template: `
    @if (goals.value()?.items; as items) {
      @if (items.length > 0) {
        <div class="side-section">
          <h2 i18n>Working on</h2>
          <ul class="ruled-list">
            @for (goal of items; track goal.goalId) {
              <li>
                <span class="as-written">{{ goal.number }}. {{ goal.behaviour }}</span>
                @if (goal.reading; as reading) {
                  <span class="quiet small working-on-reading">{{ readingWords(reading) }}</span>
                }
              </li>
            }
          </ul>
          <p><a [routerLink]="['/clients', clientId(), 'plan']" i18n>The whole plan</a></p>
        </div>
      }
    }
  `,
})
export class WorkingOn {
  readonly clientId = input.required<string>();
  private readonly login = inject(Login);
  protected readonly goals = read<{ items: ActiveGoalDto[] }>(() =>
    this.login.can('plans:read') ? `/goals?clientId=${this.clientId()}` : undefined,
  );
  protected readonly readingWords = readingWords;
}
