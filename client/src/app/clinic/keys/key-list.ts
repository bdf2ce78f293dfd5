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
        { press: ['g', 'f'], does: $localize`Search your notes` },
        { press: ['g', 'a'], does: $localize`Admin, for those who may` },
      ],
    },
    {
      name: $localize`In a list`,
      keys: [
        { press: ['j', 'k'], does: $localize`Next row, row before` },
        { press: ['Enter'], does: $localize`Open` },
        { press: ['Space'], does: $localize`Preview, where there is one` },
        { press: ['n'], does: $localize`Note about this person` },
        { press: ['a'], does: $localize`Assign homework` },
        { press: ['r'], does: $localize`Read what was sent` },
        { press: ['x'], does: $localize`Select, where several can be` },
        { press: ['e'], does: $localize`Done, where it can be ticked off` },
        { press: ['u'], does: $localize`Undo, while it is offered` },
      ],
    },
    {
      name: $localize`On a chart`,
      keys: [
        { press: ['1', '…', '7'], does: $localize`Tabs` },
        { press: ['[', ']'], does: $localize`Before and next in your list` },
        { press: ['n'], does: $localize`Write note` },
        { press: ['a'], does: $localize`Assign` },
      ],
    },
    {
      name: $localize`In a note`,
      keys: [
        { press: ['Alt', '↓', '↑'], does: $localize`Next section, section before` },
        { press: [';'], does: $localize`One of your texts` },
        { press: ['Ctrl', 'Enter'], does: $localize`Sign` },
        { press: ['Ctrl', 'S'], does: $localize`Save now; it saves itself too` },
      ],
    },
    {
      name: $localize`In a review`,
      keys: [
        { press: ['n', 'p'], does: $localize`Next answer, answer before` },
        { press: ['c'], does: $localize`Comment` },
        { press: ['d'], does: $localize`Compare with the earlier draft` },
        { press: ['Ctrl', 'Enter'], does: $localize`Reviewed` },
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
      name: $localize`On a couple, and before their session`,
      keys: [
        { press: ['v'], does: $localize`Session view` },
        { press: ['1'], does: $localize`First partner` },
        { press: ['2'], does: $localize`Both` },
        { press: ['3'], does: $localize`Second partner` },
      ],
    },
  ];
}
