import { Component, input } from '@angular/core';
import { ProblemNotice } from '../problem/problem-notice';
import type { Pages } from './pages';

/** At the end of a list that has more: what brings the next page, or says that it did not come. */
@Component({
  selector: 'kept-show-more',
  imports: [ProblemNotice],
  template: `
    @if (pages().items() && pages().problem(); as problem) {
      <kept-problem [problem]="problem" (retry)="pages().retry()" />
    } @else if (pages().items() && pages().hasMore()) {
      <p>
        <button
          type="button"
          class="button"
          [attr.aria-disabled]="pages().loading() ? 'true' : null"
          (click)="pages().showMore()"
        >
          {{ label() }}
        </button>
      </p>
    }
  `,
})
export class ShowMore {
  readonly pages = input.required<Pages<unknown>>();
  readonly label = input($localize`Show more`);
}
