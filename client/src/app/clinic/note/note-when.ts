import { Component, computed, inject, input, output } from '@angular/core';
import { Login } from '../../core/login';
import { instantAt, wallTime } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';

/** A year is typed digit by digit; nothing before this one is meant. */
const EARLIEST = '1990-01-01T00:00';

/** When what a note tells took place, where no session says so: a late entry is written with both days. */
@Component({
  selector: 'kept-note-when',
  imports: [DateField],
  template: `
    <div class="note-when">
      <kept-date-field
        withTime
        label="When it took place"
        i18n-label
        [max]="latest()"
        [value]="wall()"
        (valueChange)="move($event)"
      />
    </div>
  `,
})
export class NoteWhen {
  /** ISO. */
  readonly at = input.required<string>();
  readonly moved = output<string>();
  private readonly login = inject(Login);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly wall = computed(() => wallTime(this.at(), this.zone()));
  protected readonly latest = computed(() => wallTime(new Date(), this.zone()));

  protected move(wall: string | null): void {
    if (wall === null || wall < EARLIEST || wall > wallTime(new Date(), this.zone())) return;
    this.moved.emit(instantAt(wall, this.zone()));
  }
}
