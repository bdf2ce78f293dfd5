import { computed, linkedSignal, type Signal } from '@angular/core';
import type { Problem } from '../problems';
import { query, read } from '../api';

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that grows at its end, page by page. */
export interface Pages<T> {
  /** All that was read so far, in the server's order; undefined until the first page is there. */
  readonly items: Signal<readonly T[] | undefined>;
  /** There is more, or it is on its way. */
  readonly hasMore: Signal<boolean>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  showMore(): void;
  /** Asks once more for the page that did not come. */
  retry(): void;
  /** Begins at the first page again: after an act that changed what is listed. */
  reload(): void;
}

/**
 * A paged GET that follows its signals, `limit` rows at a time (1–100). Another path is another list. Undefined = nothing
 * to ask yet. Call it where `inject()` may be called.
 */
export function readPages<T>(path: () => string | undefined, limit = 50): Pages<T> {
  const address = computed(path);
  const shown = linkedSignal<string | undefined, { before: readonly T[]; cursor: string | null }>({
    source: address,
    computation: () => ({ before: [], cursor: null }),
  });
  const page = read<Page<T>>(() => {
    const to = address();
    if (to === undefined) return undefined;
    const rest = query({ limit, cursor: shown().cursor });
    return to + (to.includes('?') ? rest.replace('?', '&') : rest);
  });
  const items = computed(() => {
    const { before } = shown();
    const latest = page.value()?.items;
    return latest || before.length > 0 ? [...before, ...(latest ?? [])] : undefined;
  });
  return {
    items,
    hasMore: computed(() => {
      const latest = page.value();
      return latest ? latest.next !== null : shown().cursor !== null;
    }),
    loading: page.loading,
    problem: page.problem,
    showMore: () => {
      const next = page.value()?.next;
      if (next) shown.set({ before: items() ?? [], cursor: next });
    },
    retry: () => page.reload(),
    reload: () => {
      if (shown().cursor === null) page.reload();
      else shown.set({ before: [], cursor: null });
    },
  };
}
