import { afterRenderEffect, Component, ElementRef, inject, input, output } from '@angular/core';

/**
 * One question: caption, the field (give it `heading`, so that its label is the h1), then "Continue".
 * Slots: `[status]` below the field, `[others]` for Skip and the like beside "Continue".
 * Whenever `step` changes, the focus goes to the h1.
 */
@Component({
  selector: 'kept-question-page',
  templateUrl: './question-page.html',
})
export class QuestionPage {
  /** Where the reader is, such as "Impact letter · Question 4 of 9". */
  readonly caption = input('');
  /** Key of the question on show. */
  readonly step = input.required<string>();
  readonly continueLabel = input($localize`Continue`);
  /** The reader wants to go on. Never sent by itself. */
  readonly proceed = output();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      this.step();
      this.host.querySelector('h1')?.focus();
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.proceed.emit();
  }
}
