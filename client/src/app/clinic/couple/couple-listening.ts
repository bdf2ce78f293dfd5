import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { ListeningDto, PartnerDto } from '../../../api/types.gen';
import type { Read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { shortDay } from '../../kit/clock';
import { LetGo } from '../let-go/let-go';

/** What one wrote for the other to listen to, and how far it came. Not for a screen that is turned round. */
@Component({
  selector: 'kept-couple-listening',
  imports: [LetGo, ProblemNotice],
  templateUrl: './couple-listening.html',
})
export class CoupleListening {
  readonly list = input.required<Read<{ items: ListeningDto[] }>>();
  readonly partners = input.required<readonly PartnerDto[]>();
  /** Their work has ended: it is read, and nothing is done any more. */
  readonly closed = input(false);
  private readonly login = inject(Login);
  private readonly letGo = viewChild.required(LetGo);
  protected readonly pieces = computed(() => this.list().value()?.items ?? []);
  protected readonly mayOpen = computed(() => this.login.can('listening:open') && !this.closed());
  protected readonly opening = signal<ListeningDto | null>(null);
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
    this.letGo().ask(`/listening/${it.id}`);
  }
}
