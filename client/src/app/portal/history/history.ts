import { Location } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssignmentDetailDto, AssignmentDto, SubmissionDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Arrival } from '../../core/arrival';
import { readPages } from '../../core/pages/pages';
import { ShowMore } from '../../core/pages/show-more';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { AnswerView } from '../../kit/answer-form/answer-view';
import { clock } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Sharing } from '../sharing/sharing';
import { byMonth } from './history.rules';

/** What this person has sent, when it was opened, and each of it to read again. Nothing hidden is hinted at. */
@Component({
  selector: 'kept-history',
  imports: [AnswerView, ProblemNotice, RouterLink, Sharing, ShowMore, Skeleton],
  templateUrl: './history.html',
})
export class History {
  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  protected readonly all = readPages<AssignmentDto>(() => '/assignments?status=begun');
  protected readonly months = computed(() => {
    const items = this.all.items();
    return items && byMonth(items);
  });
  /** The sheet to read again; one that another page named, to begin with. */
  protected readonly reading = signal((inject(Location).getState() as { homework?: string } | null)?.homework ?? null);
  protected readonly sheet = read<AssignmentDetailDto>(() => this.pathOf(''));
  protected readonly sent = read<{ items: SubmissionDto[] }>(() => this.pathOf('/submissions'));
  protected readonly fields = computed(
    () => this.sheet.value()?.worksheet.sections.flatMap((section) => section.fields) ?? [],
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  private pathOf(end: string): string | undefined {
    const id = this.reading();
    return id === null ? undefined : `/assignments/${id}${end}`;
  }

  protected readAgain(id: string | null): void {
    this.reading.set(id);
    this.arrival.land();
  }

  protected async takeBack(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`/assignments/${id}/recall`);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
      this.all.reload();
    }
  }

  protected commentOn(submission: SubmissionDto, key: string): string | null {
    const words: unknown = submission.review?.fieldComments[key];
    return typeof words === 'string' ? words : null;
  }

  /** "Monday 12 October at 23:52", on the reader's own clock. */
  protected when(instant: string): string {
    const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
    return $localize`${day.format(new Date(instant)).replace(',', '')}:day: at ${clock(instant)}:time:`;
  }
}
