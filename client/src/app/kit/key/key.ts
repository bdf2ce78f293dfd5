import { Directive, InjectionToken, input, signal, type Signal } from '@angular/core';

/** Whether single letters work outside text fields: they can be switched off (WCAG 2.1.4). */
export const SINGLE_KEYS = new InjectionToken<Signal<boolean>>('single keys', { factory: () => signal(true) });

/**
 * The key that presses this control, such as `n`: anywhere on the page, or in a row of a list while that row has the
 * focus. Whoever listens finds it by its mark.
 */
@Directive({
  selector: '[keptKey]',
  host: { '[attr.data-key]': 'keptKey()', '[attr.aria-keyshortcuts]': 'keptKey()' },
})
export class Key {
  readonly keptKey = input.required<string | null>();
}
