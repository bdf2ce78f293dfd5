import { afterRenderEffect, Component, ElementRef, inject, viewChild } from '@angular/core';
import { Key } from '../key/key';
import { Toasts, type Toast } from './toasts';

/** Where messages appear. Stands once, at the end of the app. */
@Component({
  selector: 'kept-toasts',
  imports: [Key],
  templateUrl: './toast-shelf.html',
})
export class ToastShelf {
  protected readonly toasts = inject(Toasts);
  private readonly shelf = viewChild.required<ElementRef<HTMLElement>>('shelf');

  constructor() {
    afterRenderEffect(() => {
      const any = this.toasts.list().length > 0;
      const shelf = this.shelf().nativeElement;
      // Shown anew for every message, so that it lies above a dialog opened since.
      if (shelf.matches(':popover-open')) shelf.hidePopover();
      if (any) shelf.showPopover();
    });
  }

  protected act(toast: Toast): void {
    this.toasts.close(toast.id);
    toast.action?.run();
  }
}
