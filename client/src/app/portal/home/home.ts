import { Component, DestroyRef, Injector, computed, inject, runInInjectionContext, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { dated } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { greeting, sessionWords, teamWords } from './home.words';

const SET_ASIDE = 'kept.set-aside';
const PAUSE_DAYS = 3;

/** Milliseconds after which the plan for hard moments is put by for a time without a connection: behind all else. */
const PUT_BY_AFTER = 5_000;

/** One next thing, and a plain list of the rest. Nothing is counted, nothing is late, nobody else is in it. */
@Component({
  selector: 'kept-home',
  imports: [ProblemNotice, RouterLink, Skeleton],
  templateUrl: './home.html',
})
export class Home {
  private readonly login = inject(Login);
  private readonly api = inject(Api);
  protected readonly home = read<HomeDto>(() => '/home');
  /** The day for which the card was put away on this device: `YYYY-MM-DD`. */
  private readonly setAside = signal(localStorage.getItem(SET_ASIDE));
  private readonly hour = new Date().getHours();

  protected readonly hello = computed(() => greeting(this.hour, this.login.me()?.displayName ?? ''));
  protected readonly isEvening = this.hour >= 17 || this.hour < 5;
  protected readonly session = computed(() => {
    const next = this.home.value()?.nextSession;
    return next ? sessionWords(next.startsAt, this.login.me()?.clinic.timeZone ?? 'UTC') : '';
  });
  protected readonly team = computed(() => teamWords(this.home.value()?.team ?? []));
  protected readonly isSetAside = computed(() => this.setAside() === today());
  protected readonly phone = computed(() => this.home.value()?.help.phone.replaceAll(/[^\d+]/g, '') ?? '');

  protected readonly dated = dated;
  protected readonly trouble = signal<Problem | null>(null);

  constructor() {
    const injector = inject(Injector);
    const timer = setTimeout(() => {
      void import('../plan/plan-copy').then(({ putPlanBy }) => runInInjectionContext(injector, putPlanBy));
    }, PUT_BY_AFTER);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  /** Her therapist is told that she has paused, and nothing more. */
  protected pauseHomework(): Promise<void> {
    const id = this.login.me()?.clientId ?? '';
    return this.try(() => this.api.post(`/clients/${id}/pauses`, { days: PAUSE_DAYS }));
  }

  protected goOn(id: string): Promise<void> {
    return this.try(() => this.api.post(`/pauses/${id}/end`));
  }

  private async try(act: () => Promise<unknown>): Promise<void> {
    this.trouble.set(null);
    try {
      await act();
    } catch (thrown) {
      this.trouble.set(problemOf(thrown));
    }
    this.home.reload();
  }

  protected notToday(): void {
    localStorage.setItem(SET_ASIDE, today());
    this.setAside.set(today());
  }
}

const today = (): string => new Intl.DateTimeFormat('en-CA').format(new Date());
