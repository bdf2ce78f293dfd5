import { Component, computed, input } from '@angular/core';
import type { MeasuredDto } from '../../../api/types.gen';
import { basisWords, intervalWords, shareWords, VERDICT_WORDS, whoseWords } from './report-words';
import { ShareBar } from './share-bar';

/** One scale: what became of the people measured by it, in words, as points with their intervals, and as a table. */
@Component({
  selector: 'kept-measured',
  imports: [ShareBar],
  templateUrl: './measured.html',
})
export class Measured {
  readonly scale = input.required<MeasuredDto>();
  readonly fewest = input.required<number>();
  protected readonly lines = computed(() => {
    const { all, therapists } = this.scale();
    const own = therapists.map((line) => ({ line, whose: whoseWords(line) }));
    return all ? [{ line: all, whose: $localize`Whole practice` }, ...own] : own;
  });
  /** The verdicts of the whole, or of the one whose people these are. */
  protected readonly verdicts = computed(() => {
    const { all, therapists } = this.scale();
    const line = all ?? (therapists.length === 1 ? therapists[0] : undefined);
    return line?.verdicts.some(({ people }) => people !== null) ? line.verdicts : [];
  });
  protected readonly finding = computed(() => {
    const { all, therapists } = this.scale();
    const line = all ?? (therapists.length === 1 ? therapists[0]! : null);
    if (!line?.better) return '';
    const { count, of, low, high } = line.better;
    return $localize`${count}:count: of ${of}:of: people got better. In 95 of 100 such samples the share lies from ${low}:low: to ${high}:high: %.`;
  });
  protected readonly isJudged = computed(() => this.scale().rules.length > 0);
  protected readonly basis = computed(() => basisWords(this.scale()));
  protected readonly tableName = computed(() => $localize`${this.scale().title}:scale:, table`);
  protected readonly share = shareWords;
  protected readonly interval = intervalWords;
  protected readonly words = VERDICT_WORDS;
}
