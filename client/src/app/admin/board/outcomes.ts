import { Component } from '@angular/core';
import type { OutcomesDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { OUTCOME_WORDS } from '../../people/outcome-words';

/** How care came to a close, counted: all four are completed care, and no small number is told. */
@Component({
  selector: 'kept-board-outcomes',
  template: `
    @if (outcomes.value(); as all) {
      <section class="stack-tight" aria-labelledby="board-outcomes">
        <h2 id="board-outcomes" i18n>Completed care</h2>
        <p class="quiet" i18n>People and couples, by how it came to a close. Fewer than five are not told apart.</p>
        <dl class="facts-rule">
          @for (one of all.items; track one.outcome) {
            <div>
              <dt>{{ words[one.outcome] }}</dt>
              <dd>{{ counted(one.people) }}</dd>
            </div>
          }
          <div>
            <dt i18n>All of them</dt>
            <dd>{{ counted(all.completed) }}</dd>
          </div>
        </dl>
      </section>
    }
  `,
})
export class BoardOutcomes {
  protected readonly outcomes = read<OutcomesDto>(() => '/outcomes');
  protected readonly words = OUTCOME_WORDS;

  protected counted(people: number | null): string {
    return people === null ? $localize`not told` : String(people);
  }
}
