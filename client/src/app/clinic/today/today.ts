import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  NoteDueDto,
  RiskDto,
  StandingDto,
  TodayDto,
  TodayReviewDto,
  TodaySessionDto,
} from '../../../api/types.gen';
import { read } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { clock } from '../../kit/clock';
import { Key } from '../../kit/key/key';
import { Row, RowNav, type RowActs } from '../../kit/row-nav/row-nav';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Reopenings } from '../../people/reopenings/reopenings';
import { briefOf } from '../brief/brief-link';
import { ActsAbout } from '../keys/row-acts';
import { clockWords } from '../note/signing-clock';
import { StartNote } from '../note/start-note';
import { SEVERITY_WORDS, SOURCE_WORDS, standingWords } from '../risk/risk-words';
import { PlanReviews } from './plan-reviews';
import { RestsTold } from './rests-told';
import { SafetyDue } from './safety-due';
import { SetbacksTold } from './setbacks-told';
import { TodayPreview } from './today-preview';
import {
  alertKey,
  chartOf,
  countWords,
  dayAndClock,
  dayHeading,
  isAbout,
  keyOf,
  MODALITY_WORDS,
  momentWords,
  movedWords,
  peopleOf,
  type Whose,
} from './today.words';

/** Milliseconds after which the day is asked for anew, once somebody stirs. */
const FRESH = 60_000;

/** The day at one glance: safety, sessions, what was sent, notes still to write. Each line has one act. */
@Component({
  selector: 'kept-today',
  imports: [
    Key,
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
    TodayPreview,
  ],
  templateUrl: './today.html',
})
export class Today {
  private readonly login = inject(Login);
  private readonly drafts = inject(Drafts);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly starting = inject(StartNote);
  protected readonly acts = inject(ActsAbout);
  protected readonly today = read<TodayDto>(() => '/today');
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  private readonly now = signal(Date.now());
  protected readonly failure = signal('');
  protected readonly chosen = signal<string | null>(null);

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

  /** How everybody of the day stands: asked once, so that going down the lists asks nobody. */
  protected readonly standings = read<{ items: StandingDto[] }>(() => {
    const ids = this.asked();
    return ids ? `/standings?clientIds=${ids}` : undefined;
  });
  private readonly asked = computed(() => {
    const day = this.today.value();
    return day ? peopleOf(day).join(',') : '';
  });
  protected readonly known = computed(
    () => new Map((this.standings.value()?.items ?? []).map((one) => [one.id, one] as const)),
  );
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly loadedAt = signal('');
  /** What was told of already, so that only what is new is said aloud. */
  private heard: ReadonlySet<string> | null = null;

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
    // Only while somebody is at the desk: asking on its own would keep the sign-in open for an empty chair.
    const stir = (): void => {
      if (Date.now() - Date.parse(this.loadedAt()) > FRESH && !this.today.loading() && !this.offline())
        this.today.reload();
    };
    const listeners = [['visibilitychange', wake] as const, ['pointerdown', stir] as const, ['keydown', stir] as const];
    for (const [event, act] of listeners) document.addEventListener(event, act);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(tick);
      for (const [event, act] of listeners) document.removeEventListener(event, act);
    });
    effect(() => {
      const day = this.today.value();
      if (!day) return;
      this.loadedAt.set(new Date().toISOString());
      this.sayNew(day.risks);
    });
  }

  /** An alert that was not there before is said at once, and once. */
  private sayNew(risks: readonly RiskDto[]): void {
    const fresh = risks.filter((risk) => this.heard !== null && !this.heard.has(alertKey(risk)));
    this.heard = new Set(risks.map(alertKey));
    for (const { displayName, source } of fresh)
      void this.announcer.announce(
        $localize`New safety alert: ${displayName}:name:. ${SOURCE_WORDS[source]}:source:.`,
        'assertive',
      );
  }

  protected readonly sourceWords = SOURCE_WORDS;
  protected readonly severityWords = SEVERITY_WORDS;
  protected readonly standingWords = standingWords;
  protected readonly briefOf = briefOf;
  protected readonly chartOf = chartOf;
  protected readonly keyOf = keyOf;

  /** `r` besides: what they sent and nobody has read yet. */
  protected actsOf(line: Whose): RowActs {
    const sent = this.today.value()?.reviews.find((one) => isAbout(one, line));
    return { ...this.acts.of(line), ...(sent ? { r: `/assignments/${sent.id}/review` } : {}) };
  }

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

  protected hasEnded({ endsAt }: TodaySessionDto): boolean {
    return Date.parse(endsAt) <= this.now();
  }

  protected hasAlert({ people }: TodaySessionDto): boolean {
    const alarmed = new Set(this.today.value()?.risks.map(({ clientId }) => clientId));
    return people.some(({ clientId }) => alarmed.has(clientId));
  }

  /** A note of an earlier session with them that is due by now. */
  protected noteDueOf(session: TodaySessionDto): string {
    const due = this.notesDue().find((one) => one.clock !== 'in_time' && keyOf(one) === keyOf(session));
    return due ? $localize`Note: ${this.clockWords(due)}:clock:` : '';
  }

  protected sessionWords(session: TodaySessionDto): string {
    const how = $localize`Until ${this.time(session.endsAt)}:time:, ${MODALITY_WORDS[session.modality]}:how:.`;
    const waiting = this.today.value()?.reviews.filter((one) => isAbout(one, session)).length ?? 0;
    const sent = waiting > 0 ? $localize`Sent homework waits to be read.` : '';
    return [how, sent, movedWords(session, this.known())].filter(Boolean).join(' ');
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
