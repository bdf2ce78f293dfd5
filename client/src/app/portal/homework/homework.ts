import { Location } from '@angular/common';
import { Component, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssignmentDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Runner } from '../runner/runner';

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
  private readonly location = inject(Location);
  protected readonly chosen = signal(chosenIn(this.location.getState()));
  protected readonly open = read<{ items: AssignmentDto[] }>(() =>
    this.chosen() === null ? '/assignments?status=open&limit=100' : undefined,
  );

  constructor() {
    const stop = this.location.subscribe(({ state }) => this.chosen.set(chosenIn(state)));
    inject(DestroyRef).onDestroy(() => stop.unsubscribe());
  }

  protected start(id: string): void {
    this.location.go(this.location.path(), '', { homework: id });
    this.chosen.set(id);
  }

  protected backToList(): void {
    this.location.go(this.location.path(), '', {});
    this.chosen.set(null);
  }
}

const chosenIn = (state: unknown): string | null => (state as { homework?: string } | null)?.homework ?? null;
