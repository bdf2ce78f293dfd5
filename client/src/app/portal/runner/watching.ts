import { computed, type Signal } from '@angular/core';
import type { Answers } from '../../kit/answer-form/field-definition';
import { seenIn, type Asked, type Watch } from './runner.rules';

/** What a sheet looks for in the answer on screen, as it is typed. */
export function watching(field: Signal<Asked | null>, answers: Signal<Answers>, watches: Signal<readonly Watch[]>) {
  const seen = computed(() => {
    const asked = field();
    return asked ? seenIn(asked, answers()[asked.key], watches()) : [];
  });
  return {
    /** Words to think about, each once. */
    warnings: computed(() => {
      const warnings = seen().flatMap(({ watch }) => (watch.act === 'warn' ? [watch] : []));
      return [...new Map(warnings.map((watch) => [watch.code, watch])).values()];
    }),
    /** By place: what is not kept here, and has to come out first. */
    refused: computed<Readonly<Record<string, string>>>(() =>
      Object.fromEntries(
        seen()
          .filter(({ watch }) => watch.act === 'refuse')
          .map(({ place, watch }) => [place, watch.message]),
      ),
    ),
  };
}
