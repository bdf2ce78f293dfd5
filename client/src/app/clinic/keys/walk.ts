import { DestroyRef, inject, Service, signal } from '@angular/core';

export interface Stop {
  id: string;
  name: string;
}

const CHART = /^\/clients\/([0-9a-f-]{36})(?:\/|$)/;

/** The list a chart was opened from, in its order, so that one goes on to the next without going back. In memory only. */
@Service()
export class Walk {
  private readonly stops = signal<readonly Stop[]>([]);

  /** Notices from which list charts are opened. Call it where `inject()` may be called. */
  follow(): void {
    const notice = (event: Event): void => this.notice(event.target as Element);
    document.addEventListener('click', notice, { capture: true });
    inject(DestroyRef).onDestroy(() => document.removeEventListener('click', notice, { capture: true }));
  }

  before(id: string): Stop | null {
    const at = this.placeOf(id);
    return at > 0 ? this.stops()[at - 1]! : null;
  }

  after(id: string): Stop | null {
    const at = this.placeOf(id);
    return at === -1 ? null : (this.stops()[at + 1] ?? null);
  }

  private placeOf(id: string): number {
    return this.stops().findIndex((stop) => stop.id === id);
  }

  private notice(target: Element): void {
    const list = target.closest('a')?.closest('main :is(ul, ol, tbody)');
    if (!list || !idOf(target.closest('a')!)) return;
    const stops = new Map<string, Stop>();
    for (const link of list.querySelectorAll('a')) {
      const id = idOf(link);
      if (id && !stops.has(id)) stops.set(id, { id, name: link.textContent.trim() });
    }
    this.stops.set([...stops.values()]);
  }
}

const idOf = (link: HTMLAnchorElement): string | null => CHART.exec(link.getAttribute('href') ?? '')?.[1] ?? null;
