import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { BoundaryDetailDto, BoundaryDto, WordingDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { longDay } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { Refusal } from '../refusal';
import { asksWhy, moveWords, standing } from './boundary.words';

type State = BoundaryDto['state'];
const TALKED_ABOUT: readonly State[] = ['proposed', 'discussing', 'changed', 'under_review'];
const REWORDED: readonly State[] = ['proposed', 'discussing', 'changed'];

/** One that was put forward: its words beside those before, what was said about it, and one's own next step. */
@Component({
  selector: 'kept-boundary-read',
  imports: [ProblemNotice, Refusal, Skeleton, TextArea, Visibility],
  templateUrl: './boundary-read.html',
})
export class BoundaryRead {
  readonly boundaryId = input.required<string>();
  readonly left = output();
  private readonly api = inject(Api);
  protected readonly boundary = read<BoundaryDetailDto>(() => `/boundaries/${this.boundaryId()}`);

  /** The step that is being thought over. */
  protected readonly chosen = signal<State | null>(null);
  protected readonly reason = signal('');
  protected readonly rewording = signal(false);
  protected readonly newWords = signal('');
  protected readonly comment = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly done = signal('');

  /** Until its own words are there. */
  protected readonly title = $localize`Boundary`;
  protected readonly standing = standing;
  protected readonly longDay = longDay;
  protected readonly asksWhy = asksWhy;
  protected readonly seenReason = $localize`you and your care team. Your partner sees the step, not why.`;
  protected readonly seenWhy = $localize`you and your care team. Never your partner.`;
  protected readonly steps = computed(() => {
    const it = this.boundary.value();
    return (it?.moves ?? []).flatMap((to) => {
      const words = it ? moveWords(to, it) : null;
      return words === null ? [] : [{ to, words }];
    });
  });
  protected readonly chosenWords = computed(() => this.steps().find(({ to }) => to === this.chosen())?.words ?? '');
  /** The words before, and those of now. */
  protected readonly pair = computed<[WordingDto, WordingDto] | null>(() => {
    const [before, now] = (this.boundary.value()?.wordings ?? []).slice(-2);
    return before && now ? [before, now] : null;
  });
  protected readonly canReword = computed(() => {
    const it = this.boundary.value();
    return it !== undefined && REWORDED.includes(it.state) && (it.mine || it.negotiable);
  });
  protected readonly canTalk = computed(() => TALKED_ABOUT.includes(this.boundary.value()?.state ?? 'draft'));

  protected choose(to: State): void {
    this.chosen.set(to);
    this.reason.set('');
    this.problem.set(null);
  }

  protected startRewording(): void {
    this.newWords.set(this.boundary.value()?.limit ?? '');
    this.rewording.set(true);
  }

  protected async takeStep(): Promise<void> {
    const to = this.chosen();
    const it = this.boundary.value();
    if (to === null || !it) return;
    const body = { to, reason: this.reason().trim() || null, textId: it.textId };
    await this.attempt(async () => {
      this.boundary.set(await this.api.post<BoundaryDetailDto>(`/boundaries/${it.id}/transitions`, body));
      this.chosen.set(null);
      this.done.set($localize`Done.`);
    });
  }

  protected async offerWords(): Promise<void> {
    const it = this.boundary.value();
    const limit = this.newWords().trim();
    if (!it || limit === '' || limit === it.limit) return;
    await this.attempt(async () => {
      const body = { limit, textId: it.textId };
      this.boundary.set(await this.api.post<BoundaryDetailDto>(`/boundaries/${it.id}/wordings`, body));
      this.rewording.set(false);
      this.done.set($localize`Your words stand beside the others now. Both of you are asked anew.`);
    });
  }

  protected async say(): Promise<void> {
    const text = this.comment().trim();
    if (text === '') return;
    await this.attempt(async () => {
      await this.api.post(`/boundaries/${this.boundaryId()}/comments`, { text });
      this.comment.set('');
      this.boundary.reload();
      this.done.set($localize`Said. Your partner can read it.`);
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    this.refusal.set(null);
    this.done.set('');
    try {
      await act();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'unsafe_text') this.refusal.set(problem.detail);
      else this.problem.set(problem);
      if (problem.code === 'other_wording') this.boundary.reload();
    } finally {
      this.sending.set(false);
    }
  }
}
