import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssignmentDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Runner } from '../runner/runner';
import { statePages } from '../state-pages';

/**
 * What is open for this person, and the runner. Which sheet and which page is kept in the history's state, never in the
 * address: `router.navigateByUrl('/me/homework', { state: { homework: id } })` opens one.
 */
@Component({
  selector: 'kept-homework',
  imports: [ProblemNotice, RouterLink, Runner, Skeleton],
  templateUrl: './homework.html',
})
export class Homework {
  private readonly pages = statePages<string | null>('homework', null);
  protected readonly chosen = this.pages.place;
  protected readonly open = read<{ items: AssignmentDto[] }>(() =>
    this.chosen() === null ? '/assignments?status=open&limit=100' : undefined,
  );

  protected start(id: string): void {
    this.pages.goTo(id);
  }

  protected backToList(): void {
    this.pages.goTo(null);
  }
}
