import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { clock } from '../../kit/clock';

/** After sending: what happens now, and the way to take it back while that is possible. */
@Component({
  selector: 'kept-sent',
  imports: [RouterLink],
  templateUrl: './sent.html',
})
export class Sent {
  readonly title = input.required<string>();
  readonly therapist = input.required<string>();
  /** Instants, ISO. */
  readonly sentAt = input.required<string | null>();
  readonly openedAt = input.required<string | null>();
  readonly busy = input(false);
  readonly takeBack = output();

  protected readonly time = computed(() => clock(this.sentAt() ?? ''));
}
