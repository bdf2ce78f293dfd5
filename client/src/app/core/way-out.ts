import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ExitBar } from '../kit/exit-bar/exit-bar';
import { Leave, SHIFTS, SHIFT_WINDOW } from './leave';

/** On every page a client may see, first after the skip link: away at once, by button or by Shift three times. */
@Component({
  selector: 'kept-way-out',
  imports: [ExitBar],
  template: `
    <kept-exit-bar [presses]="presses().length" [canRest]="canRest()" (leave)="goAway()" (rest)="rest()" />
    <span class="visually-hidden" role="status">
      @if (presses().length === 1) {
        <ng-container i18n>Press Shift two more times to leave this page.</ng-container>
      } @else if (presses().length === 2) {
        <ng-container i18n>Press Shift once more to leave this page.</ng-container>
      }
    </span>
  `,
})
export class WayOut {
  readonly canRest = input(true);
  private readonly leave = inject(Leave);
  private readonly router = inject(Router);
  /** Times of the presses of Shift in a row, epoch milliseconds. */
  protected readonly presses = signal<number[]>([]);

  constructor() {
    let combined = false;
    // Shift held for a capital letter is typing, not leaving.
    const onDown = (event: KeyboardEvent): void => {
      combined = event.key !== 'Shift';
      if (combined && this.presses().length) this.presses.set([]);
    };
    const onUp = (event: KeyboardEvent): void => {
      if (event.key === 'Shift' && !combined) this.count();
    };
    addEventListener('keydown', onDown);
    addEventListener('keyup', onUp);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', onUp);
    });
  }

  protected goAway(): void {
    this.leave.now();
  }

  protected rest(): void {
    void this.router.navigateByUrl('/me/break');
  }

  private count(): void {
    const now = Date.now();
    this.presses.update((presses) => [...presses.filter((at) => now - at < SHIFT_WINDOW), now]);
    if (this.presses().length >= SHIFTS) return this.leave.now();
    setTimeout(
      () => this.presses.update((presses) => presses.filter((at) => Date.now() - at < SHIFT_WINDOW)),
      SHIFT_WINDOW,
    );
  }
}
