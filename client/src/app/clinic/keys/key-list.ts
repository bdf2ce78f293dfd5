import { Component, inject, output, signal } from '@angular/core';
import { Modal } from '../../core/modal/modal';
import { Theme } from '../../core/theme';

interface KeyGroup {
  name: string;
  keys: { press: string[]; does: string }[];
}

/** What `?` shows: every key, and the switch for the single ones. */
@Component({
  selector: 'kept-key-list',
  imports: [Modal],
  templateUrl: './key-list.html',
})
export class KeyList {
  readonly closed = output();
  protected readonly open = signal(true);
  protected readonly theme = inject(Theme);
  protected readonly groups: KeyGroup[] = [
    {
      name: $localize`Anywhere`,
      keys: [
        { press: ['Ctrl', 'K'], does: $localize`Find or do` },
        { press: ['/'], does: $localize`Find a person` },
        { press: ['Ctrl', '.'], does: $localize`Cover the screen` },
        { press: ['?'], does: $localize`This list` },
      ],
    },
    {
      name: $localize`Go to`,
      keys: [
        { press: ['g', 't'], does: $localize`Today` },
        { press: ['g', 's'], does: $localize`Sessions` },
        { press: ['g', 'c'], does: $localize`Caseload` },
        { press: ['g', 'p'], does: $localize`Couples` },
        { press: ['g', 'n'], does: $localize`Sign-off` },
        { press: ['g', 'l'], does: $localize`Library` },
      ],
    },
    {
      name: $localize`On your sessions`,
      keys: [
        { press: ['t'], does: $localize`Today` },
        { press: ['['], does: $localize`Before` },
        { press: [']'], does: $localize`After` },
        { press: ['d'], does: $localize`Day` },
        { press: ['w'], does: $localize`Week` },
        { press: ['p'], does: $localize`Plan a session` },
      ],
    },
    {
      name: $localize`On a couple`,
      keys: [
        { press: ['v'], does: $localize`Session view` },
        { press: ['1'], does: $localize`First partner` },
        { press: ['2'], does: $localize`Both` },
        { press: ['3'], does: $localize`Second partner` },
      ],
    },
  ];
}
