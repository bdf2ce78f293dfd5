import { Component, ElementRef, input, signal, viewChild } from '@angular/core';
import { uniqueId } from '../unique-id';

/** Space between the button and its panel, and between the panel and the edge of the window, in pixels. */
const GAP = 4;

/** A button with a small panel that closes on Escape or a click elsewhere. The panel's content is projected. */
@Component({
  selector: 'kept-popover',
  template: `
    <button
      #opener
      type="button"
      [class]="look()"
      [attr.popovertarget]="panelId"
      [attr.aria-expanded]="open()"
      [attr.aria-controls]="panelId"
    >
      {{ label() }}
    </button>
    <div
      #panel
      popover
      class="popover"
      role="group"
      [id]="panelId"
      [attr.aria-label]="label()"
      [style.top.px]="top()"
      [style.left.px]="left()"
      (beforetoggle)="place($event)"
      (toggle)="settle($event)"
    >
      <ng-content />
    </div>
  `,
})
export class Popover {
  readonly label = input.required<string>();
  /** Classes of the button. */
  readonly look = input('button');
  protected readonly panelId = uniqueId('popover');
  protected readonly open = signal(false);
  protected readonly top = signal(0);
  protected readonly left = signal(0);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  /** Closes the panel; the browser gives the focus back to the button. */
  close(): void {
    this.panel().nativeElement.hidePopover();
  }

  protected place(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    const box = this.opener().nativeElement.getBoundingClientRect();
    this.top.set(box.bottom + GAP);
    this.left.set(box.left);
  }

  protected settle(event: ToggleEvent): void {
    this.open.set(event.newState === 'open');
    if (!this.open()) return;
    const panel = this.panel().nativeElement;
    const button = this.opener().nativeElement.getBoundingClientRect();
    const box = panel.getBoundingClientRect();
    this.left.set(Math.max(GAP, Math.min(button.left, innerWidth - box.width - GAP)));
    if (box.bottom > innerHeight && button.top - box.height - GAP > 0) this.top.set(button.top - box.height - GAP);
  }
}
