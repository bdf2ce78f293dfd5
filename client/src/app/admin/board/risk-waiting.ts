import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CareTeamMemberDto, RiskAlertDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { problemOf } from '../../core/problems';
import { stamp } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { Toasts } from '../../kit/toast/toasts';

/** Alerts that nobody took in time: whose they are and since when, nothing of why. The desk hands them on. */
@Component({
  selector: 'kept-risk-waiting',
  imports: [Dialog, RouterLink, Select],
  templateUrl: './risk-waiting.html',
})
export class RiskWaiting {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild(Dialog);
  private readonly list = read<{ items: RiskAlertDto[] }>(() => '/risk-alerts');
  protected readonly items = computed(() => this.list.value()?.items.filter(({ reach }) => reach === 'admins') ?? []);
  protected readonly handed = signal<RiskAlertDto | null>(null);
  private readonly team = read<{ items: CareTeamMemberDto[] }>(() => {
    const clientId = this.handed()?.clientId;
    return clientId ? `/clients/${clientId}/care-team` : undefined;
  });
  protected readonly colleagues = computed(() =>
    (this.team.value()?.items ?? [])
      .filter(({ to, staffId }) => to === null && staffId !== this.handed()?.ownerId)
      .map(({ staffId, displayName }) => ({ key: staffId, label: displayName })),
  );
  protected readonly heading = computed(() => $localize`Hand over: ${this.handed()?.displayName ?? ''}:name:`);
  protected readonly chosen = signal('');
  protected readonly failure = signal('');
  protected readonly stamp = stamp;

  protected ask(one: RiskAlertDto): void {
    this.handed.set(one);
    this.chosen.set('');
    this.failure.set('');
    this.dialog()?.open();
  }

  protected cancel(): void {
    this.dialog()?.close();
  }

  protected async handOver(): Promise<void> {
    const one = this.handed();
    if (!one || !this.chosen()) return;
    try {
      await this.api.post(`/risk-alerts/${one.id}/reassign`, { ownerId: this.chosen() });
      this.dialog()?.close('done');
      this.toasts.say($localize`Handed over. It stays here until it is taken.`);
      this.list.reload();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
  }
}
