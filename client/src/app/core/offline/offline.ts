import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Drafts } from '../drafts';
import { faceOfAddress } from '../theme';

/** Says that there is no connection, and what still works. */
@Component({
  selector: 'kept-offline',
  template: `
    <div role="status">
      @if (since()) {
        <p class="banner banner-due">{{ words() }}</p>
      }
    </div>
  `,
})
export class Offline {
  private readonly drafts = inject(Drafts);
  protected readonly since = linkedSignal(() => (this.drafts.online() ? null : new Date()));
  protected readonly words = computed(() => {
    // By the address: a start without a connection knows nobody's face.
    if (faceOfAddress(location.pathname) === 'portal')
      return $localize`You're offline. Keep writing; it stays on this phone.`;
    const time = this.since()?.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return $localize`Offline since ${time}:time:. You can read what is open and keep writing.`;
  });
}
