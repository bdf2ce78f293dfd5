import { Component, computed, inject, input } from '@angular/core';
import type { PauseDto, SequenceChange, SequenceDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { problemOf } from '../../../core/problems';
import { dated } from '../../../kit/clock';
import { Toasts } from '../../../kit/toast/toasts';

const PAUSE_DAYS = 7;

/** How fast homework comes to one person: what follows what, and whether it rests. */
@Component({
  selector: 'kept-pacing-lines',
  templateUrl: './pacing-lines.html',
})
export class PacingLines {
  readonly clientId = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly login = inject(Login);
  private readonly sequences = read<{ items: SequenceDto[] }>(() => `/sequences?clientId=${this.clientId()}`);
  private readonly pauses = read<{ items: PauseDto[] }>(() => `/clients/${this.clientId()}/pauses`);
  protected readonly mayChange = computed(() => this.login.can('sequences:change'));
  protected readonly running = computed(() =>
    (this.sequences.value()?.items ?? []).filter(({ status }) => status !== 'ended'),
  );
  protected readonly pause = computed(() => {
    const today = new Date().toISOString().slice(0, 10);
    const running = ({ what, endedOn, untilOn }: PauseDto) =>
      what === 'homework' && endedOn === null && untilOn > today;
    return this.pauses.value()?.items.find(running) ?? null;
  });
  protected readonly loaded = computed(() => this.pauses.value() !== undefined);
  protected readonly dated = dated;

  protected async change({ id, version }: SequenceDto, act: SequenceChange['act']): Promise<void> {
    const body: SequenceChange = { act };
    await this.try(() => this.api.post(`/sequences/${id}/change`, body, { ifMatch: version }));
    this.sequences.reload();
  }

  protected async rest(): Promise<void> {
    await this.try(() => this.api.post(`/clients/${this.clientId()}/pauses`, { days: PAUSE_DAYS }));
    this.pauses.reload();
  }

  protected async goOn({ id }: PauseDto): Promise<void> {
    await this.try(() => this.api.post(`/pauses/${id}/end`));
    this.pauses.reload();
  }

  private async try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
  }
}
