import { Location } from '@angular/common';
import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { same } from '../core/same';
import { pageTurn } from './page-turn';

export interface StatePages<P> {
  /** Which page is open. */
  readonly place: Signal<P>;
  goTo(place: P): void;
  /** The open page is known by another place from now on: a reload comes back to that one. */
  stayAt(place: P): void;
}

/**
 * Pages of one address. Which of them is open is kept in the history's state under `name`, so that the address says
 * nothing and the browser's own Back and Forward turn them. `first` is open where nothing is kept.
 * Call it where `inject()` may be called.
 */
export function statePages<P>(name: string, first: P): StatePages<P> {
  const location = inject(Location);
  const turned = pageTurn();
  const placeIn = (state: unknown): P => (state as Partial<Record<string, P>> | null)?.[name] ?? first;
  const place = signal(placeIn(location.getState()));
  const show = (next: P): void => {
    // A page with steps of its own turns those by itself.
    if (same(next, place())) return;
    place.set(next);
    turned();
  };
  const stop = location.subscribe(({ state }) => show(placeIn(state)));
  inject(DestroyRef).onDestroy(() => stop.unsubscribe());
  return {
    place: place.asReadonly(),
    goTo: (next) => {
      location.go(location.path(), '', { [name]: next });
      show(next);
    },
    stayAt: (next) => {
      location.replaceState(location.path(), '', { [name]: next });
      place.set(next);
    },
  };
}
