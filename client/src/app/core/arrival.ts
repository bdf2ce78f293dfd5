import { Service, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, NavigationStart, Router, TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { filter, skip } from 'rxjs';

/** Milliseconds that an arriving page gets to show its heading. */
const PATIENCE = 4_000;

/** After a change of route the focus goes to the page's `h1`, as a page load would have done. */
@Service()
export class Arrival {
  private readonly router = inject(Router);
  private watcher: MutationObserver | undefined;
  /** The heading that was there when the way began: by its end the next page may already stand. */
  private before: HTMLElement | null = null;

  start(): void {
    this.router.events
      .pipe(filter((event) => event instanceof NavigationStart))
      .subscribe(() => (this.before = heading()));
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        skip(1),
      )
      .subscribe(() => this.land());
  }

  /** Focus to the heading as soon as there is one, unless the person has gone elsewhere meanwhile. */
  land(): void {
    this.watcher?.disconnect();
    const from = document.activeElement;
    const before = this.before;
    let stayed = false;
    const arrive = (): boolean => {
      const now = heading();
      // The same heading stays over tabs that are routes: there the focus belongs on the tab. One that goes after all, since a
      // page shows something else now, has left the focus nowhere.
      stayed ||= now === before;
      if (!now || now === before) return false;
      if (document.activeElement === document.body || (!stayed && document.activeElement === from)) focusOn(now);
      return true;
    };
    requestAnimationFrame(() => {
      if (arrive()) return;
      this.watcher = new MutationObserver(() => arrive() && this.watcher?.disconnect());
      this.watcher.observe(document.body, { childList: true, subtree: true });
      setTimeout(() => this.watcher?.disconnect(), PATIENCE);
    });
  }
}

const heading = (): HTMLElement | null => document.querySelector<HTMLElement>('main h1');

export function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: element.tagName === 'H1' && element.getBoundingClientRect().top >= 0 });
}

/** "Caseload · Kept" at the desk. A client's tab and history say "My space" and nothing else. */
@Service({ autoProvided: false })
export class Titles extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    const inPortal = state.url === '/me' || /^\/me[/?#]/.test(state.url);
    const own = this.buildTitle(state);
    this.title.setTitle(inPortal ? $localize`My space` : own ? `${own} · Kept` : 'Kept');
  }
}
