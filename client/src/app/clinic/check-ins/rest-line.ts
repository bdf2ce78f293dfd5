import { Component, computed, inject, input } from '@angular/core';
import type { PauseDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { wallDay } from '../../core/wall-clock';
import { dated } from '../../kit/clock';

/** That a person has paused the check-ins: all that a therapist is told of it. */
@Component({
  selector: 'kept-rest-line',
  template: `
    @if (rest(); as pause) {
      <p class="banner" role="status">
        @if (pause.byClient) {
          <ng-container i18n
            >Check-ins paused by {{ name() }} until {{ dated(pause.untilOn, 'long') }}. Nothing is asked until then, and
            nothing piles up.</ng-container
          >
        } @else {
          <ng-container i18n
            >Check-ins of {{ name() }} paused until {{ dated(pause.untilOn, 'long') }}. Nothing is asked until then, and
            nothing piles up.</ng-container
          >
        }
      </p>
    }
  `,
  host: { class: 'rest-line' },
})
export class RestLine {
  readonly clientId = input.required<string>();
  readonly name = input.required<string>();
  private readonly login = inject(Login);
  private readonly pauses = read<{ items: PauseDto[] }>(() =>
    this.login.can('pauses:read') ? `/clients/${this.clientId()}/pauses` : undefined,
  );
  protected readonly rest = computed(() => {
    const today = wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC');
    const running = ({ what, endedOn, untilOn }: PauseDto) =>
      what === 'check_ins' && endedOn === null && untilOn > today;
    return this.pauses.value()?.items.find(running) ?? null;
  });
  protected readonly dated = dated;
}
