import { booleanAttribute, Component, inject, input } from '@angular/core';
import { NavigationCancel, NavigationError, Router, RouterLink, RouterLinkActive, Scroll } from '@angular/router';
import { filter, take } from 'rxjs';
import { Key } from '../key/key';

/** A tab is a page of its own: it has an address, and Back leaves it. */
export interface Tab {
  /** Router link, absolute or relative to the page that holds the tabs. */
  readonly link: string | readonly unknown[];
  readonly label: string;
  /** How many things wait behind it; nothing when zero. */
  readonly count?: number;
  /** Not the page on show when its address only begins the one on show. */
  readonly exact?: boolean;
}

@Component({
  selector: 'kept-tabs',
  imports: [Key, RouterLink, RouterLinkActive],
  template: `
    <nav class="tabs" [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.label; let at = $index) {
        <a
          class="tab"
          [routerLink]="tab.link"
          [keptKey]="numbered() ? '' + (at + 1) : null"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="tab.exact ? EXACT : WITHIN"
          (click)="stayHere($event)"
          >{{ tab.label }}
          @if (tab.count) {
            <span class="count">{{ tab.count }}<span class="visually-hidden" i18n>&ngsp;waiting</span></span>
          }
        </a>
      }
    </nav>
  `,
})
export class Tabs {
  /** What the tabs are parts of, such as "Chart". */
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();
  /** Each is pressed by its number too. */
  readonly numbered = input(false, { transform: booleanAttribute });
  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly WITHIN = { exact: false };
  private readonly router = inject(Router);

  /** The router begins a page at its top. A tab is a part of this one: what stands above it stays where it was. */
  protected stayHere({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): void {
    if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    const at = scrollY;
    this.router.events
      .pipe(
        filter((e) => e instanceof Scroll || e instanceof NavigationCancel || e instanceof NavigationError),
        take(1),
      )
      // The router scrolls after it has told of it.
      .subscribe(() => queueMicrotask(() => scrollTo({ top: at, behavior: 'instant' })));
  }
}
