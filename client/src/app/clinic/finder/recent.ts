import { computed, inject, Service, signal } from '@angular/core';
import { Login } from '../../core/login';

interface Seen {
  by: string;
  id: string;
  name: string;
}

const MOST = 5;

/** Whose charts were opened lately, the latest first: in memory only, and each sees their own. */
@Service()
export class Recent {
  private readonly login = inject(Login);
  private readonly seen = signal<readonly Seen[]>([]);
  readonly people = computed(() => this.seen().filter(({ by }) => by === this.login.me()?.id));

  add({ id, displayName }: { id: string; displayName: string }): void {
    const by = this.login.me()?.id;
    if (by === undefined) return;
    this.seen.update((all) => [{ by, id, name: displayName }, ...all.filter((one) => one.id !== id)].slice(0, MOST));
  }
}
