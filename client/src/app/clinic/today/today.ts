import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDueDto, TodayDto, TodayReviewDto, TodaySessionDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { Theme } from '../../core/theme';
import { clock } from '../../kit/clock';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Reopenings } from '../../people/reopenings/reopenings';
import { clockWords } from '../note/signing-clock';
import { StartNote } from '../note/start-note';
import { SEVERITY_WORDS, SOURCE_WORDS, standingWords } from '../risk/risk-words';
import { PlanReviews } from './plan-reviews';
import { RestsTold } from './rests-told';
import { SafetyDue } from './safety-due';
import { SetbacksTold } from './setbacks-told';
import {
  chartOf,
  countWords,
  dayAndClock,
  dayHeading,
  isAbout,
  keyOf,
  MODALITY_WORDS,
  momentWords,
  type Whose,
} from './today.words';

/** The day at one glance: safety, sessions, what was sent, notes still to write. Each line has one act. */
@Component({
  selector: 'kept-today',
  imports: [
    PlanReviews,
    ProblemNotice,
    Reopenings,
    RouterLink,
    Row,
    RowNav,
    RestsTold,
    SafetyDue,
    SetbacksTold,
    Skeleton,
  ],
  templateUrl: './today.html',
})
export class Today {
  private readonly login = inject(Login);
  private readonly starting = inject(StartNote);
  protected readonly letters = inject(Theme).singleKeys;
  protected readonly today = read<TodayDto>(() => '/today');
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  private readonly now = signal(Date.now());
  protected readonly failure = signal('');
  private readonly chosen = signal<string | null>(null);

  protected readonly heading = computed(() => dayHeading(this.today.value()?.day));
  private readonly sessions = computed(() => this.today.value()?.sessions ?? []);
  /** The next session that has not ended: its act stands out. */
  protected readonly nextUp = computed(() => this.sessions().find(({ endsAt }) => Date.parse(endsAt) > this.now())?.id);
  /** The note of a session of today is offered on the session's own line. */
  protected readonly notesDue = computed(() => {
    const shown = new Set(this.sessions().map(({ id }) => id));
    return (this.today.value()?.notesDue ?? []).filter(({ sessionId }) => sessionId === null || !shown.has(sessionId));
  });

  protected readonly summary = computed(() => {
    const today = this.today.value();
    if (!today) return '';
    const next = today.sessions.find(({ startsAt }) => Date.parse(startsAt) > this.now());
    return countWords({
      sessions: today.sessions.length,
      nextAt: next ? clock(next.startsAt, this.zone()) : null,
      reviews: today.reviews.length,
      notes: this.notesDue().length,
      risks: today.risks.length,
    });
  });

  /** Everything on this page that is about the person or couple whose line was reached last. */
  protected readonly preview = computed(() => {
    const today = this.today.value();
    if (!today) return null;
    const lines = [...today.sessions, ...today.reviews, ...today.notesDue];
    const line = lines.find((one) => keyOf(one) === this.chosen()) ?? lines[0];
    if (!line) return null;
    const same = (one: Whose): boolean => isAbout(one, line);
    return {
      name: line.displayName,
      chart: chartOf(line),
      isCouple: line.clientId === null,
      sessions: today.sessions
        .filter(same)
        .map((one) => `${clock(one.startsAt, this.zone())}–${clock(one.endsAt, this.zone())}`),
      reviews: today.reviews
        .filter(same)
        .map((one) => ({ id: one.id, title: one.title, who: line.clientId === null ? one.displayName : '' })),
      notes: today.notesDue.filter(same).map((one) => dayAndClock(one.at, this.zone())),
    };
  });

  protected readonly nextWords = computed(() => {
    const next = this.today.value()?.next;
    return next ? $localize`Next: ${dayAndClock(next.startsAt, this.zone())}:when: ${next.displayName}:who:` : '';
  });

  constructor() {
    const tick = setInterval(() => this.now.set(Date.now()), 30_000);
    const wake = (): void => {
      if (document.visibilityState !== 'visible') return;
      this.now.set(Date.now());
      this.today.reload();
    };
    document.addEventListener('visibilitychange', wake);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(tick);
      document.removeEventListener('visibilitychange', wake);
    });
  }

  protected readonly sourceWords = SOURCE_WORDS;
  protected readonly severityWords = SEVERITY_WORDS;
  protected readonly standingWords = standingWords;
  protected readonly chartOf = chartOf;
  protected readonly keyOf = keyOf;

  protected look(key: string): void {
    this.chosen.set(key);
  }

  protected time(at: string): string {
    return clock(at, this.zone());
  }

  protected moment(at: string): string {
    return momentWords(at, this.zone(), this.today.value()?.day);
  }

  protected hasBegun({ startsAt }: TodaySessionDto): boolean {
    return Date.parse(startsAt) <= this.now();
  }

  protected sessionWords(session: TodaySessionDto): string {
    const how = $localize`Until ${this.time(session.endsAt)}:time:, ${MODALITY_WORDS[session.modality]}:how:.`;
    const waiting = this.today.value()?.reviews.filter((one) => isAbout(one, session)).length ?? 0;
    return waiting > 0 ? $localize`${how}:how: Sent homework waits to be read.` : how;
  }

  protected reviewWords(review: TodayReviewDto): string {
    return review.draft > 1 ? $localize`${review.displayName}:who: Draft ${review.draft}:number:.` : review.displayName;
  }

  protected clockWords(due: NoteDueDto): string {
    return clockWords(due, this.zone());
  }

  protected dueWords(due: NoteDueDto): string {
    if (due.state === 'returned') return $localize`Came back from supervision.`;
    return due.state === 'draft' ? $localize`Begun, not signed.` : $localize`No note yet.`;
  }

  protected async startNote(sessionId: string | null): Promise<void> {
    if (sessionId === null) return;
    this.failure.set('');
    try {
      await this.starting.forSession(sessionId);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
  }
}
