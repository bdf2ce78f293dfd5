import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { CoupleDto, CoupleEndingDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { dated, stamp } from '../../kit/clock';

/** That the work of two has ended, since when and why; and how two of the staff can still undo it. */
@Component({
  selector: 'kept-couple-ended',
  templateUrl: './couple-ended.html',
})
export class CoupleEnded {
  readonly coupleId = input.required<string>();
  readonly reopened = output<CoupleDto>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  protected readonly ending = read<CoupleEndingDto>(() => `/couples/${this.coupleId()}/ending`);
  private readonly isInTime = computed(() => Date.parse(this.ending.value()?.reopenUntil ?? '') > Date.now());
  protected readonly mayAsk = computed(
    () => this.isInTime() && !this.ending.value()?.askedBy && this.login.can('couples:end'),
  );
  protected readonly mayReopen = computed(() => {
    const askedBy = this.ending.value()?.askedBy;
    return this.isInTime() && askedBy && askedBy !== this.login.me()?.id && this.login.can('couples:reopen');
  });
  protected readonly failure = signal('');
  protected readonly dated = dated;
  protected readonly stamp = stamp;

  protected ask(): Promise<void> {
    return this.send(async () =>
      this.ending.set(await this.api.post<CoupleEndingDto>(`/couples/${this.coupleId()}/reopen-request`)),
    );
  }

  protected reopen(): Promise<void> {
    return this.send(async () =>
      this.reopened.emit(await this.api.post<CoupleDto>(`/couples/${this.coupleId()}/reopen`)),
    );
  }

  private async send(act: () => Promise<void>): Promise<void> {
    this.failure.set('');
    try {
      await act();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
  }
}
