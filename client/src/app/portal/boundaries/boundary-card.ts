import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { BoundaryDto, BoundaryEventDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Visibility } from '../../kit/visibility/visibility';
import { isInForce, markWord, MARKS, standing } from './boundary.words';

/** One boundary: its words, how it stands, and what this week was like. No rate, no count, no streak. */
@Component({
  selector: 'kept-boundary-card',
  imports: [ProblemNotice, RadioGroup, Visibility],
  templateUrl: './boundary-card.html',
})
export class BoundaryCard {
  readonly boundary = input.required<BoundaryDto>();
  readonly opened = output();
  private readonly api = inject(Api);

  protected readonly marks = MARKS;
  /** A draft may have no limit yet. */
  protected readonly heading = computed(() => this.boundary().limit || $localize`A draft without a limit yet`);
  protected readonly words = computed(() => standing(this.boundary()));
  protected readonly asks = computed(() => isInForce(this.boundary()));
  protected readonly answer = linkedSignal<BoundaryEventDto | null>(() => this.boundary().thisWeek);
  protected readonly answered = computed(() => markWord(this.answer()?.kind ?? ''));
  protected readonly changing = signal(false);
  protected readonly chosen = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly seenBy = $localize`you and your care team. Your partner is asked too, and neither sees what the other says.`;

  protected change(): void {
    this.chosen.set(this.answer()?.kind ?? null);
    this.changing.set(true);
  }

  protected async sayOfThisWeek(): Promise<void> {
    const kind = this.chosen();
    if (kind === null || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      // A second word in a week takes the place of the first.
      const occurredOn = this.answer()?.occurredOn ?? null;
      const path = `/boundaries/${this.boundary().id}/events`;
      this.answer.set(await this.api.post<BoundaryEventDto>(path, { kind, occurredOn }));
      this.changing.set(false);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
