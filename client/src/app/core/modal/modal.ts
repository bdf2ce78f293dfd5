import { Directive, ElementRef, effect, inject, input, output } from '@angular/core';

/** `<dialog keptModal [open]="…" (closed)="…">`: a native modal that follows a signal. `firm` ones ignore Escape. */
@Directive({
  selector: 'dialog[keptModal]',
  host: {
    '(close)': 'end()',
    '(cancel)': 'cancel($event)',
    '[attr.closedby]': "firm() ? 'none' : 'closerequest'",
  },
})
export class Modal {
  readonly open = input.required<boolean>();
  readonly firm = input(false);
  readonly closed = output();
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      if (this.open() && !this.dialog.open) this.dialog.showModal();
      if (!this.open() && this.dialog.open) this.dialog.close();
    });
  }

  protected cancel(event: Event): void {
    if (this.firm()) event.preventDefault();
  }

  protected end(): void {
    // Some browsers close on a second Escape whatever the page says.
    if (this.firm() && this.open()) this.dialog.showModal();
    else this.closed.emit();
  }
}
