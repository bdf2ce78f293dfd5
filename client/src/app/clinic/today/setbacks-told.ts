import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingSetbackDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { stamp } from '../../kit/clock';
import { Key } from '../../kit/key/key';
import { LoadError } from '../../kit/load-error/load-error';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Toasts } from '../../kit/toast/toasts';
import { ActsAbout } from '../keys/row-acts';

/** Who told of a setback, until somebody takes note. Words that may speak of danger come as safety does. */
@Component({
  selector: 'kept-setbacks-told',
  imports: [Key, LoadError, RouterLink, Row, RowNav],
  template: `
    @if (waiting.problem(); as problem) {
      <kept-load-error
        what="Setbacks that were told could not be loaded."
        i18n-what
        [requestId]="problem.requestId"
        (retry)="waiting.reload()"
      />
    }
    @if (waiting.value()?.items; as items) {
      @if (items.length > 0) {
        <section class="stack-tight" aria-labelledby="today-setbacks">
          <h2 id="today-setbacks" i18n>Setbacks told</h2>
          <ul class="stack-tight" keptRowNav>
            @for (one of items; track one.id) {
              <li [class]="one.urgent ? 'safety-entry' : 'told-entry'">
                <p>
                  <a
                    [keptRow]="one.id"
                    [rowActs]="acts.of({ clientId: one.clientId, coupleId: null })"
                    [routerLink]="['/clients', one.clientId, 'journal']"
                    ><strong>{{ one.displayName }}</strong></a
                  >&ngsp;<ng-container i18n>told of a setback, {{ stamp(one.toldAt) }}.</ng-container>
                  @if (one.urgent) {
                    <strong i18n>The words may speak of danger.</strong>
                  }
                </p>
                <button
                  class="button"
                  type="button"
                  keptKey="e"
                  [attr.aria-disabled]="offline()"
                  (click)="takeNote(one)"
                >
                  <ng-container i18n>Take note</ng-container
                  ><span class="visually-hidden">&ngsp;{{ one.displayName }}</span>
                </button>
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
})
export class SetbacksTold {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly login = inject(Login);
  protected readonly waiting = read<{ items: WaitingSetbackDto[] }>(() =>
    this.login.can('setbacks:take-note') ? '/setbacks' : undefined,
  );
  private readonly drafts = inject(Drafts);
  /** Nothing can be taken note of without a connection. */
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly acts = inject(ActsAbout);
  protected readonly stamp = stamp;

  protected async takeNote({ id, displayName }: WaitingSetbackDto): Promise<void> {
    if (this.offline()) return;
    try {
      await this.api.post(`/setbacks/${id}/seen`);
      this.toasts.say($localize`You took note of the setback of ${displayName}:name:.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
    this.waiting.reload();
  }
}
