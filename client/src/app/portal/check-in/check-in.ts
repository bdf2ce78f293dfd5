import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InstrumentDto, ScheduleDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Leave } from '../../core/leave';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { wallDay } from '../../core/wall-clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { CheckInRun } from './check-in-run';
import { minutesFor } from './check-in.rules';
import { againWords } from './next-words';
import { CheckInRest } from './rest';

interface Asked {
  instrument: InstrumentDto;
  state: ScheduleDto['state'];
  minutes: number;
  /** What the questions look back on, as a part of a sentence; empty where the form does not say. */
  about: string;
  /** What is said beside it while it is not asked. */
  said: string;
}

const SHOWN = ['due', 'answered', 'lapsed', 'paused', 'with_session'] as const;

/** What is asked of this person now, and what may be answered again. One neutral address, whatever is on it. */
@Component({
  selector: 'kept-check-in',
  imports: [CheckInRest, CheckInRun, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './check-in.html',
})
export class CheckIn {
  private readonly login = inject(Login);
  private readonly leave = inject(Leave);
  private readonly router = inject(Router);
  protected readonly name = computed(() => this.login.me()?.displayName ?? '');
  protected readonly schedules = read<{ items: ScheduleDto[] }>(() => '/scale-schedules?limit=100');
  protected readonly instruments = read<{ items: InstrumentDto[] }>(() => '/instruments?asked=true&limit=100');
  protected readonly running = signal<InstrumentDto | null>(null);
  protected readonly asked = computed<Asked[] | undefined>(() => {
    const schedules = this.schedules.value()?.items;
    const instruments = this.instruments.value()?.items;
    if (!schedules || !instruments) return undefined;
    return instruments.flatMap((instrument) => {
      const plans = schedules.filter(({ instrumentId }) => instrumentId === instrument.id);
      const plan = SHOWN.map((state) => plans.find((one) => one.state === state)).find(Boolean);
      if (!plan) return [];
      const about = instrument.recall ? $localize` about the ${instrument.recall}:days:` : '';
      const minutes = minutesFor(instrument.items.length);
      return [{ instrument, state: plan.state, about, minutes, said: againWords(plan, this.today()) }];
    });
  });
  private readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly due = computed(() => this.asked()?.filter(({ state }) => state === 'due'));
  protected readonly again = computed(() => this.asked()?.filter(({ state }) => state !== 'due'));
  protected readonly problem = computed(() => this.schedules.problem() ?? this.instruments.problem());

  protected retry(): void {
    this.schedules.reload();
    this.instruments.reload();
  }

  /** Somebody else holds the phone: signed out, and where that cannot be, away, with nothing left to see. */
  protected async notMe(): Promise<void> {
    const isOut = await this.login.signOut().catch(() => false);
    if (!isOut) this.leave.now();
  }

  /** Not today is an answer: nothing is asked back, nothing is counted. */
  protected leaveForToday(): void {
    void this.router.navigateByUrl('/me');
  }

  protected backToList(): void {
    this.running.set(null);
    this.schedules.reload();
  }
}
