import { Component, computed, DestroyRef, inject, input, linkedSignal, signal } from '@angular/core';
import type { ScaleCalendarDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { wallDay } from '../../core/wall-clock';
import { weekday } from '../../kit/clock';
import { Person } from '../../kit/person/person';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { findingOf, gridOf, monthAfter, weeksOf, type Whom } from './month';

const NARROW = '(width < 48rem)';
// A Monday and the six days after it.
const WEEK = [5, 6, 7, 8, 9, 10, 11].map((day) => new Date(Date.UTC(2026, 0, day)));

/** A month of askings, answers, sessions and pauses: a grid where there is room for one, else the days that hold something. */
@Component({
  selector: 'kept-scale-calendar',
  imports: [Person, ProblemNotice, Skeleton],
  templateUrl: './scale-calendar.html',
})
export class ScaleCalendar {
  /** `clientId=…` or `coupleId=…`. */
  readonly whose = input.required<string>();
  readonly people = input.required<readonly Whom[]>();

  private readonly login = inject(Login);
  protected readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly month = linkedSignal(() => monthAfter(this.today(), 0));
  protected readonly calendar = read<ScaleCalendarDto>(() => {
    const { from, to } = gridOf(this.month());
    return this.login.can('scales:calendar') ? `/scale-calendar?${this.whose()}&from=${from}&to=${to}` : undefined;
  });
  private readonly narrow = signal(false);
  /** Chosen by hand; null: by the room there is. */
  private readonly asked = signal<boolean | null>(null);
  protected readonly asList = computed(() => this.asked() ?? this.narrow());

  protected readonly monthWords = computed(() => monthName(this.month()));
  protected readonly finding = computed(() => {
    const calendar = this.calendar.value();
    return calendar ? findingOf(calendar, this.month()) : '';
  });
  protected readonly weeks = computed(() => {
    const calendar = this.calendar.value();
    return calendar && weeksOf(calendar, this.people(), this.month());
  });
  protected readonly days = computed(() =>
    this.weeks()
      ?.flat()
      .filter(({ inMonth, entries }) => inMonth && entries.length > 0),
  );
  protected readonly weekdays = WEEK.map((day) => ({
    short: day.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' }),
    long: day.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }),
  }));

  constructor() {
    const media = window.matchMedia(NARROW);
    const look = (): void => this.narrow.set(media.matches);
    look();
    media.addEventListener('change', look);
    inject(DestroyRef).onDestroy(() => media.removeEventListener('change', look));
  }

  reload(): void {
    this.calendar.reload();
  }

  protected turn(months: number): void {
    this.month.update((month) => monthAfter(month, months));
  }

  protected backToToday(): void {
    this.month.set(monthAfter(this.today(), 0));
  }

  protected toggleList(): void {
    this.asked.set(!this.asList());
  }

  protected numberOf(day: string): number {
    return Number(day.slice(8));
  }

  protected dayWords(day: string): string {
    return weekday(`${day}T12:00:00Z`, 'UTC');
  }
}

const monthName = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
