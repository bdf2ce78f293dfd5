import { Component, computed, effect, inject, linkedSignal, output, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { Modal } from '../../core/modal/modal';

interface FoundClient {
  id: string;
  givenName: string;
  familyName: string;
  preferredName?: string | null;
  pronouns?: string | null;
}

interface Target {
  id: string;
  name: string;
  note: string;
  to: string;
}

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 150;

/** `Ctrl K`: a person or a place by a few letters. */
@Component({
  selector: 'kept-palette',
  imports: [Modal],
  templateUrl: './palette.html',
})
export class Palette {
  readonly closed = output();
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  protected readonly open = signal(true);
  protected readonly typed = signal('');
  private readonly asked = signal('');
  private readonly found = read<{ items: FoundClient[] }>(() =>
    this.asked() ? '/clients' + query({ q: this.asked(), limit: 6 }) : undefined,
  );

  private readonly places: Target[] = [
    { id: 'place-today', name: $localize`Today`, note: '', to: '/' },
    { id: 'place-caseload', name: $localize`Caseload`, note: '', to: '/caseload' },
    { id: 'place-couples', name: $localize`Couples`, note: '', to: '/couples' },
    { id: 'place-sign-off', name: $localize`Sign-off`, note: '', to: '/sign-off' },
    { id: 'place-library', name: $localize`Library`, note: '', to: '/library' },
    ...(this.login.hasRole('admin') ? [{ id: 'place-admin', name: $localize`Admin`, note: '', to: '/admin' }] : []),
  ];

  protected readonly people = computed<Target[]>(() =>
    (this.asked() ? (this.found.value()?.items ?? []) : []).map((client) => ({
      id: `person-${client.id}`,
      name: `${client.preferredName || client.givenName} ${client.familyName}`,
      note: client.pronouns ?? '',
      to: `/clients/${client.id}`,
    })),
  );
  protected readonly offers = computed(() => {
    const start = this.typed().trim().toLowerCase();
    return this.places.filter((place) => place.name.toLowerCase().includes(start));
  });
  protected readonly all = computed(() => [...this.people(), ...this.offers()]);
  protected readonly active = linkedSignal(() => this.all()[0]?.id ?? null);
  protected readonly nothing = computed(
    () => this.asked() !== '' && !this.found.loading() && this.all().length === 0,
  );

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => untracked(() => this.asked.set(text)), PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected press(event: KeyboardEvent): void {
    const all = this.all();
    const at = all.findIndex((target) => target.id === this.active());
    if (event.key === 'ArrowDown') this.active.set(all[(at + 1) % all.length]?.id ?? null);
    else if (event.key === 'ArrowUp') this.active.set(all.at(at - 1)?.id ?? null);
    else if (event.key === 'Enter') this.choose(all[at]);
    else return;
    event.preventDefault();
  }

  protected choose(target: Target | undefined): void {
    if (!target) return;
    this.open.set(false);
    void this.router.navigateByUrl(target.to);
  }
}
