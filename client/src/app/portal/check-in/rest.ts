import { afterNextRender, Component, computed, ElementRef, inject, Injector, output, signal } from '@angular/core';
import type { PauseDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { wallDay } from '../../core/wall-clock';
import { dated } from '../../kit/clock';
import { RadioGroup } from '../../kit/radio-group/radio-group';

/** Days without check-ins, hers to take and to end. Those who treat her are told that, and nothing more. */
@Component({
  selector: 'kept-check-in-rest',
  imports: [ProblemNotice, RadioGroup],
  templateUrl: './rest.html',
})
export class CheckInRest {
  /** It began, or ended. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly own = computed(() => this.login.me()?.clientId ?? '');
  protected readonly pauses = read<{ items: PauseDto[] }>(() =>
    this.own() ? `/clients/${this.own()}/pauses` : undefined,
  );
  protected readonly choosing = signal(false);
  protected readonly days = signal<string | null>('7');
  protected readonly sending = signal(false);
  private readonly refused = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.refused() ?? this.pauses.problem());
  protected readonly lengths = [
    { key: '3', label: $localize`3 days` },
    { key: '7', label: $localize`A week` },
    { key: '14', label: $localize`2 weeks` },
    { key: '28', label: $localize`4 weeks` },
  ];
  protected readonly rest = computed(() => {
    const today = wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC');
    const running = ({ what, endedOn, untilOn }: PauseDto) =>
      what === 'check_ins' && endedOn === null && untilOn > today;
    return this.pauses.value()?.items.find(running) ?? null;
  });
  protected readonly dated = dated;

  protected choose(): void {
    this.choosing.set(true);
    this.landOnHeading();
  }

  protected take(): Promise<void> {
    const body = { days: Number(this.days()), what: 'check_ins' };
    return this.try(() => this.api.post(`/clients/${this.own()}/pauses`, body));
  }

  protected goOn(id: string): Promise<void> {
    return this.try(() => this.api.post(`/pauses/${id}/end`));
  }

  private async try(act: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.refused.set(null);
    try {
      await act();
      this.choosing.set(false);
      this.changed.emit();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
      this.pauses.reload();
    }
  }

  private landOnHeading(): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>('h2')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
