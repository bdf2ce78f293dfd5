import { booleanAttribute, Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { uniqueId } from '../unique-id';

/** A line of a menu. A line that cannot be chosen now says why in its note. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly disabled?: boolean;
}

const GAP = 4;

/** A button with a list of acts. Arrows, Home, End and first letters move; Enter acts; Escape gives the focus back. */
@Component({
  selector: 'kept-menu',
  templateUrl: './menu.html',
})
export class Menu {
  readonly label = input.required<string>();
  readonly items = input.required<readonly MenuItem[]>();
  /** Classes of the button. */
  readonly look = input('button');
  /** More words for assistive technology, such as whose menu this is. */
  readonly describes = input('');
  /** Shows three dots instead of the label, which is then only read aloud. */
  readonly dots = input(false, { transform: booleanAttribute });
  /** Key of the chosen line. */
  readonly chosen = output<string>();

  protected readonly panelId = uniqueId('menu');
  protected readonly name = computed(() => [this.label(), this.describes()].filter(Boolean).join(', '));
  protected readonly open = signal(false);
  protected readonly top = signal(0);
  protected readonly left = signal(0);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected toggle(): void {
    const panel = this.panel().nativeElement;
    if (this.open()) panel.hidePopover();
    else this.show();
  }

  protected openByKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.show(event.key === 'ArrowUp' ? -1 : 0);
  }

  protected settle(event: ToggleEvent): void {
    this.open.set(event.newState === 'open');
  }

  protected choose(item: MenuItem): void {
    if (item.disabled) return;
    this.close();
    this.chosen.emit(item.key);
  }

  protected steer(event: KeyboardEvent): void {
    const lines = this.lines();
    const at = lines.findIndex((line) => line === line.ownerDocument.activeElement);
    const to = this.target(event.key, at, lines);
    if (to !== null) {
      event.preventDefault();
      lines.at(to)?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      this.close();
    }
  }

  private target(key: string, at: number, lines: readonly HTMLElement[]): number | null {
    if (key === 'ArrowDown') return (at + 1) % lines.length;
    if (key === 'ArrowUp') return at <= 0 ? -1 : at - 1;
    if (key === 'Home') return 0;
    if (key === 'End') return -1;
    if (key.length !== 1 || key === ' ') return null;
    const letter = key.toLowerCase();
    const order = [...lines.keys()].map((step) => (at + 1 + step) % lines.length);
    return order.find((index) => lines[index]?.textContent.trim().toLowerCase().startsWith(letter)) ?? null;
  }

  private show(focus: 0 | -1 = 0): void {
    const panel = this.panel().nativeElement;
    panel.showPopover();
    const button = this.opener().nativeElement.getBoundingClientRect();
    const box = panel.getBoundingClientRect();
    const below = button.bottom + GAP;
    this.top.set(below + box.height > innerHeight ? Math.max(GAP, button.top - box.height - GAP) : below);
    this.left.set(Math.max(GAP, Math.min(button.left, innerWidth - box.width - GAP)));
    this.lines().at(focus)?.focus();
  }

  private close(): void {
    this.panel().nativeElement.hidePopover();
    this.opener().nativeElement.focus();
  }

  private lines(): HTMLElement[] {
    return [...this.panel().nativeElement.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }
}
