import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { steppedOption } from '../listbox/option-steps';
import { MarkedText, type Piece } from '../marked-text/marked-text';
import { uniqueId } from '../unique-id';

export interface PaletteOption {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  /** A stretch of text below the label, with what was typed marked in it. */
  readonly pieces?: readonly Piece[];
  /** Key that does the same without the palette. */
  readonly shortcut?: string;
}

export interface PaletteGroup {
  readonly label: string;
  readonly options: readonly PaletteOption[];
}

/** Finds or does anything by typing: an input over a list in a native dialog. What is listed is the caller's work. */
@Component({
  selector: 'kept-palette',
  imports: [MarkedText],
  templateUrl: './palette.html',
})
export class Palette {
  /** Best first; the first option is marked. Empty groups are left out. */
  readonly groups = input.required<readonly PaletteGroup[]>();
  readonly query = model('');
  readonly label = input($localize`Find a person or do something`);
  /** Key of the chosen option. The palette is closed by then. */
  readonly chosen = output<string>();

  protected readonly listId = uniqueId('palette');
  protected readonly marked = signal(0);
  protected readonly filled = computed(() => this.groups().filter((group) => group.options.length > 0));
  protected readonly options = computed(() => this.filled().flatMap((group) => group.options));
  protected readonly active = computed(() => this.options()[this.marked()]);
  protected readonly activeId = computed(() => {
    const option = this.active();
    return option ? this.optionId(option) : null;
  });
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      this.options();
      this.marked.set(0);
    });
    // The focus stays in the field, so nothing else brings what is marked into view.
    afterRenderEffect(() => {
      const id = this.activeId();
      if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Opens it empty. */
  open(): void {
    const dialog = this.dialog().nativeElement;
    if (dialog.open) return;
    this.query.set('');
    dialog.showModal();
  }

  protected optionId(option: PaletteOption): string {
    return `${this.listId}-${this.options().indexOf(option)}`;
  }

  protected steer(event: KeyboardEvent): void {
    const to = steppedOption(event.key, this.marked(), this.options().length);
    if (to !== null) {
      event.preventDefault();
      this.marked.set(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = this.active();
      if (option) this.choose(option);
    }
  }

  protected choose(option: PaletteOption): void {
    this.dialog().nativeElement.close();
    this.chosen.emit(option.key);
  }
}
