import { Component, computed, inject, input } from '@angular/core';
import { figure } from '../../../../../server/src/charts/axes.rules';
import type { NoteFactsDto } from '../../../api/types.gen';
import { Login } from '../../core/login';
import { wallDay } from '../../core/wall-clock';
import { shortDay } from '../../kit/clock';
import { readWords } from '../client/scales/chart-words';

/** What is known beside a note without being written: goals touched, homework read since the session before, the last scores. */
@Component({
  selector: 'kept-note-known',
  templateUrl: './note-known.html',
})
export class NoteKnown {
  readonly facts = input.required<NoteFactsDto>();
  /** It is signed: the goals are those that were touched. Before, they are ticked elsewhere. */
  readonly isSigned = input(false);
  private readonly login = inject(Login);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly homework = computed(() =>
    (this.facts().homework ?? []).map(({ assignmentId, title, decision, reviewedAt }) => ({
      ...{ assignmentId, title },
      back: decision === 'return',
      on: shortDay(wallDay(reviewedAt, this.zone())),
    })),
  );
  protected readonly goals = computed(() => (this.isSigned() ? (this.facts().goals ?? []) : []));
  protected readonly scores = computed(() =>
    (this.facts().scores ?? []).map(({ instrumentId, title, total, max, answeredOn, verdict, delta }) => ({
      ...{ instrumentId, title },
      value: $localize`${figure(total)}:score: of ${figure(max)}:most:`,
      on: shortDay(answeredOn),
      read: readWords({ verdict, delta }),
    })),
  );
}
