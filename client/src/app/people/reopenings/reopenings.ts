import { booleanAttribute, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoupleDto, ReopeningDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { dated } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { Toasts } from '../../kit/toast/toasts';

/** What a colleague asks to undo, and this reader can decide on as the second person. Nothing where there is none. */
@Component({
  selector: 'kept-reopenings',
  imports: [Dialog, RouterLink],
  templateUrl: './reopenings.html',
})
export class Reopenings {
  /** Whether names lead to the couple's page: the front desk has none. */
  readonly linked = input(false, { transform: booleanAttribute });
  readonly reopened = output();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild(Dialog);
  private readonly list = read<{ items: ReopeningDto[] }>(() =>
    this.login.can('couples:reopen') ? '/couples/reopenings' : undefined,
  );
  protected readonly items = computed(() => this.list.value()?.items ?? []);
  protected readonly asked = signal<ReopeningDto | null>(null);
  protected readonly failure = signal('');
  protected readonly heading = computed(
    () => $localize`Reopen the work of ${this.asked()?.displayName ?? ''}:names: together?`,
  );
  protected readonly dated = dated;
  private sending = false;

  protected ask(one: ReopeningDto): void {
    this.asked.set(one);
    this.failure.set('');
    this.dialog()?.open();
  }

  protected cancel(): void {
    this.dialog()?.close();
  }

  protected async reopen(): Promise<void> {
    const one = this.asked();
    if (!one || this.sending) return;
    this.sending = true;
    try {
      await this.api.post<CoupleDto>(`/couples/${one.id}/reopen`);
      this.dialog()?.close();
      this.toasts.say($localize`The work of ${one.displayName}:names: together goes on.`);
      this.list.reload();
      this.reopened.emit();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    } finally {
      this.sending = false;
    }
  }
}
