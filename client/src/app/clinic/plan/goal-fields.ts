import { Component, computed, input, output } from '@angular/core';
import { figure } from '../../../../../server/src/charts/axes.rules';
import type { GoalDto, GoalInput, PlanScaleDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { dated } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { NumberField } from '../../kit/number-field/number-field';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import type { PlanFaults } from './plan-faults';
import { DIRECTION_WORDS, STATE_WORDS } from './plan-words';

const choices = <K extends string>(words: Record<K, string>): Choice[] =>
  Object.entries<string>(words).map(([key, label]) => ({ key, label }));

/** One goal of a draft: what somebody does, how one sees it, why it matters; at a review, what became of it. */
@Component({
  selector: 'kept-goal-fields',
  imports: [DateField, NumberField, RadioGroup, Select, TextArea, TextField],
  templateUrl: './goal-fields.html',
})
export class GoalFields {
  readonly goal = input.required<GoalInput>();
  /** Its path in the plan, such as `problems[0].goals[1]`. */
  readonly path = input.required<string>();
  readonly faults = input.required<PlanFaults>();
  /** What the goal was in the plan before; nothing: it is new. */
  readonly known = input<GoalDto>();
  /** What it can be measured by; none in a joint plan. */
  readonly scales = input<readonly PlanScaleDto[]>([]);
  readonly firstDay = input.required<string>();
  readonly changed = output<Partial<GoalInput>>();
  readonly removed = output();

  protected readonly heading = computed(() => {
    const number = this.known()?.number;
    return number ? $localize`Goal ${number}:number:` : $localize`New goal`;
  });
  protected readonly kinds: readonly Choice[] = [
    { key: 'words', label: $localize`In words` },
    { key: 'scale', label: $localize`By a scale` },
  ];
  protected readonly directions = choices(DIRECTION_WORDS);
  protected readonly states = choices(STATE_WORDS);
  protected readonly offered = computed(() =>
    this.scales().map(({ instrumentId, title }) => ({ key: instrumentId, label: title })),
  );
  protected readonly scale = computed(() =>
    this.scales().find(({ instrumentId }) => instrumentId === this.goal().measure.instrumentId),
  );
  /** What was answered last, and between which ends. */
  protected readonly lastWords = computed(() => {
    const { last = null, min = null, max = null } = this.scale() ?? {};
    if (!last || min === null || max === null) return this.scale() ? $localize`Not answered yet.` : '';
    return $localize`Last answer: ${figure(last.total)}:points: on ${dated(last.answeredOn)}:day:, from ${figure(min)}:least: to ${figure(max)}:most:.`;
  });
  protected readonly reasonLabel = computed(() =>
    this.goal().state === 'met' ? $localize`How you saw it` : $localize`Why`,
  );

  protected measure(change: Partial<GoalInput['measure']>): void {
    this.changed.emit({ measure: { ...this.goal().measure, ...change } });
  }

  protected setKind(kind: string | null): void {
    this.measure({ kind: kind as GoalInput['measure']['kind'] });
  }

  protected setDirection(direction: string): void {
    this.measure({ direction: direction as GoalInput['measure']['direction'] });
  }

  protected setState(state: string | null): void {
    this.changed.emit({ state: state as GoalInput['state'] });
  }

  protected fieldId(field: string): string {
    return this.faults().id(`${this.path()}.${field}`);
  }

  protected error(field: string): string | null {
    return this.faults().of(`${this.path()}.${field}`);
  }
}
