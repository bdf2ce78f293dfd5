import { Service, signal } from '@angular/core';

/** Counts up when an act on another part of a chart may have raised an alert: what shows alerts looks again. */
@Service()
export class RiskNews {
  readonly count = signal(0);

  tell(): void {
    this.count.update((count) => count + 1);
  }
}
