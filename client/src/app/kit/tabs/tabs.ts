import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** A tab is a page of its own: it has an address, and Back leaves it. */
export interface Tab {
  /** Router link, absolute or relative to the page that holds the tabs. */
  readonly link: string | readonly unknown[];
  readonly label: string;
  /** How many things wait behind it; nothing when zero. */
  readonly count?: number;
}

@Component({
  selector: 'kept-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="tabs" [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.label) {
        <a class="tab" [routerLink]="tab.link" routerLinkActive ariaCurrentWhenActive="page"
          >{{ tab.label }}
          @if (tab.count) {
            <span class="count">{{ tab.count }}</span>
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
}
