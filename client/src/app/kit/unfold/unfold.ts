import { Directive, model } from '@angular/core';

/** A button that shows and hides what stands below it: `<button type="button" keptUnfold [(open)]="showsOver" i18n>What is over</button>`. */
@Directive({
  selector: 'button[keptUnfold]',
  host: { class: 'link-button', '[attr.aria-expanded]': 'open()', '(click)': 'open.set(!open())' },
})
export class Unfold {
  readonly open = model.required<boolean>();
}
