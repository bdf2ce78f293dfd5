import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { BoundaryDetailDto, BoundaryDto, CommitmentsDto, PartnerDto, PromiseDto } from '../../../api/types.gen';
import { Api, read, type Read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { clock, dated, shortWeekday } from '../../kit/clock';
import { ScaleChart } from '../../kit/scale-chart/scale-chart';
import { LetGo } from '../let-go/let-go';
import {
  boundaryFinding,
  boundaryLines,
  disputeWords,
  isInForce,
  isOver,
  promiseFinding,
  promiseLines,
  standingWords,
  twoOf,
} from './commitment-words';

/** What the two agreed and promised, and what each says became of it. Turned round, it shows what both may read. */
@Component({
  selector: 'kept-couple-commitments',
  imports: [LetGo, ProblemNotice, ScaleChart],
  templateUrl: './couple-commitments.html',
})
export class CoupleCommitments {
  readonly coupleId = input.required<string>();
  /** The first is A, the second B. */
  readonly partners = input.required<readonly PartnerDto[]>();
  readonly boundaries = input.required<Read<{ items: BoundaryDto[] }>>();
  readonly promises = input.required<Read<{ items: PromiseDto[] }>>();
  readonly sessionView = input(false);
  /** Their work has ended: it is read, and nothing is done any more. */
  readonly closed = input(false);
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly letGo = viewChild.required(LetGo);

  protected readonly told = read<CommitmentsDto>(() => `/couples/${this.coupleId()}/commitments?weeks=12`);
  protected readonly mayOpen = computed(
    () => this.login.can('boundaries:open') && !this.sessionView() && !this.closed(),
  );
  protected readonly two = computed(() => twoOf(this.partners()));
  protected readonly shown = computed(() =>
    (this.boundaries().value()?.items ?? [])
      .filter((it) => !isOver(it) && (!this.sessionView() || !it.held))
      .map((it) => ({ ...it, words: standingWords(it), inForce: isInForce(it), told: this.toldOf(it) })),
  );
  protected readonly coming = computed(() =>
    (this.promises().value()?.items ?? [])
      .filter(({ isPast, held }) => !isPast && (!this.sessionView() || !held))
      .toReversed(),
  );
  protected readonly promiseCharts = computed(() =>
    (this.told.value()?.promises ?? []).map((report) => ({
      id: report.clientId,
      name: this.two().nameOf(report.clientId),
      lines: promiseLines(report, this.partners()),
      finding: promiseFinding(report, this.two()),
    })),
  );

  protected readonly opening = signal<{ path: string; words: string; talk: boolean } | null>(null);
  private readonly opened = read<BoundaryDetailDto>(() => (this.opening()?.talk ? this.opening()?.path : undefined));
  /** What was said about it and waits, to be read before it goes. */
  protected readonly waiting = computed(() => {
    const it = this.opened.value();
    const wordings = (it?.wordings ?? []).map(({ id, from, limit, held }) => ({ id, from, text: limit, held }));
    return [...wordings, ...(it?.comments ?? [])].filter(({ held }) => held);
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly dated = dated;
  protected readonly clock = clock;
  protected readonly shortWeekday = shortWeekday;

  private toldOf({ id }: BoundaryDto) {
    const told = this.told.value()?.boundaries.find((each) => each.id === id);
    if (!told) return null;
    return {
      lines: boundaryLines(told, this.two()),
      finding: boundaryFinding(told, this.two()),
      disputes: told.disputed.map((each) => disputeWords(each, this.two())),
    };
  }

  protected askToOpen(path: string, words: string, talk = false): void {
    this.opening.set({ path, words, talk });
    this.letGo().ask(path);
  }

  protected async askBoth(it: BoundaryDto): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`/boundaries/${it.id}/transitions`, { to: 'under_review' });
      this.readAgain();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  protected readAgain(): void {
    this.told.reload();
    this.promises().reload();
    this.boundaries().reload();
  }
}
