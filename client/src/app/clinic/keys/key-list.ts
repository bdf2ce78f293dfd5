import { Component, inject, output, signal } from '@angular/core';
import { Login } from '../../core/login';
import { Modal } from '../../core/modal/modal';
import { Theme } from '../../core/theme';
import { ANYWHERE, type KeyGroup } from './key-words';
import { KeysHere, listKeys, pageControls } from './keys-here';

/** What `?` shows: the keys that do something on the page behind it, and the switch for the single ones. */
@Component({
  selector: 'kept-key-list',
  imports: [Modal],
  templateUrl: './key-list.html',
})
export class KeyList {
  readonly closed = output();
  private readonly login = inject(Login);
  protected readonly open = signal(true);
  protected readonly theme = inject(Theme);
  protected readonly groups: readonly KeyGroup[] = [
    ...[listKeys(document), pageControls(document)].filter((group) => group !== null),
    ...inject(KeysHere).groups(),
    ANYWHERE,
    this.places(),
  ];

  private places(): KeyGroup {
    return {
      name: $localize`Go to`,
      keys: [
        { press: ['g', 't'], does: $localize`Today` },
        { press: ['g', 's'], does: $localize`Sessions` },
        { press: ['g', 'c'], does: $localize`Caseload` },
        { press: ['g', 'p'], does: $localize`Couples` },
        { press: ['g', 'n'], does: $localize`Sign-off` },
        { press: ['g', 'l'], does: $localize`Library` },
        ...(this.login.can('notes:search') ? [{ press: ['g', 'f'], does: $localize`Search your notes` }] : []),
        ...(this.login.hasRole('admin') ? [{ press: ['g', 'a'], does: $localize`Admin` }] : []),
      ],
    };
  }
}
