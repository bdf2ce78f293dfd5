import { computed, type Signal } from '@angular/core';
import type { HomeDto } from '../../api/types.gen';
import { read, type Read } from '../core/api';

export interface OwnCouple {
  readonly home: Read<HomeDto>;
  /** Null while it is not known, and for somebody who comes alone. */
  readonly id: Signal<string | null>;
  /** Known to come alone. */
  readonly isAlone: Signal<boolean>;
  /** An address under the couple, such as `own-part`; undefined while there is none. */
  path(what: string): string | undefined;
}

/** The couple that whoever signed in belongs to. Call it where `inject()` may be called. */
export function ownCouple(): OwnCouple {
  const home = read<HomeDto>(() => '/home');
  const id = computed(() => home.value()?.coupleId ?? null);
  return {
    home,
    id,
    isAlone: computed(() => home.value() !== undefined && id() === null),
    path: (what) => (id() === null ? undefined : `/couples/${id()}/${what}`),
  };
}
