import { Component, computed, DestroyRef, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { SessionDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { dayAfter, instantAt, mondayOf, wallDay } from '../../core/wall-clock';
import { longDay } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { CALENDAR_KEYS } from '../keys/key-words';
import { pageKeys } from '../keys/page-keys';
import { PlanSession } from '../session/plan-session';
import { SessionCard } from '../session/session-card';
import { DayList } from './day-list';
import { FeedDialog } from './feed-dialog';
import { WeekGrid, type CalendarDay } from './week-grid';
import { dayIn } from './week-place.rules';

const NARROW = '(width < 56rem)';
/** The line of now is moved on twice a minute: it is never further off than it is thick. */
const TICK = 30_000;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/**
 * One's own sessions, by day or by week, on the practice's clock. The address holds day and view: it can be kept, and
 * the way back leads to where one was. On a narrow window a week is a list of days.
 */
@Component({
  selector: 'kept-calendar',
  imports: [DayList, FeedDialog, PlanSession, ProblemNotice, SessionCard, Skeleton, WeekGrid],
  templateUrl: './calendar.html',
})
export class Calendar {
  /** `day` and `view` of the address. */
  readonly day = input<string>();
  readonly view = input<string>();

  private readonly login = inject(Login);
  private readonly router = inject(Router);
  /** When `g` was pressed: what follows it at once is the shell's, as in `g t`. */
  private readonly planning = viewChild.required<PlanSession>('planning');
  protected readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly now = signal(new Date());
  protected readonly narrow = signal(false);
  protected readonly today = computed(() => wallDay(this.now(), this.zone()));
  protected readonly shown = computed(() => dayIn(this.day()) ?? this.today());
  protected readonly byDay = computed(() => (this.view() ? this.view() === 'day' : this.narrow()));
  private readonly from = computed(() => (this.byDay() ? this.shown() : mondayOf(this.shown())));
  private readonly length = computed(() => (this.byDay() ? 1 : 7));
  protected readonly sessions = read<{ items: SessionDto[] }>(
    () =>
      '/sessions' +
      query({
        from: instantAt(`${this.from()}T00:00`, this.zone()),
        to: instantAt(`${dayAfter(this.from(), this.length())}T00:00`, this.zone()),
        therapistId: this.login.me()?.id,
        limit: 100,
      }),
  );
  protected readonly spanWords = computed(() => {
    const from = this.from();
    const year = from.slice(0, 4);
    if (this.byDay()) return `${weekdayOf(from)} ${longDay(from)} ${year}`;
    return `${longDay(from)} – ${longDay(dayAfter(from, 6))} ${dayAfter(from, 6).slice(0, 4)}`;
  });
  protected readonly isNow = computed(() => {
    const today = this.today();
    return this.byDay() ? today === this.shown() : mondayOf(today) === this.from();
  });
  /** A weekend without sessions is left out, unless it is now. */
  protected readonly days = computed<CalendarDay[]>(() =>
    WEEK.slice(0, this.length())
      .map((offset) => this.dayOf(dayAfter(this.from(), offset)))
      .filter(({ day, sessions }, i) => this.byDay() || i < 5 || sessions.length > 0 || day === this.today()),
  );

  constructor() {
    const timer = setInterval(() => this.now.set(new Date()), TICK);
    const media = window.matchMedia(NARROW);
    const look = (): void => this.narrow.set(media.matches);
    look();
    media.addEventListener('change', look);
    pageKeys(
      {
        t: () => this.goTo(this.today()),
        d: () => this.show('day'),
        w: () => this.show('week'),
        '[': () => this.turn(-1),
        ']': () => this.turn(1),
        p: () => this.planning().open(),
      },
      () => CALENDAR_KEYS,
    );
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      media.removeEventListener('change', look);
    });
  }

  protected turn(by: number): void {
    this.goTo(dayAfter(this.shown(), by * this.length()));
  }

  protected goTo(day: string): void {
    this.navigate({ day: day === this.today() ? null : day });
  }

  protected show(view: 'day' | 'week'): void {
    this.navigate({ view });
  }

  /** Shows where the new session lies. */
  protected showSession(session: SessionDto): void {
    this.sessions.reload();
    this.goTo(wallDay(session.startsAt, this.zone()));
  }

  private dayOf(day: string): CalendarDay {
    const items = this.sessions.value()?.items ?? [];
    return {
      day,
      weekday: weekdayOf(day, this.byDay() || this.narrow() ? 'long' : 'short'),
      date: longDay(day),
      sessions: items.filter((session) => wallDay(session.startsAt, this.zone()) === day),
    };
  }

  private navigate(queryParams: { day?: string | null; view?: string }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}

const weekdayOf = (day: string, weekday: 'long' | 'short' = 'long'): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday, timeZone: 'UTC' });
