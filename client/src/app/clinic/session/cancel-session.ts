import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { SessionChange, SessionDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { REASON_WORDS, type CancelReason } from './session-words';
import { scopeOf, SCOPES } from './series-words';

const DAY = 24 * 3_600_000;
const REASONS = Object.entries(REASON_WORDS) as [CancelReason, string][];

/** Who called it off, with how much notice, and why in a word: it is seen by those who see the calendar, not the record. */
@Component({
  selector: 'kept-cancel-session',
  imports: [RadioGroup, Select],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); send()">
      <kept-radio-group label="Who called it off" i18n-label [options]="callers()" [(value)]="by" />
      @if (by() !== 'therapist') {
        <kept-radio-group inLine label="Notice" i18n-label [options]="notices" [(value)]="notice" />
        <kept-select
          label="Why"
          i18n-label
          optional
          emptyLabel="Not said"
          i18n-emptyLabel
          [options]="reasons"
          [(value)]="reason"
        />
      }
      @if (session().seriesId) {
        <kept-radio-group label="Which ones" i18n-label [options]="scopes" [(value)]="scope" />
      }
      <div class="button-row">
        <button class="button button-primary" type="submit" [attr.aria-disabled]="sending()" i18n>
          Call off session
        </button>
        <button class="button" type="button" (click)="left.emit()" i18n>Back</button>
      </div>
    </form>
  `,
})
export class CancelSession {
  readonly session = input.required<SessionDto>();
  readonly people = input.required<readonly Choice[]>();
  readonly sending = input(false);
  readonly sent = output<SessionChange>();
  readonly left = output();

  protected readonly callers = computed(() => [
    ...this.people(),
    ...(this.people().length > 1 ? [{ key: 'client', label: $localize`Both` }] : []),
    { key: 'therapist', label: $localize`I did` },
  ]);
  protected readonly by = signal<string | null>('therapist');
  /** As the clock has it, until it is said otherwise. */
  protected readonly notice = linkedSignal<string | null>(() =>
    Date.parse(this.session().startsAt) - Date.now() < DAY ? 'late' : 'in_time',
  );
  protected readonly notices = [
    { key: 'in_time', label: $localize`A day or more` },
    { key: 'late', label: $localize`Less than a day` },
  ];
  protected readonly reason = signal('');
  protected readonly reasons = REASONS.map(([key, label]) => ({ key, label }));
  protected readonly scope = signal<string | null>('one');
  protected readonly scopes = SCOPES;

  protected send(): void {
    if (this.sending()) return;
    this.sent.emit({
      status: 'cancelled',
      cancellation: this.cancellation(),
      ...(this.session().seriesId ? { scope: scopeOf(this.scope()) } : {}),
    });
  }

  private cancellation(): NonNullable<SessionChange['cancellation']> {
    const by = this.by();
    if (by === null || by === 'therapist') return { by: 'therapist' };
    const reason = REASONS.find(([key]) => key === this.reason())?.[0];
    return {
      by: 'client',
      late: this.notice() === 'late',
      ...(by === 'client' ? {} : { byId: by }),
      ...(reason ? { reason } : {}),
    };
  }
}
