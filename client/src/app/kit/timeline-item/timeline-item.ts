import { Component, input } from '@angular/core';

/**
 * An entry of a ledger: `<ol class="ledger"><li kept-timeline-item time="17:40" heading="Joint session note">`.
 * Its content goes below the note; the slot `[act]` holds its one button or link. `[title-tag]` stands after the heading.
 */
@Component({
  selector: 'li[kept-timeline-item]',
  templateUrl: './timeline-item.html',
  host: { class: 'ledger-entry' },
})
export class TimelineItem {
  /** As shown, such as "17:40" or "Wed 30 Sep". */
  readonly time = input.required<string>();
  /** The same for machines, ISO. */
  readonly datetime = input<string>();
  readonly heading = input.required<string>();
  readonly note = input('');
}
