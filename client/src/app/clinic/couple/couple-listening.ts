import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { ListeningDto, PartnerDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { shortDay } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { TextArea } from '../../kit/text-area/text-area';

/** What one wrote for the other to listen to, and how far it came. Not for a screen that is turned round. */
@Component({
  selector: 'kept-couple-listening',
  imports: [Dialog, ProblemNotice, TextArea],
  templateUrl: './couple-listening.html',
})
export class CoupleListening {
  readonly coupleId = input.required<string>();
  readonly partners = input.required<readonly PartnerDto[]>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly list = read<{ items: ListeningDto[] }>(() => `/couples/${this.coupleId()}/listening?limit=50`);
  protected readonly pieces = computed(() => this.list.value()?.items ?? []);
  protected readonly mayOpen = computed(() => this.login.can('listening:open'));
  protected readonly opening = signal<ListeningDto | null>(null);
  protected readonly reason = signal('');
  protected readonly reasonError = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shortDay = shortDay;

  protected nameOf({ madeBy, from }: ListeningDto): string {
    return this.partners().find(({ clientId }) => clientId === madeBy)?.callName ?? from;
  }

  protected words(it: ListeningDto): string {
    switch (it.state) {
      case 'kept':
        return $localize`kept between them and you`;
      case 'offered':
        return $localize`offered, not said back yet`;
      case 'reflected':
        return $localize`said back`;
      case 'not_yet':
        return $localize`said back, not heard yet`;
      case 'heard':
        return $localize`heard`;
      case 'withdrawn':
        return $localize`taken back`;
    }
  }

  protected turnWords({ kind, from }: ListeningDto['turns'][number]): string {
    const who = from ?? '';
    switch (kind) {
      case 'reflection':
        return $localize`${who}:who:, saying it back`;
      case 'reply':
        return $localize`${who}:who:, answering`;
      case 'heard':
        return $localize`Said: heard`;
      case 'not_yet':
        return $localize`Said: not yet`;
    }
  }

  protected askToOpen(it: ListeningDto): void {
    this.opening.set(it);
    this.reason.set('');
    this.reasonError.set(null);
    this.problem.set(null);
    this.dialog().open();
  }

  protected async letGo(): Promise<void> {
    const it = this.opening();
    const reason = this.reason().trim();
    if (reason.length < 10) return this.reasonError.set($localize`Say why in a few words. Staff alone read it.`);
    if (!it || this.sending()) return;
    this.sending.set(true);
    try {
      await this.api.post(`/listening/${it.id}/open`, { reason });
      this.dialog().close();
      this.list.reload();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
