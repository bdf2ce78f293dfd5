import { Service, inject } from '@angular/core';
import { dropDeviceCopy } from './device-copy';
import { Drafts } from './drafts';

/** A plain page of our own: no name, no colour, no script of this app, nothing to tell what was open before. */
const AWAY = '/away.html';

/** Presses of Shift, and the milliseconds in which they must come, for leaving without looking for a button. */
export const SHIFTS = 3;
export const SHIFT_WINDOW = 5_000;

/** Leaving at once: nothing is left to see, to go back to, or to open without the password. */
@Service()
export class Leave {
  private readonly drafts = inject(Drafts);

  constructor() {
    // Back and forward may bring this very page out of memory: then it must not be seen either.
    addEventListener(
      'pageshow',
      (event) => event.persisted && document.documentElement.hasAttribute('data-left') && location.replace(AWAY),
    );
  }

  now(): void {
    // Cover first: everything after this line may take a moment on a slow phone.
    document.documentElement.setAttribute('data-left', '');
    document.title = ' ';
    dropDeviceCopy();
    this.drafts.flushAll(true);
    lockSignIn();
    requestAnimationFrame(() => location.replace(AWAY));
    // A hidden tab paints no frames.
    setTimeout(() => location.replace(AWAY), 50);
  }
}

/** Ends the sign-in with a request that outlives the page. It must follow the drafts, whose requests need the cookie. */
function lockSignIn(): void {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  void fetch('/api/v1/auth/logout', {
    method: 'POST',
    keepalive: true,
    headers: {
      'ngsw-bypass': 'true',
      ...(token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {}),
    },
  }).catch(() => undefined);
}
