import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { Palette, type PaletteGroup } from '../../kit/palette/palette';

interface FoundClient {
  id: string;
  givenName: string;
  familyName: string;
  preferredName?: string | null;
  pronouns?: string | null;
}

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 150;

/** `Ctrl K`: a person or a place by a few letters. Keys of the options are addresses. */
@Component({
  selector: 'kept-finder',
  imports: [Palette],
  template: `<kept-palette [groups]="groups()" [(query)]="typed" (chosen)="go($event)" />`,
})
export class Finder {
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  private readonly palette = viewChild.required(Palette);
  protected readonly typed = signal('');
  private readonly asked = signal('');
  private readonly found = read<{ items: FoundClient[] }>(() =>
    this.asked() ? '/clients' + query({ q: this.asked(), limit: 6 }) : undefined,
  );

  private readonly places = computed(() => [
    { key: '/', label: $localize`Today`, shortcut: 'g t' },
    { key: '/caseload', label: $localize`Caseload`, shortcut: 'g c' },
    { key: '/couples', label: $localize`Couples`, shortcut: 'g p' },
    { key: '/sign-off', label: $localize`Sign-off`, shortcut: 'g n' },
    { key: '/calendar', label: $localize`Sessions` },
    { key: '/library', label: $localize`Library`, shortcut: 'g l' },
    { key: '/outcomes', label: $localize`Outcomes` },
    ...(this.login.can('note-texts:write') ? [{ key: '/notes/texts', label: $localize`My texts` }] : []),
    ...(this.login.hasRole('admin') ? [{ key: '/admin', label: $localize`Admin`, shortcut: 'g a' }] : []),
  ]);

  protected readonly groups = computed<PaletteGroup[]>(() => {
    const start = this.typed().trim().toLowerCase();
    const people = this.asked() ? (this.found.value()?.items ?? []) : [];
    return [
      {
        label: $localize`People on your caseload`,
        options: people.map((client) => ({
          key: `/clients/${client.id}`,
          label: `${client.preferredName || client.givenName} ${client.familyName}`,
          note: client.pronouns ?? undefined,
        })),
      },
      {
        label: $localize`Go to`,
        options: this.places().filter((place) => place.label.toLowerCase().includes(start)),
      },
    ];
  });

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => untracked(() => this.asked.set(text)), PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }

  open(): void {
    this.palette().open();
  }

  protected go(address: string): void {
    void this.router.navigateByUrl(address);
  }
}
