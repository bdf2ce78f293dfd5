import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandingDto, TodayDto } from '../../../api/types.gen';
import { Login } from '../../core/login';
import type { Problem } from '../../core/problems';
import { clock, dated, shortDay } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { contactWords } from '../../people/client-words';
import { chartOf, dayAndClock, isAbout, keyOf, scoreWords, type Whose } from './today.words';

interface Line extends Whose {
  displayName: string;
}

/** Everything that the page knows of whoever's line was reached last. It asks nobody: going down a list stays quick. */
@Component({
  selector: 'kept-today-preview',
  imports: [LoadError, RouterLink],
  templateUrl: './today-preview.html',
})
export class TodayPreview {
  readonly day = input.required<TodayDto>();
  /** Key of the line. */
  readonly chosen = input.required<string | null>();
  readonly standings = input.required<ReadonlyMap<string, StandingDto>>();
  /** Why it is not known how they stand. */
  readonly trouble = input<Problem | null>(null);
  readonly retried = output();
  private readonly login = inject(Login);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');

  private readonly line = computed<Line | undefined>(() => {
    const { risks, sessions, reviews, notesDue } = this.day();
    const alerts = risks.map((risk) => ({ ...risk, coupleId: null }));
    const lines: Line[] = [...sessions, ...reviews, ...notesDue, ...alerts];
    return lines.find((one) => keyOf(one) === this.chosen()) ?? alerts[0] ?? lines[0];
  });
  protected readonly preview = computed(() => {
    const line = this.line();
    if (!line) return null;
    const { risks, sessions, reviews, notesDue } = this.day();
    const same = (one: Whose): boolean => isAbout(one, line);
    return {
      name: line.displayName,
      chart: chartOf(line),
      isCouple: line.clientId === null,
      alert: risks.some(({ clientId }) => clientId === line.clientId),
      people: this.peopleOf(line),
      sessions: sessions
        .filter(same)
        .map(({ startsAt, endsAt }) => `${clock(startsAt, this.zone())}–${clock(endsAt, this.zone())}`),
      reviews: reviews
        .filter(same)
        .map(({ id, title, displayName }) => ({ id, title, who: line.clientId === null ? displayName : '' })),
      notes: notesDue.filter(same).map(({ at }) => dayAndClock(at, this.zone())),
    };
  });

  /** How each who comes stands; of two by name. */
  private peopleOf(line: Line) {
    const session = this.day().sessions.find((one) => keyOf(one) === keyOf(line));
    const people =
      session?.people ?? (line.clientId ? [{ clientId: line.clientId, displayName: line.displayName }] : []);
    return people.map(({ clientId, displayName }) => ({
      id: clientId,
      name: people.length > 1 ? displayName : '',
      ...this.reachOf(clientId, people.length > 1),
      stands: this.factsOf(this.standings().get(clientId)),
    }));
  }

  /** What came with the day itself. Of somebody who is not in one's care nothing did. */
  private reachOf(clientId: string, isWithPartner: boolean) {
    const known = this.day().people.find((one) => one.clientId === clientId);
    return {
      contact: known ? contactWords(known.safeContact) : '',
      plan: known?.setbackPlanAt ? dated(known.setbackPlanAt) : '',
      unseenByPartner: known?.isPartner === true && !isWithPartner,
    };
  }

  private factsOf(standing: StandingDto | undefined) {
    if (!standing) return null;
    const { scale, lastSeenAt, nextAt, homeworkOpen, checkInsPausedUntil } = standing;
    return {
      score: scoreWords(scale),
      seen: lastSeenAt ? shortDay(lastSeenAt) : '',
      next: nextAt ? dayAndClock(nextAt, this.zone()) : '',
      homework: homeworkOpen,
      paused: checkInsPausedUntil ? shortDay(checkInsPausedUntil) : '',
    };
  }
}
