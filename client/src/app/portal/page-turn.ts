import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';
import { focusOn } from '../core/arrival';

/** For pages that turn without a new address: the focus goes to the new heading. Call it where `inject()` may be called. */
export function pageTurn(): () => void {
  const injector = inject(Injector);
  const element = inject<ElementRef<HTMLElement>>(ElementRef);
  return () =>
    void afterNextRender(
      () => {
        const heading = element.nativeElement.querySelector<HTMLElement>('h1');
        if (heading) focusOn(heading);
      },
      { injector },
    );
}
