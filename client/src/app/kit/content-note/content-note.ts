import { Component, input, output } from '@angular/core';

/** What a part asks before it is begun, about how long it takes, and three equal ways on. */
@Component({
  selector: 'kept-content-note',
  templateUrl: './content-note.html',
})
export class ContentNote {
  readonly heading = input.required<string>();
  /** What it asks, in one or two plain sentences. */
  readonly asks = input.required<string>();
  readonly questions = input.required<number>();
  /** About how many minutes; left out when nobody knows. */
  readonly minutes = input<number | null>();
  /** "Start" or "Go on". */
  readonly startLabel = input($localize`Start`);
  readonly begin = output();
  readonly inSession = output();
  readonly notNow = output();
}
