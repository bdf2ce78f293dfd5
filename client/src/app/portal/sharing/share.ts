import { Location } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDetailDto, NewReleasesDto, ReleaseDto, SharingDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Arrival } from '../../core/arrival';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { SharedAnswers } from '../../kit/shared-answers/shared-answers';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { labelOf, questionsOf, quoted } from './sharing.rules';

/** Which answers of which sheet; kept in the history's state, never in the address. */
interface ToShare {
  readonly id: string;
  readonly keys: readonly string[];
}

/** The stop before anything comes before a partner's eyes: the very words, and a yes or a not now. */
@Component({
  selector: 'kept-share',
  imports: [ProblemNotice, RouterLink, SharedAnswers, Skeleton],
  templateUrl: './share.html',
})
export class Share {
  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  private readonly router = inject(Router);
  protected readonly share = (inject(Location).getState() as { share?: ToShare } | null)?.share ?? null;
  protected readonly sharing = read<SharingDto>(() =>
    this.share ? `/assignments/${this.share.id}/sharing` : undefined,
  );
  protected readonly sheet = read<AssignmentDetailDto>(() =>
    this.share ? `/assignments/${this.share.id}` : undefined,
  );
  protected readonly therapist = computed(() => this.sheet.value()?.assignedByName ?? '');
  /** Only what can be shared by now, whatever was ticked before. */
  private readonly ready = computed(() =>
    (this.sharing.value()?.fields ?? []).filter(({ key, ready }) => ready && this.share?.keys.includes(key)),
  );
  protected readonly fields = computed(() => {
    const asked = this.sharing.value()?.asked;
    const keys = this.ready().map(({ key }) => key);
    return asked && this.sheet.value() && questionsOf(asked, keys);
  });
  protected readonly waiting = computed(() => {
    const keys = this.ready().flatMap(({ key, moment }) => (moment === 'both_done' ? [key] : []));
    return quoted(keys.map((key) => labelOf(this.sharing.value()?.asked ?? [], key)));
  });
  protected readonly made = signal<readonly ReleaseDto[] | null>(null);
  protected readonly isWaiting = computed(() => (this.made() ?? []).every(({ state }) => state === 'waiting'));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    if (!this.share) void this.router.navigateByUrl('/me/history', { replaceUrl: true });
  }

  protected reload(): void {
    this.problem.set(null);
    this.sharing.reload();
    this.sheet.reload();
  }

  protected async shareWords(): Promise<void> {
    if (this.busy() || !this.share) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const fieldKeys = this.ready().map(({ key }) => key);
      const { items } = await this.api.post<NewReleasesDto>(`/assignments/${this.share.id}/releases`, { fieldKeys });
      this.made.set(items);
      scrollTo({ top: 0 });
      this.arrival.land();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
