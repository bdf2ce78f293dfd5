import { Component, computed, input, signal } from '@angular/core';
import type { SharedDto } from '../../../api/types.gen';
import { Pager } from '../../kit/pager/pager';
import { SharedAnswers } from '../../kit/shared-answers/shared-answers';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { query, read } from '../api';
import { ProblemNotice } from '../problem/problem-notice';

const PAGE = 10;

/**
 * What one partner let the other read, newest first. It is held by this page alone and goes with it: nothing of it is
 * kept on the device. Where nothing is shared it says just that, since a reason would be a hint.
 */
@Component({
  selector: 'kept-shared-list',
  imports: [Pager, ProblemNotice, SharedAnswers, Skeleton],
  templateUrl: './shared-list.html',
})
export class SharedList {
  /** Null: in care alone. Then nothing is asked, and nothing is shared. */
  readonly coupleId = input.required<string | null>();
  /** Through whose eyes: for a client the word `partner`, for staff one of the two; null = one's own. */
  readonly reader = input<string | null>(null);

  /** Where each page so far began; the last is the one on show. */
  private readonly starts = signal<(string | null)[]>([null]);
  protected readonly page = read<{ items: SharedDto[]; next: string | null }>(() => {
    const asked = query({ reader: this.reader(), limit: PAGE, cursor: this.starts().at(-1) });
    return this.coupleId() === null ? undefined : `/couples/${this.coupleId()}/shared${asked}`;
  });
  protected readonly items = computed(() => (this.coupleId() === null ? [] : this.page.value()?.items));
  protected readonly hasNewer = computed(() => this.starts().length > 1);
  protected readonly hasOlder = computed(() => Boolean(this.page.value()?.next));

  protected goOlder(): void {
    this.starts.update((starts) => [...starts, this.page.value()?.next ?? null]);
    scrollTo({ top: 0 });
  }

  protected goNewer(): void {
    this.starts.update((starts) => starts.slice(0, -1));
    scrollTo({ top: 0 });
  }
}
