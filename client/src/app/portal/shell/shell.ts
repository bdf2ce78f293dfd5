import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { Account } from '../../core/account/account';
import { Leave } from '../../core/leave';
import { Offline } from '../../core/offline/offline';
import { SkipLink } from '../../core/skip-link';
import { Theme } from '../../core/theme';
import { WayOut } from '../../core/way-out';

/** A client's own space: one page at a time, a way out on every one of them. */
@Component({
  selector: 'kept-portal-shell',
  imports: [Account, Offline, RouterOutlet, SkipLink, WayOut],
  templateUrl: './shell.html',
})
export class PortalShell {
  private readonly router = inject(Router);
  private readonly leave = inject(Leave);
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  protected readonly resting = computed(() => this.address().startsWith('/me/break'));

  constructor() {
    inject(Theme).wear('portal');
  }

  protected goAway(event: Event): void {
    event.preventDefault();
    this.leave.now();
  }
}
