import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanReviewDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { LoadError } from '../../kit/load-error/load-error';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { reviewWords } from '../plan/plan-words';

/** Which treatment plans are to be looked at again: a calm line, for it is work of the coming days. */
@Component({
  selector: 'kept-plan-reviews',
  imports: [LoadError, RouterLink, Row, RowNav],
  template: `
    @if (due.problem(); as problem) {
      <kept-load-error
        what="Which plans to review could not be loaded."
        i18n-what
        [requestId]="problem.requestId"
        (retry)="due.reload()"
      />
    }
    @if (due.value()?.items; as items) {
      @if (items.length > 0) {
        <section class="stack-tight" aria-labelledby="today-plans">
          <h2 id="today-plans" i18n>Plans to review</h2>
          <ul keptRowNav>
            @for (one of items; track one.id) {
              <li>
                <a
                  [keptRow]="one.id"
                  [routerLink]="one.clientId ? ['/clients', one.clientId, 'plan'] : ['/couples', one.coupleId, 'plan']"
                  >{{ one.displayName }}</a>&ngsp;<span class="quiet">{{ reviewWords(one) }}</span>
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
})
export class PlanReviews {
  private readonly login = inject(Login);
  protected readonly due = read<{ items: PlanReviewDto[] }>(() =>
    this.login.can('plans:write') ? '/plan-reviews' : undefined,
  );
  protected readonly reviewWords = reviewWords;
}
