import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { SessionChange, SessionDto } from '../../../api/types.gen';
import { instantAt, wallTime } from '../../core/wall-clock';
import { weekday } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { lengthsWith, MODALITIES } from './session-choices';
import { scopeOf, SCOPES } from './series-words';

/** Another time, length or way to meet, for one session or for those that come again. */
@Component({
  selector: 'kept-move-session',
  imports: [DateField, RadioGroup, Select],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); send()">
      <kept-date-field withTime label="When" i18n-label [hint]="words()" [error]="wrong()" [(value)]="from" />
      <kept-select label="How long" i18n-label [options]="lengths()" [(value)]="minutes" />
      <kept-radio-group inLine label="How" i18n-label [options]="modalities" [(value)]="modality" />
      @if (session().seriesId) {
        <kept-radio-group label="Which ones" i18n-label [options]="scopes" [(value)]="scope" />
      }
      <div class="button-row">
        <button class="button button-primary" type="submit" [attr.aria-disabled]="sending()" i18n>Move session</button>
        <button class="button" type="button" (click)="left.emit()" i18n>Back</button>
      </div>
    </form>
  `,
})
export class MoveSession {
  readonly session = input.required<SessionDto>();
  readonly zone = input.required<string>();
  readonly sending = input(false);
  readonly sent = output<SessionChange>();
  readonly left = output();

  private readonly length = computed(
    () => (Date.parse(this.session().endsAt) - Date.parse(this.session().startsAt)) / 60_000,
  );
  protected readonly from = linkedSignal<string | null>(() => wallTime(this.session().startsAt, this.zone()));
  protected readonly minutes = linkedSignal(() => String(this.length()));
  protected readonly modality = linkedSignal<string | null>(() => this.session().modality);
  protected readonly scope = signal<string | null>('one');
  protected readonly wrong = signal<string | null>(null);
  protected readonly scopes = SCOPES;
  protected readonly modalities = MODALITIES;
  protected readonly lengths = computed(() => lengthsWith(this.length()));
  protected readonly words = computed(() => {
    const from = this.from();
    return from ? weekday(instantAt(from, this.zone()), this.zone()) : '';
  });

  protected send(): void {
    const from = this.from();
    this.wrong.set(from ? null : $localize`Say the day and the time.`);
    if (!from || this.sending()) return;
    const { startsAt, endsAt, modality } = this.session();
    const start = instantAt(from, this.zone());
    const end = new Date(Date.parse(start) + Number(this.minutes()) * 60_000).toISOString();
    const moved = start !== startsAt || end !== endsAt;
    const how = MODALITIES.find(({ key }) => key === this.modality())?.key ?? modality;
    this.sent.emit({
      ...(moved ? { startsAt: start, endsAt: end } : {}),
      modality: how,
      ...(this.session().seriesId ? { scope: scopeOf(this.scope()) } : {}),
    });
  }
}
