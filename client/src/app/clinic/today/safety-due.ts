import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SafetyDueDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { LoadError } from '../../kit/load-error/load-error';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { DUE_WORDS } from '../couple/safety-words';

/** Which couples are to be asked alone again: a calm line, for it is work of the coming days and no alarm. */
@Component({
  selector: 'kept-safety-due',
  imports: [LoadError, RouterLink, Row, RowNav],
  template: `
    @if (due.problem(); as problem) {
      <kept-load-error
        what="Whom to ask alone could not be loaded."
        i18n-what
        [requestId]="problem.requestId"
        (retry)="due.reload()"
      />
    }
    @if (due.value()?.items; as items) {
      @if (items.length > 0) {
        <section class="stack-tight" aria-labelledby="today-ask-alone">
          <h2 id="today-ask-alone" i18n>To ask alone</h2>
          <ul keptRowNav>
            @for (one of items; track one.coupleId) {
              <li>
                <a [keptRow]="one.coupleId" [routerLink]="['/couples', one.coupleId, 'safety']">{{
                  one.displayName
                }}</a>&ngsp;<span class="quiet">{{ words[one.due] }}</span>
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
})
export class SafetyDue {
  protected readonly due = read<{ items: SafetyDueDto[] }>(() => '/safety-checks/due');
  protected readonly words = DUE_WORDS;
}
