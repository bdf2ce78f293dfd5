import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type {
  AssignmentDetailDto,
  ClientDto,
  CoupleDto,
  ReviewInput,
  SharingDto,
  SubmissionDto,
} from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { AnswerDiff } from '../../kit/answer-diff/answer-diff';
import { stamp } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Toasts } from '../../kit/toast/toasts';
import { Visibility } from '../../kit/visibility/visibility';
import { REVIEW_KEYS } from '../keys/key-words';
import { controlKeys, pageKeys } from '../keys/page-keys';
import { STAGE_WORDS } from '../couple-words';
import { stateWords } from '../client/homework/homework-lines';
import { ReviewSharing } from './review-sharing';
import { linesOf, summaryOf } from './review.rules';
import { readBy, type Names } from './sharing.rules';
import { TherapistPart } from './therapist-part';

/**
 * What was sent, question by question, the draft before beside it, and the therapist's answer to it. Opening this page
 * ends the sender's time to take it back: the server does that when it hands out the drafts.
 */
@Component({
  selector: 'kept-review',
  imports: [AnswerDiff, ProblemNotice, ReviewSharing, RouterLink, Skeleton, TextArea, TherapistPart, Visibility],
  templateUrl: './review.html',
})
export class Review {
  /** Id of the assignment, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  private readonly toasts = inject(Toasts);

  protected readonly drafts = read<{ items: SubmissionDto[] }>(() => `/assignments/${this.id()}/submissions`);
  /** Read after the drafts, so that it tells of the opening. */
  protected readonly assignment = read<AssignmentDetailDto>(() =>
    this.drafts.value() ? `/assignments/${this.id()}` : undefined,
  );
  private readonly client = read<ClientDto>(() => {
    const id = this.assignment.value()?.clientId;
    return id ? `/clients/${id}` : undefined;
  });
  private readonly couple = read<CoupleDto>(() => {
    const coupleId = this.assignment.value()?.coupleId;
    return coupleId ? `/couples/${coupleId}` : undefined;
  });
  /** Only one partner's own sheet within the couple's work can come before the other. */
  protected readonly sharing = read<SharingDto>(() => {
    const of = this.assignment.value();
    return of?.clientId && of.coupleId ? `/assignments/${of.id}/sharing` : undefined;
  });

  protected readonly stageWords = STAGE_WORDS;
  protected readonly draft = computed(() => this.drafts.value()?.items[0] ?? null);
  protected readonly before = computed(() => this.drafts.value()?.items[1] ?? null);
  private readonly pair = computed(() => {
    const isJoint = this.assignment.value()?.clientId === null;
    return isJoint ? (this.couple.value()?.displayName ?? '') : '';
  });
  protected readonly who = computed(() => this.client.value()?.displayName ?? this.pair());
  /** What the person is called in a sentence. */
  protected readonly name = computed(
    () => this.client.value()?.preferredName ?? this.client.value()?.givenName ?? this.pair(),
  );
  protected readonly names = computed<Names>(() => {
    const partners = this.couple.value()?.partners ?? [];
    const other = partners.find(({ clientId }) => clientId !== this.assignment.value()?.clientId);
    return { author: this.name(), partner: other?.callName ?? $localize`the partner` };
  });
  protected readonly back = computed(() => {
    const of = this.assignment.value();
    return of?.clientId ? `/clients/${of.clientId}/homework` : `/couples/${of?.coupleId ?? ''}`;
  });
  protected readonly fields = computed(
    () => this.assignment.value()?.worksheet.sections.flatMap(({ fields }) => fields) ?? [],
  );
  protected readonly lines = computed(() => {
    const draft = this.draft();
    return draft ? linesOf(this.fields(), draft, this.before()) : [];
  });
  protected readonly summary = computed(() => summaryOf(this.lines()));
  protected readonly seenBy = computed(() =>
    this.assignment.value()?.together
      ? $localize`both partners and their care team.`
      : this.client.value()?.coupleId
        ? $localize`${this.name()}:name: and the care team. Partner: no.`
        : $localize`${this.name()}:name: and the care team.`,
  );
  /** Asked for by the browser itself, which keeps the file. */
  protected readonly paper = computed(() => `/api/v1/assignments/${this.id()}/pdf`);
  protected readonly mayWriteOwn = computed(() => this.login.can('assignments:review'));
  protected readonly mayReview = computed(
    () => this.login.can('assignments:review') && this.assignment.value()?.status === 'submitted',
  );
  protected readonly commentLabel = computed(() => $localize`Comment to ${this.name()}:name:`);
  protected readonly wordLabel = computed(() => $localize`A word to ${this.name()}:name:`);
  protected readonly backWord = $localize`Back`;
  protected readonly stateWords = stateWords;
  protected readonly stamp = stamp;

