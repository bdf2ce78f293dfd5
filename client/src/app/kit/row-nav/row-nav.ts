import {
  booleanAttribute,
  computed,
  contentChildren,
  Directive,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { SINGLE_KEYS } from '../key/key';

/** The addresses that letters lead to from a row. */
export type RowActs = Readonly<Record<string, string>>;

/**
 * The one thing in a row that takes the focus: its main link or button. `keptRow` names the row for `previewed`. What a
 * letter does in the row is said once: by the mark of a control in it, or here for what has none. Whoever listens finds it.
 */
@Directive({
  selector: '[keptRow]',
  host: {
    'data-row': '',
    '[attr.data-acts]': 'acts()',
    '[attr.tabindex]': 'nav.current(this) ? 0 : -1',
    '(focus)': 'nav.land(this)',
  },
})
export class Row {
  readonly keptRow = input.required<string>();
  readonly rowActs = input<RowActs>({});
  protected readonly acts = computed(() =>
    Object.keys(this.rowActs()).length > 0 ? JSON.stringify(this.rowActs()) : null,
  );
  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly nav = inject(RowNav);
}

/**
 * Walks a list or a table's rows by keys: j and k or the arrows, Home, End; one tab stop for all rows. Enter is the
 * native act of the focused link or button; Space asks for a preview where there is one.
 */
@Directive({
  selector: '[keptRowNav]',
  host: { '(keydown)': 'steer($event)', '[attr.data-previews]': "previews() ? '' : null" },
})
export class RowNav {
  private readonly single = inject(SINGLE_KEYS);
  /** Space asks for a preview of the row; without one it is left to the row's own link or button. */
  readonly previews = input(false, { transform: booleanAttribute });
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
    if (event.key === ' ' && this.previews()) {
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
    const letters = this.single();
    if (letters && key === 'j') return at + 1 < count ? at + 1 : null;
    if (letters && key === 'k') return at > 0 ? at - 1 : null;
    if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
    if (key === 'ArrowUp') return Math.max(at - 1, 0);
    if (key === 'Home') return 0;
    return key === 'End' ? count - 1 : null;
  }
}
