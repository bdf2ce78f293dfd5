import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { InstrumentDto, ScheduleDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { stateWords, stillAsks, termsWords } from './plan-words';
import { RestLine } from './rest-line';
import { ScaleCalendar } from './scale-calendar';
import { ScheduleDialog } from './schedule-dialog';

/** One scale as it is asked of one person, or of both in one act. */
interface Line {
  key: string;
  plans: readonly ScheduleDto[];
  first: ScheduleDto;
  terms: string;
  states: readonly { name: string; words: string }[];
}

/** What is asked of one person or of two, with what can be done about it, and all of it in a calendar. */
@Component({
  selector: 'kept-planned-scales',
  imports: [Dialog, ProblemNotice, RestLine, ScaleCalendar, ScheduleDialog, Skeleton],
  templateUrl: './planned-scales.html',
})
export class PlannedScales {
  /** One person, or the two of a couple: the first is A, the second B. */
  readonly people = input.required<readonly { clientId: string; name: string }[]>();
  readonly coupleId = input<string | null>(null);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(ScheduleDialog);
  protected readonly stopping = viewChild.required(Dialog);
  private readonly calendar = viewChild(ScaleCalendar);

  protected readonly isCouple = computed(() => this.people().length > 1);
  /** Whose plans are read: of a couple those of its work, of one person all of hers. */
  protected readonly whose = computed(() =>
    this.isCouple() ? `coupleId=${this.coupleId()}` : `clientId=${this.people()[0]?.clientId ?? ''}`,
  );
  protected readonly plans = read<{ items: ScheduleDto[] }>(() => `/scale-schedules?${this.whose()}&limit=100`);
  protected readonly instruments = read<{ items: InstrumentDto[] }>(() => '/instruments?asked=true&limit=100');
  protected readonly mayPlan = computed(() => this.login.can('scales:schedule'));
  protected readonly calendarOpen = signal(false);
  protected readonly toStop = signal<Line | null>(null);

  protected readonly lines = computed(() => {
    const running = this.plans.value()?.items.filter(stillAsks);
    return running && [...new Set(running.map(keyOf))].map((key) => this.lineOf(key, running));
  });

  /** A scale that an answer to another one asks for. */
  offer(instrumentId: string): void {
    this.dialog().offer(instrumentId);
  }

  protected schedule(): void {
    this.dialog().open();
  }

  protected change({ plans }: Line): void {
    this.dialog().open(plans);
  }

  /** For two it is asked whether it ends for both. */
  protected stop(line: Line): Promise<void> | void {
    if (!line.first.coupleId) return this.end(line.first, false);
    this.toStop.set(line);
    this.stopping().open();
  }

  protected async end({ id, version, instrumentTitle }: ScheduleDto, both: boolean): Promise<void> {
    this.stopping().close();
    try {
      await this.api.delete(`/scale-schedules/${id}${both ? '?both=true' : ''}`, { ifMatch: version });
      this.toasts.say($localize`${instrumentTitle}:title: is no longer asked.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
    this.reload();
  }

  protected reload(): void {
    this.plans.reload();
    this.calendar()?.reload();
    this.changed.emit();
  }

  protected nameOf(clientId: string): string {
    return this.people().find((one) => one.clientId === clientId)?.name ?? '';
  }

  private lineOf(key: string, running: readonly ScheduleDto[]): Line {
    const order = this.people().map(({ clientId }) => clientId);
    const plans = running
      .filter((plan) => keyOf(plan) === key)
      .toSorted((a, b) => order.indexOf(a.clientId) - order.indexOf(b.clientId));
    const [first] = plans as [ScheduleDto, ...ScheduleDto[]];
    const states = plans.map((plan) => ({
      name: this.isCouple() ? this.nameOf(plan.clientId) : '',
      words: stateWords(plan),
    }));
    return { key, plans, first, terms: termsWords(first), states };
  }
}

/** Two plans are one line while they ask for the same on the same terms. */
const keyOf = (plan: ScheduleDto): string => `${plan.instrumentId} ${termsWords(plan)}`;
