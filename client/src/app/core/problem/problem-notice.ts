import { Component, computed, input, output } from '@angular/core';
import type { Problem } from '../problems';
import { NoAccess } from './no-access';

/**
 * What a page shows in place of what it could not load: `<kept-problem [problem]="client.problem()" (retry)="client.reload()" />`.
 * Not there and not yours to know of look the same.
 */
@Component({
  selector: 'kept-problem',
  imports: [NoAccess],
  templateUrl: './problem-notice.html',
})
export class ProblemNotice {
  readonly problem = input.required<Problem | null>();
  readonly retry = output();
  protected readonly missing = computed(() => ['missing', 'forbidden'].includes(this.problem()?.kind ?? ''));
}
