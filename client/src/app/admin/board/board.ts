import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardDto, CaseloadDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { longDay } from '../../kit/clock';
import { Reopenings } from '../../people/reopenings/reopenings';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { BoardOutcomes } from './outcomes';
import { RiskWaiting } from './risk-waiting';

/** How much each therapist carries: names and numbers, nothing clinical. */
@Component({
  selector: 'kept-board',
  imports: [BoardOutcomes, ProblemNotice, Reopenings, RiskWaiting, RouterLink, Skeleton],
  templateUrl: './board.html',
})
export class Board {
  private readonly login = inject(Login);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly board = read<BoardDto>(() => '/caseloads');
  protected readonly heading = computed(() => {
    const day = new Date().toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: this.zone(),
    });
    return $localize`Board, ${day}:day:`;
  });
  protected readonly totals = computed(() => {
    const { items = [], unassigned = [] } = this.board.value() ?? {};
    const sum = (of: (row: CaseloadDto) => number): number => items.reduce((total, row) => total + of(row), 0);
    return {
      full: items.filter(isFull).length,
      waiting: unassigned.length,
      sessions: sum((row) => row.sessionsThisWeek),
      overdue: sum((row) => row.notesOverdue),
    };
  });
  /** Without a limit the longest bar is the fullest week of all. */
  private readonly fullest = computed(() =>
    Math.max(1, ...(this.board.value()?.items ?? []).map((row) => row.sessionsThisWeek)),
  );

  protected readonly isFull = isFull;

  protected limitOf(row: CaseloadDto): number {
    return row.weeklySessions ?? this.fullest();
  }

  protected since(at: string): string {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: this.zone() }).format(new Date(at));
    return longDay(day);
  }
}

const isFull = ({ sessionsThisWeek, weeklySessions }: CaseloadDto): boolean =>
  weeklySessions !== null && sessionsThisWeek >= weeklySessions;
