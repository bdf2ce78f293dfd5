import { computed, inject, Service } from '@angular/core';
import { Login } from '../../core/login';
import { Theme } from '../../core/theme';
import type { PaletteOption } from '../../kit/palette/palette';
import { assignTo, noteAbout } from '../keys/row-acts';

/** Acts that want to know for whom. */
export type FindFor = 'do:note' | 'do:assign';

/** What the palette offers besides people and words: where one may go, and what one may do. */
@Service()
export class FinderActs {
  private readonly login = inject(Login);
  private readonly theme = inject(Theme);

  readonly places = computed<PaletteOption[]>(() => [
    { key: '/', label: $localize`Today`, shortcut: 'g t' },
    { key: '/caseload', label: $localize`Caseload`, shortcut: 'g c' },
    { key: '/couples', label: $localize`Couples`, shortcut: 'g p' },
    { key: '/sign-off', label: $localize`Sign-off`, shortcut: 'g n' },
    { key: '/calendar', label: $localize`Sessions`, shortcut: 'g s' },
    { key: '/library', label: $localize`Library`, shortcut: 'g l' },
    ...(this.login.can('notes:search')
      ? [{ key: '/search', label: $localize`Search your notes`, shortcut: 'g f' }]
      : []),
    { key: '/outcomes', label: $localize`Outcomes` },
    ...(this.login.can('note-texts:write') ? [{ key: '/notes/texts', label: $localize`My texts` }] : []),
    ...(this.login.hasRole('admin') ? [{ key: '/admin', label: $localize`Admin`, shortcut: 'g a' }] : []),
  ]);

  readonly acts = computed<PaletteOption[]>(() => [
    ...(this.login.can('clients:create') ? [{ key: '/clients/new', label: $localize`New client` }] : []),
    ...(this.login.can('notes:write') ? [{ key: 'do:note', label: $localize`New note for…` }] : []),
    ...(this.login.can('assignments:assign') ? [{ key: 'do:assign', label: $localize`Assign homework to…` }] : []),
    ...(this.login.can('notes:write') ? [{ key: '/sign-off', label: $localize`Sign the next note` }] : []),
    { key: 'do:cover', label: $localize`Cover the screen`, shortcut: 'Ctrl .' },
    {
      key: 'do:keys',
      label: this.theme.singleKeys() ? $localize`Switch single keys off` : $localize`Switch single keys on`,
    },
  ]);

  labelOf(act: FindFor | null): string {
    if (act === 'do:note') return $localize`New note for whom?`;
    if (act === 'do:assign') return $localize`Assign homework to whom?`;
    return $localize`Find a person or do something`;
  }

  /** Where an act begins for the person whose chart has this address. */
  addressFor(act: FindFor, chart: string): string {
    const clientId = chart.split('/').at(-1)!;
    return act === 'do:assign' ? assignTo(clientId) : noteAbout({ clientId, coupleId: null });
  }

  switchKeys(): void {
    this.theme.chooseSingleKeys(!this.theme.singleKeys());
  }
}
