import { Component, computed, input } from '@angular/core';
import type { ShareDto } from '../../../api/types.gen';

/** A share as a point with its interval, on a line from 0 to 100. The words beside it say the same. */
@Component({
  selector: 'kept-share-bar',
  template: `
    <svg class="share-bar" viewBox="0 0 204 20" aria-hidden="true" focusable="false">
      <line class="share-scale" x1="2" x2="202" y1="10" y2="10" />
      <line class="share-scale" x1="2" x2="2" y1="6" y2="14" />
      <line class="share-middle" x1="102" x2="102" y1="4" y2="16" />
      <line class="share-scale" x1="202" x2="202" y1="6" y2="14" />
      <line class="share-interval" [attr.x1]="at().low" [attr.x2]="at().high" y1="10" y2="10" />
      <circle class="share-point" [attr.cx]="at().point" cy="10" r="5" />
    </svg>
  `,
})
export class ShareBar {
  readonly share = input.required<ShareDto>();
  protected readonly at = computed(() => {
    const { low, high, percent } = this.share();
    const place = (value: number): number => 2 + value * 2;
    return { low: place(low), high: place(high), point: place(percent) };
  });
}
