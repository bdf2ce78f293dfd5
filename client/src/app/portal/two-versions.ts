import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  input,
  output,
  type OutputEmitterRef,
  viewChild,
} from '@angular/core';
import { focusOn } from '../core/arrival';
import type { Conflict } from '../core/draft';
import { longDay } from '../kit/clock';
import type { Choice } from '../kit/choice';

/** One line of a form as it would be read out: its label, and what stands there (empty: nothing). */
export type FormLine = readonly [label: string, words: string];

/** What was chosen, in its own words. */
export const chosenWords = (choices: readonly Choice[], key: string | null): string =>
  choices.find((choice) => choice.key === key)?.label ?? '';

/** A day that may not have been chosen yet. */
export const dayOrNone = (day: string | null): string => (day === null ? '' : longDay(day));

/** One draft in two versions, from two places: every line in which they differ, and a choice. Neither is lost unseen. */
@Component({
  selector: 'kept-two-versions',
  templateUrl: './two-versions.html',
})
export class TwoVersions<T> {
  readonly both = input.required<Conflict<T>>();
  /** The same lines in the same order for either version. */
  readonly linesOf = input.required<(text: T) => readonly FormLine[]>();
  readonly mineKept = output();
  readonly theirsTaken = output();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly versions = computed(() => {
    const { mine, theirs } = this.both();
    const [here, elsewhere] = [this.linesOf()(mine), this.linesOf()(theirs)];
    const differ = here.map(([, words], at) => words !== elsewhere[at]?.[1]);
    const only = (lines: readonly FormLine[]): FormLine[] => lines.filter((_line, at) => differ[at]);
    return [
      { heading: $localize`Here`, act: $localize`Go on with this one`, lines: only(here), chosen: this.mineKept },
      {
        heading: $localize`Elsewhere`,
        act: $localize`Go on with that one`,
        lines: only(elsewhere),
        chosen: this.theirsTaken,
      },
    ];
  });

  constructor() {
    // It takes the place of the form somebody was writing in, and of the focus there.
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  /** The form comes back in its place, and who goes on begins at the page's heading. */
  protected choose(chosen: OutputEmitterRef<void>): void {
    const title = document.querySelector<HTMLElement>('main h1');
    if (title) focusOn(title);
    chosen.emit();
  }
}
