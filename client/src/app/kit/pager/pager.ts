import { Component, input, output } from '@angular/core';

/** Steps through a list that is newest first. The server pages by key, so there are no page numbers. */
@Component({
  selector: 'kept-pager',
  template: `
    <nav class="pager" [attr.aria-label]="label()">
      <button
        type="button"
        class="button"
        [attr.aria-disabled]="newer() ? null : 'true'"
        (click)="newer() && goNewer.emit()"
        i18n
      >
        Newer
      </button>
      <span>{{ note() }}</span>
      <button
        type="button"
        class="button"
        [attr.aria-disabled]="older() ? null : 'true'"
        (click)="older() && goOlder.emit()"
        i18n
      >
        Older
      </button>
    </nav>
  `,
})
export class Pager {
  readonly label = input($localize`Pages`);
  /** There is something newer. */
  readonly newer = input(false);
  /** There is something older: the server's `next` is not null. */
  readonly older = input(false);
  /** What is on show, such as "50 of the last 7 days". */
  readonly note = input('');
  readonly goNewer = output();
  readonly goOlder = output();
}
