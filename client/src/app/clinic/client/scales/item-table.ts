import { Component, computed, input } from '@angular/core';
import type { ItemAnswersDto } from '../../../../api/types.gen';
import { query, read } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { dated } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';

/** What was answered to each item, day by day, for the care team: a total hides which answer moved. */
@Component({
  selector: 'kept-item-table',
  imports: [ProblemNotice, Skeleton],
  templateUrl: './item-table.html',
})
export class ItemTable {
  readonly clientId = input.required<string>();
  readonly instrumentId = input.required<string>();
  readonly title = input.required<string>();
  readonly from = input<string>();

  protected readonly items = read<ItemAnswersDto>(
    () => `/clients/${this.clientId()}/item-answers${query({ instrumentId: this.instrumentId(), from: this.from() })}`,
  );
  /** As a chart goes, from left to right. */
  protected readonly days = computed(() => this.items.value()?.answers.toReversed() ?? []);
  protected readonly label = computed(() => $localize`Items of ${this.title()}:title:`);
  protected readonly dated = dated;
}