  protected readonly marked = signal(true);
  protected readonly comments = signal<Readonly<Record<string, string>>>({});
  protected readonly commenting = signal<readonly string[]>([]);
  protected readonly word = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly written = computed(() => Object.values(this.comments()).filter((text) => text.trim()).length);

  constructor() {
    effect(() => {
      const of = this.assignment.value();
      if (of) this.title.setTitle(`${of.title}, ${this.who()} · Kept`);
    });
    pageKeys(
      {
        n: () => this.move(1),
        p: () => this.move(-1),
        c: () => this.commentHere(),
        d: () => this.marked.update((on) => !on),
      },
      () => REVIEW_KEYS,
    );
    controlKeys({
      '$mod+Enter': (event) => {
        event.preventDefault();
        void this.answer(this.written() ? 'return' : 'accept');
      },
    });
  }

  /** Null for a sheet that no partner could ever read anything of. */
  protected seenByOf(key: string): string | null {
    const field = this.fields().find((each) => each.key === key);
    if (!field || !this.sharing.value()?.coupleId || !this.draft()) return null;
    return readBy(field, this.draft()?.visibility[key], this.sharing.value(), this.names());
  }

  protected commentOf(key: string): string | null {
    const words: unknown = this.draft()?.review?.fieldComments[key];
    return typeof words === 'string' ? words : null;
  }

  protected comment(key: string): void {
    this.commenting.update((keys) => [...new Set([...keys, key])]);
    setTimeout(() => this.host.querySelector<HTMLElement>(`#comment-${key}`)?.focus());
  }

  protected write(key: string, text: string): void {
    this.comments.update((all) => ({ ...all, [key]: text }));
  }

  protected async answer(decision: ReviewInput['decision']): Promise<void> {
    const of = this.assignment.value();
    if (!of || !this.mayReview() || this.sending()) return;
    const fieldComments = Object.fromEntries(Object.entries(this.comments()).filter(([, text]) => text.trim()));
    const comment = this.word().trim();
    const body: ReviewInput = { decision, fieldComments, ...(comment ? { comment } : {}) };
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.api.post<AssignmentDetailDto>(`/assignments/${of.id}/review`, body, { ifMatch: of.version });
      this.toasts.say(
        decision === 'return' ? $localize`Returned to ${this.name()}:name:.` : $localize`Read and accepted.`,
      );
      await this.router.navigateByUrl(this.back());
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  protected reload(): void {
    this.drafts.reload();
    this.assignment.reload();
    this.problem.set(null);
  }

  private rows(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('.compare-row > h3')];
  }

  private here(): number {
    return this.rows().findIndex((heading) => heading.parentElement?.contains(document.activeElement));
  }

  private move(by: 1 | -1): void {
    const rows = this.rows();
    rows[Math.max(0, Math.min(rows.length - 1, this.here() + by))]?.focus();
  }

  private commentHere(): void {
    const line = this.lines()[Math.max(0, this.here())];
    if (line && this.mayReview()) this.comment(line.key);
  }
}
