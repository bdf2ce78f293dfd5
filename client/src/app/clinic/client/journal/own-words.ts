import { Component, computed, input } from '@angular/core';
import type { CrossroadsDto, EntryDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { dated, shortDay } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';

const MOST = 100;

const WAYS: Record<NonNullable<CrossroadsDto['path']>, string> = {
  as_is: $localize`As things are, for now`,
  separate: $localize`Separate ways`,
  repair: $localize`Repair for a set time`,
};

/**
 * What a person writes of her own accord and does not keep to herself. Where she leans is a list of her own words: no line,
 * no colour and no sum, for no end of it is the better one.
 */
@Component({
  selector: 'kept-own-words',
  imports: [ProblemNotice, Skeleton],
  templateUrl: './own-words.html',
  host: { class: 'stack' },
})
export class OwnWords {
  readonly clientId = input.required<string>();
  protected readonly journal = read<{ items: EntryDto[] }>(() => `/clients/${this.clientId()}/journal?limit=${MOST}`);
  private readonly entries = computed(() => this.journal.value()?.items ?? []);
  protected readonly leanings = this.of('leaning');
  protected readonly gutChecks = this.of('gut_check');
  protected readonly wins = this.of('win');
  protected readonly weighed = computed(() => this.of('crossroads')()[0] ?? null);
  protected readonly ways = WAYS;
  protected readonly dated = dated;
  protected readonly shortDay = shortDay;

  protected leaning(lean: number | null): string {
    if (lean === null) return $localize`Does not know`;
    return $localize`${lean}:lean: between 0 (out) and 10 (in)`;
  }

  private of(kind: EntryDto['kind']): () => EntryDto[] {
    return computed(() => this.entries().filter((one) => one.kind === kind));
  }
}
