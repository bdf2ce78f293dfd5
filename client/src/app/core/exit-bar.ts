import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Leave, SHIFTS, SHIFT_WINDOW } from './leave';

/** On every page a client may see, first after the skip link: away at once, by button, by link or by Shift three times. */
@Component({
  selector: 'kept-exit-bar',
  imports: [RouterLink],
  templateUrl: './exit-bar.html',
  host: { class: 'exit-bar', role: 'banner' },
})
export class ExitBar {
  /** Whether a break may be taken here; not before signing in. */
  readonly canRest = input(false);
  private readonly leave = inject(Leave);
  private presses: number[] = [];
  protected readonly dots = signal<number[]>([]);

  constructor() {
    const onKey = (event: KeyboardEvent): void => this.count(event);
    addEventListener('keyup', onKey);
    inject(DestroyRef).onDestroy(() => removeEventListener('keyup', onKey));
  }

  protected goAway(event?: Event): void {
    event?.preventDefault();
    this.leave.now();
  }

  private count(event: KeyboardEvent): void {
    const now = Date.now();
    // Shift as part of a capital letter is typing, not leaving.
    this.presses = event.key === 'Shift' ? [...this.presses.filter((at) => now - at < SHIFT_WINDOW), now] : [];
    this.dots.set(this.presses);
    if (this.presses.length >= SHIFTS) this.leave.now();
    setTimeout(() => this.dots.update((dots) => dots.filter((at) => Date.now() - at < SHIFT_WINDOW)), SHIFT_WINDOW);
  }
}
