import { Component, computed, input } from '@angular/core';
import { stamp } from '../clock';

/** Who signed and when; from then on the text stands as it is. */
@Component({
  selector: 'kept-signed-stamp',
  template: `<span class="signed-stamp" i18n
    >Signed · {{ by() }}, <time [attr.datetime]="at()">{{ when() }}</time></span
  >`,
})
export class SignedStamp {
  readonly by = input.required<string>();
  /** Instant, ISO with zone. */
  readonly at = input.required<string>();
  /** Time zone to say it in; the reader's own when left out. */
  readonly zone = input<string>();
  protected readonly when = computed(() => stamp(this.at(), this.zone()));
}
