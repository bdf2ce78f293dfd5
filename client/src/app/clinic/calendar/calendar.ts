import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { dayAfter, instantAt, mondayOf, wallDay } from '../../core/wall-clock';
import { clock, longDay } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { modalityWords } from '../note/note-heading';
import { StartNote } from '../note/start-note';
import { PlanSession } from '../session/plan-session';

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** One's own sessions, a week at a time, each with the one thing to do next. Days are the practice's. */
@Component({
  selector: 'kept-calendar',
  imports: [PlanSession, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './calendar.html',
})
export class Calendar {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly starting = inject(StartNote);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly today = computed(() => wallDay(new Date(), this.zone()));
  protected readonly monday = linkedSignal(() => mondayOf(this.today()));
  protected readonly sessions = read<{ items: SessionDto[] }>(() => {
    const monday = this.monday();
    return (
      '/sessions' +
      query({
        from: instantAt(`${monday}T00:00`, this.zone()),
        to: instantAt(`${dayAfter(monday, 7)}T00:00`, this.zone()),
        therapistId: this.login.me()?.id,
        limit: 100,
      })
    );
  });
  protected readonly failure = signal('');
  protected readonly weekWords = computed(() => `${longDay(this.monday())} – ${longDay(dayAfter(this.monday(), 6))}`);
  protected readonly days = computed(() =>
    DAYS.map((offset) => {
      const day = dayAfter(this.monday(), offset);
      const name = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
      return {
        day,
        heading: `${name} ${longDay(day)}`,
        sessions: (this.sessions.value()?.items ?? []).filter(
          (session) => wallDay(session.startsAt, this.zone()) === day,
        ),
      };
    }).filter(({ sessions, day }, i) => sessions.length > 0 || i < 5 || day === this.today()),
  );

  protected turn(weeks: number): void {
    this.monday.update((monday) => dayAfter(monday, weeks * 7));
  }

  protected time(at: string): string {
    return clock(at, this.zone());
  }

  protected words({ status, modality, endsAt }: SessionDto): string {
    const how = $localize`until ${clock(endsAt, this.zone())}:time:, ${modalityWords(modality)}:how:`;
    if (status === 'cancelled') return $localize`Cancelled · ${how}:how:`;
    if (status === 'missed') return $localize`Nobody came · ${how}:how:`;
    return how;
  }

  protected isOver(session: SessionDto): boolean {
    return Date.parse(session.startsAt) <= Date.now();
  }

  protected async mark(session: SessionDto, status: SessionDto['status']): Promise<void> {
    this.failure.set('');
    try {
      await this.api.patch(`/sessions/${session.id}`, { status }, { ifMatch: session.version });
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
    this.sessions.reload();
  }

  protected startNote(session: SessionDto): void {
    this.starting.forSession(session.id).catch((thrown: unknown) => this.failure.set(problemOf(thrown).words.failed));
  }

  /** Shows the week in which the new session lies. */
  protected show(session: SessionDto): void {
    const monday = mondayOf(wallDay(session.startsAt, this.zone()));
    if (monday === this.monday()) this.sessions.reload();
    else this.monday.set(monday);
  }
}
