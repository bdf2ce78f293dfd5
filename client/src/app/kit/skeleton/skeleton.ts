import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, DestroyRef, inject, input, output, signal } from '@angular/core';

/** Waits in milliseconds: nothing is shown before the first, one word is said at the second, a way out is offered at the third. */
const SHOW = 200;
const SPEAK = 2_000;
const LONG = 5_000;

/** Grey lines of about the height of what is coming. Put `aria-busy` on the region that waits. */
@Component({
  selector: 'kept-skeleton',
  templateUrl: './skeleton.html',
})
export class Skeleton {
  /** How many lines what is coming will have, about. */
  readonly lines = input(3);
  /** Offers Cancel after five seconds. */
  readonly cancellable = input(false);
  readonly cancelled = output();
  protected readonly shown = signal(false);
  protected readonly long = signal(false);
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, row) => row));

  constructor() {
    const announcer = inject(LiveAnnouncer);
    const timers = [
      setTimeout(() => this.shown.set(true), SHOW),
      setTimeout(() => void announcer.announce($localize`Loading`, 'polite'), SPEAK),
      setTimeout(() => this.long.set(true), LONG),
    ];
    inject(DestroyRef).onDestroy(() => timers.forEach((timer) => clearTimeout(timer)));
  }
}
