import { booleanAttribute, Component, ElementRef, input, output, viewChild } from '@angular/core';
import { uniqueId } from '../unique-id';

/**
 * A native modal dialog. `open()` remembers who had the focus and `close()` gives it back. The slot `[actions]` holds
 * its buttons; put `autofocus` on the one that should have the focus first.
 */
@Component({
  selector: 'kept-dialog',
  templateUrl: './dialog.html',
})
export class Dialog {
  readonly heading = input.required<string>();
  /** Escape does not close it: for questions that need an answer. */
  readonly insistent = input(false, { transform: booleanAttribute });
  /** Closed, with what was given to `close()`; empty after Escape. */
  readonly closed = output<string>();
  protected readonly titleId = uniqueId('dialog');
  private readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private opener: HTMLElement | null = null;

  open(): void {
    const dialog = this.element().nativeElement;
    if (dialog.open) return;
    const active = dialog.ownerDocument.activeElement;
    this.opener = active instanceof HTMLElement ? active : null;
    dialog.returnValue = '';
    dialog.showModal();
  }

  close(result = ''): void {
    this.element().nativeElement.close(result);
  }

  protected mayCancel(event: Event): void {
    if (this.insistent()) event.preventDefault();
  }

  protected afterClose(): void {
    this.opener?.focus();
    this.opener = null;
    this.closed.emit(this.element().nativeElement.returnValue);
  }
}
