import { DOCUMENT } from '@angular/common';
import { afterRenderEffect, Component, DestroyRef, ElementRef, inject, input, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** A line of the summary: the words said beside the field, and the id of the field. */
export interface FieldError {
  readonly fieldId: string;
  readonly message: string;
}

/**
 * What is wrong with a form, after it was sent and never while typing. Takes the focus whenever the list
 * changes, and puts "Error: " before the page's title for as long as it is there.
 */
@Component({
  selector: 'kept-error-summary',
  templateUrl: './error-summary.html',
})
export class ErrorSummary {
  readonly errors = input.required<readonly FieldError[]>();
  /** The portal says it more softly: "One thing to look at". */
  readonly heading = input($localize`There is a problem`);
  private readonly title = inject(Title);
  private readonly document = inject(DOCUMENT);
  private readonly words = viewChild<ElementRef<HTMLElement>>('words');
  private readonly prefix = $localize`Error: `;

  constructor() {
    afterRenderEffect(() => {
      const wrong = this.errors().length > 0;
      this.markTitle(wrong);
      if (wrong) this.words()?.nativeElement.focus();
    });
    inject(DestroyRef).onDestroy(() => this.markTitle(false));
  }

  protected goTo(event: Event, fieldId: string): void {
    event.preventDefault();
    this.document.getElementById(fieldId)?.focus();
  }

  private markTitle(wrong: boolean): void {
    const now = this.title.getTitle();
    const bare = now.startsWith(this.prefix) ? now.slice(this.prefix.length) : now;
    this.title.setTitle(wrong ? this.prefix + bare : bare);
  }
}
