import { Component, computed, input, output } from '@angular/core';
import type { SessionDto } from '../../../api/types.gen';
import { wallDay } from '../../core/wall-clock';
import { isNoteDue, outcomeWords, spanWords } from '../session/session-words';
import { givesWay, hoursOf, linesOf, nowAt, placeOf } from './week-place.rules';

/** A day of the week as it stands in the calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  day: string;
  weekday: string;
  date: string;
  sessions: SessionDto[];
}

/** A week as a wall of hours: one column a day, a session as tall as it is long, and a line where it is now. */
@Component({
  selector: 'kept-week-grid',
  templateUrl: './week-grid.html',
})
export class WeekGrid {
  readonly days = input.required<readonly CalendarDay[]>();
  readonly zone = input.required<string>();
  readonly now = input.required<Date>();
  readonly opened = output<SessionDto>();

  protected readonly today = computed(() => wallDay(this.now(), this.zone()));
  private readonly hours = computed(() =>
    hoursOf(
      this.days().flatMap(({ sessions }) => sessions),
      this.zone(),
    ),
  );
  protected readonly lines = computed(() => linesOf(this.hours()));
  protected readonly nowLine = computed(() => nowAt(this.now(), this.hours(), this.zone()));
  protected readonly columns = computed(() =>
    this.days().map((day) => ({
      ...day,
      blocks: day.sessions.map((session) => ({
        session,
        ...placeOf(session, this.hours(), this.zone()),
        aside: givesWay(session, day.sessions),
        due: isNoteDue(session, this.now().getTime()),
        span: spanWords(session, this.zone()),
        outcome: outcomeWords(session),
      })),
    })),
  );

  protected hour(hour: number): string {
    return `${String(hour).padStart(2, '0')}:00`;
  }
}
