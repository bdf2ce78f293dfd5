import { contentChildren, Directive, ElementRef, inject, input, output, signal } from '@angular/core';
import { SINGLE_KEYS } from '../key/key';

/** The one thing in a row that takes the focus: its main link or button. `keptRow` names the row for `previewed`. */
@Directive({
  selector: '[keptRow]',
  host: { 'data-row': '', '[attr.tabindex]': 'nav.current(this) ? 0 : -1', '(focus)': 'nav.land(this)' },
})
export class Row {
  readonly keptRow = input.required<string>();
  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly nav = inject(RowNav);
}

/**
 * Walks a list or a table's rows by keys: j and k or the arrows, Home, End; one tab stop for all rows. Enter is the
 * native act of the focused link or button; Space asks for a preview.
 */
@Directive({
  selector: '[keptRowNav]',
  host: { '(keydown)': 'steer($event)' },
})
export class RowNav {
  /** False leaves j and k alone, as where single keys are switched off. */
  readonly letters = input<boolean>();
  private readonly single = inject(SINGLE_KEYS);
  /** Name of the row whose preview is asked for. */
  readonly previewed = output<string>();
  /** Name of the row that has the focus now. */
  readonly landed = output<string>();
  private readonly rows = contentChildren(Row, { descendants: true });
  private readonly focused = signal<Row | null>(null);

  current(row: Row): boolean {
    const focused = this.focused();
    const rows = this.rows();
    return focused && rows.includes(focused) ? focused === row : rows[0] === row;
  }

  land(row: Row): void {
    this.focused.set(row);
    this.landed.emit(row.keptRow());
  }

  protected steer(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.rows();
    const at = rows.findIndex((row) => row.element === event.target);
    const row = rows[at];
    if (!row) return;
    if (event.key === ' ') {
      event.preventDefault();
      this.previewed.emit(row.keptRow());
      return;
    }
    const to = this.target(event.key, at, rows.length);
    if (to === null) return;
    event.preventDefault();
    rows[to]?.element.focus();
  }

  /** A letter at the end of the list is left to whoever knows what comes after it. */
  private target(key: string, at: number, count: number): number | null {
    const letters = this.letters() ?? this.single();
    if (letters && key === 'j') return at + 1 < count ? at + 1 : null;
    if (letters && key === 'k') return at > 0 ? at - 1 : null;
    if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
    if (key === 'ArrowUp') return Math.max(at - 1, 0);
    if (key === 'Home') return 0;
    return key === 'End' ? count - 1 : null;
  }
}
