import { Component, computed, input, model } from '@angular/core';
import type { Choice } from '../../kit/choice';
import { DateField } from '../../kit/date-field/date-field';
import { NumberField } from '../../kit/number-field/number-field';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import type { Pacing } from './pacing.rules';

const MOST_STEPS = 9;

/** When it is hoped for; and, folded away, whether it comes again or others follow. */
@Component({
  selector: 'kept-pacing-choice',
  imports: [DateField, NumberField, RadioGroup, Select],
  templateUrl: './pacing-choice.html',
})
export class PacingChoice {
  readonly pacing = model.required<Pacing>();
  readonly worksheets = input.required<readonly Choice[]>();
  /** False where each of two gets a sheet: a sequence is one person's, or theirs together. */
  readonly mayFollow = input(true);

  protected readonly dues: Choice[] = [
    { key: 'day', label: $localize`A day` },
    { key: 'session', label: $localize`The next session` },
    { key: 'none', label: $localize`No day` },
  ];
  protected readonly thens = computed((): Choice[] => [
    { key: 'once', label: $localize`Once` },
    { key: 'again', label: $localize`Again and again` },
    ...(this.mayFollow() ? [{ key: 'follow', label: $localize`Others follow it` }] : []),
  ]);
  protected readonly first = $localize`Then`;
  protected readonly next = $localize`And then`;
  protected readonly mayAdd = computed(() => this.pacing().steps.length < MOST_STEPS);

  protected change(change: Partial<Pacing>): void {
    this.pacing.update((pacing) => ({ ...pacing, ...change }));
  }

  protected pickDue(due: string | null): void {
    this.change({ due: (due ?? 'none') as Pacing['due'] });
  }

  protected pickThen(then: string | null): void {
    const { steps } = this.pacing();
    this.change({ then: (then ?? 'once') as Pacing['then'] });
    if (then === 'follow' && steps.length === 0) this.addStep();
  }

  protected addStep(): void {
    this.change({ steps: [...this.pacing().steps, { worksheetId: '', afterDays: 0 }] });
  }

  protected changeStep(at: number, change: Partial<Pacing['steps'][number]>): void {
    this.change({ steps: this.pacing().steps.map((step, i) => (i === at ? { ...step, ...change } : step)) });
  }

  protected removeStep(at: number): void {
    this.change({ steps: this.pacing().steps.filter((_, i) => i !== at) });
  }
}
