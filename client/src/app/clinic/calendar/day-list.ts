import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionDto } from '../../../api/types.gen';
import { problemOf } from '../../core/problems';
import { wallDay } from '../../core/wall-clock';
import { clock } from '../../kit/clock';
import { StartNote } from '../note/start-note';
import { isNoteDue, sessionWords } from '../session/session-words';
import type { CalendarDay } from './week-grid';

/** Days as lists: each session with the one thing to do next, and a line where it is now. */
@Component({
  selector: 'kept-day-list',
  imports: [RouterLink],
  templateUrl: './day-list.html',
})
export class DayList {
  readonly days = input.required<readonly CalendarDay[]>();
  readonly zone = input.required<string>();
  readonly now = input.required<Date>();
  readonly opened = output<SessionDto>();

  private readonly starting = inject(StartNote);
  protected readonly failure = signal('');
  protected readonly today = computed(() => wallDay(this.now(), this.zone()));
  protected readonly clockNow = computed(() => clock(this.now(), this.zone()));
  /** The session before which it is now, today; '' after the last one. */
  private readonly next = computed(() => {
    const today = this.days().find(({ day }) => day === this.today());
    return today?.sessions.find(({ startsAt }) => Date.parse(startsAt) > this.now().getTime())?.id ?? '';
  });

  protected isNowBefore(day: CalendarDay, session: SessionDto): boolean {
    return day.day === this.today() && session.id === this.next();
  }

  protected isNowAfter(day: CalendarDay): boolean {
    return day.day === this.today() && day.sessions.length > 0 && this.next() === '';
  }

  protected time(at: string): string {
    return clock(at, this.zone());
  }

  protected noteOn(session: SessionDto): string {
    return $localize`Note on ${session.who}:who:`;
  }

  protected openingOf(session: SessionDto): string {
    return $localize`Open the session with ${session.who}:who:`;
  }

  protected words(session: SessionDto): string {
    return sessionWords(session, this.zone());
  }

  protected due(session: SessionDto): boolean {
    return isNoteDue(session, this.now().getTime());
  }

  protected startNote(session: SessionDto): void {
    this.failure.set('');
    this.starting.forSession(session.id).catch((thrown: unknown) => this.failure.set(problemOf(thrown).words.failed));
  }
}
