import { Component, computed, inject, input, linkedSignal, type OnInit, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDetailDto, SubmissionDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Arrival } from '../../core/arrival';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { ContentNote } from '../../kit/content-note/content-note';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { ShareHints, type SharedHint } from '../coach/share-hints';
import { Sharing } from '../sharing/sharing';
import { AskedPage } from './asked-page';
import { BothDrafts } from './both-drafts';
import { CameBack } from './came-back';
import { CheckAndSend } from './check-and-send';
import { OpenSheet } from './open-sheet';
import type { Step } from './runner.rules';
import { Sent } from './sent';
import { Steps } from './steps';

/**
 * One worksheet, one question a page, from the first look to the sending and taking back. Nothing is required and
 * nothing moves on by itself.
 */
@Component({
  selector: 'kept-runner',
  imports: [
    AskedPage,
    BothDrafts,
    CameBack,
    CheckAndSend,
    ContentNote,
    ProblemNotice,
    RouterLink,
    Sent,
    ShareHints,
    Sharing,
    Skeleton,
    StatusLine,
  ],
  templateUrl: './runner.html',
})
export class Runner implements OnInit {
  /** Id of the assignment. */
  readonly id = input.required<string>();
  /** Back before the first page. */
  readonly left = output();

  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  private readonly router = inject(Router);

  protected readonly startLabel = $localize`Start`;
  protected readonly goOnLabel = $localize`Go on`;

  protected readonly assignment = signal<AssignmentDetailDto | null>(null);
  private readonly earlier = signal<readonly SubmissionDto[]>([]);
  protected readonly sheet = new OpenSheet(this.assignment);
  protected readonly steps = new Steps(this.id, this.sheet);
  protected readonly sending = signal(false);
  protected readonly sharedHints = signal<readonly SharedHint[] | null>(null);
  /** What went wrong on this page; the next one begins without it. */
  protected readonly problem = linkedSignal<Step, Problem | null>({
    source: this.steps.now,
    computation: () => null,
  });

  protected readonly field = computed(() => {
    const step = this.steps.now();
    return 'key' in step ? (this.sheet.fields().find(({ key }) => key === step.key) ?? null) : null;
  });
  protected readonly therapist = computed(() => this.assignment()?.assignedByName ?? '');
  protected readonly isWithTherapist = computed(() => this.assignment()?.status === 'submitted');
  protected readonly isClosed = computed(() => ['reviewed', 'withdrawn'].includes(this.assignment()?.status ?? ''));
  protected readonly lastSent = computed(() => this.earlier()[0] ?? null);

  ngOnInit(): void {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    const path = `/assignments/${this.id()}`;
    try {
      const [assignment, sent] = await Promise.all([
        this.api.get<AssignmentDetailDto>(path),
        this.api.get<{ items: SubmissionDto[] }>(`${path}/submissions`),
      ]);
      this.earlier.set(sent.items);
      if (['assigned', 'draft', 'returned'].includes(assignment.status)) await this.sheet.open(assignment);
      this.assignment.set(assignment);
      this.steps.start({ cameBack: assignment.status === 'returned' && Boolean(this.lastSent()?.review) });
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }

  /** The whole sheet is left for the session: its author may still send that, so that the therapist knows. */
  protected allInSession(): void {
    this.sheet.keepForSession(this.sheet.fields());
    this.steps.goTo({ kind: 'check' });
  }

  protected back(): void {
    if (!this.steps.back()) this.left.emit();
  }

  protected async finishLater(): Promise<void> {
    await this.sheet.draft()?.flush();
    await this.router.navigateByUrl('/me');
  }

  protected async send(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const sent = await this.sheet.send(this.sharedHints());
      if (!sent) return;
      this.assignment.set(sent);
      // Whoever comes back to this page later starts from what came back, not from the last look.
      this.steps.putInPlace(null);
      this.arrival.land();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  protected async takeBack(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await this.api.post<AssignmentDetailDto>(`/assignments/${this.id()}/recall`);
      this.steps.putInPlace({ kind: 'check' });
      await this.load();
    } catch (thrown) {
      const problem = problemOf(thrown);
      await this.load();
      this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }
}
