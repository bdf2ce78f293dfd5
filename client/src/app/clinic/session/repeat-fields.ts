import { Component, computed, model, signal } from '@angular/core';
import type { SeriesInput } from '../../../api/types.gen';
import { DateField } from '../../kit/date-field/date-field';
import { NumberField } from '../../kit/number-field/number-field';
import { Select } from '../../kit/select/select';

const RHYTHMS: Record<string, Pick<SeriesInput, 'rhythm' | 'every'>> = {
  week: { rhythm: 'weekly', every: 1 },
  fortnight: { rhythm: 'weekly', every: 2 },
  three: { rhythm: 'weekly', every: 3 },
  four: { rhythm: 'weekly', every: 4 },
  month: { rhythm: 'monthly', every: 1 },
};
const USUAL_TIMES = 10;

/** Whether a session comes again, and until when. Empty, it comes once. */
@Component({
  selector: 'kept-repeat-fields',
  imports: [DateField, NumberField, Select],
  template: `
    <kept-select
      label="Comes again"
      i18n-label
      emptyLabel="Once only"
      i18n-emptyLabel
      [options]="rhythms"
      [value]="rhythm()"
      (valueChange)="rhythm.set($event); tell()"
    />
    @if (rhythm()) {
      <div class="field-pair">
        <kept-select label="Ends" i18n-label [options]="ends" [value]="end()" (valueChange)="end.set($event); tell()" />
        @if (end() === 'day') {
          <kept-date-field
            label="Last day"
            i18n-label
            [error]="wrong()"
            [value]="untilOn()"
            (valueChange)="untilOn.set($event); tell()"
          />
        } @else if (end() === 'times') {
          <kept-number-field
            label="How many"
            i18n-label
            unit="sessions"
            i18n-unit
            [error]="wrong()"
            [value]="times()"
            (valueChange)="times.set($event); tell()"
          />
        }
      </div>
    }
  `,
})
export class RepeatFields {
  readonly repeat = model<SeriesInput | null>(null);

  protected readonly rhythm = signal('');
  protected readonly end = signal('never');
  protected readonly untilOn = signal<string | null>(null);
  protected readonly times = signal<number | null>(USUAL_TIMES);
  private readonly looked = signal(false);
  protected readonly rhythms = [
    { key: 'week', label: $localize`Every week` },
    { key: 'fortnight', label: $localize`Every 2 weeks` },
    { key: 'three', label: $localize`Every 3 weeks` },
    { key: 'four', label: $localize`Every 4 weeks` },
    { key: 'month', label: $localize`Every month, same day of the week` },
  ];
  protected readonly ends = [
    { key: 'never', label: $localize`Not yet` },
    { key: 'day', label: $localize`On a day` },
    { key: 'times', label: $localize`After a number` },
  ];
  private readonly missing = computed(() => {
    if (!this.rhythm() || this.end() === 'never') return null;
    if (this.end() === 'day') return this.untilOn() ? null : $localize`Say the last day.`;
    const times = this.times();
    const right = times !== null && Number.isInteger(times) && times >= 2 && times <= 200;
    return right ? null : $localize`Say a number from 2 to 200.`;
  });
  protected readonly wrong = computed(() => (this.looked() ? this.missing() : null));

  /** False, and said at the field, while something is missing. */
  isWhole(): boolean {
    this.looked.set(true);
    return this.missing() === null;
  }

  clear(): void {
    this.rhythm.set('');
    this.end.set('never');
    this.untilOn.set(null);
    this.times.set(USUAL_TIMES);
    this.looked.set(false);
    this.repeat.set(null);
  }

  protected tell(): void {
    const rhythm = RHYTHMS[this.rhythm()];
    const [untilOn, times] = [this.untilOn(), this.times()];
    this.repeat.set(
      rhythm
        ? {
            ...rhythm,
            ...(this.end() === 'day' && untilOn ? { untilOn } : {}),
            ...(this.end() === 'times' && times ? { times } : {}),
          }
        : null,
    );
  }
}
