import { afterRenderEffect, Directive, ElementRef, inject, input } from '@angular/core';

/** Lets a textarea grow with its text where `field-sizing: content` is not known. `keptGrow` is the text itself. */
@Directive({ selector: 'textarea[keptGrow]' })
export class Grow {
  readonly keptGrow = input('');

  constructor() {
    const area = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
    if (globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    afterRenderEffect(() => {
      this.keptGrow();
      area.style.blockSize = 'auto';
      area.style.blockSize = `${area.scrollHeight + 2}px`;
    });
  }
}
