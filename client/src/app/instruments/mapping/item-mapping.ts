import { Component, computed, input, output } from '@angular/core';
import type { ItemDto, ScaleFactsDto, ScaleFactsItemDto } from '../../../api/types.gen';
import { Select } from '../../kit/select/select';
import { polarity, type Said } from './mapping.rules';

/** One question of the form: which item of the scale it stands for, what its options are worth, and which end is which. */
@Component({
  selector: 'kept-item-mapping',
  imports: [Select],
  templateUrl: './item-mapping.html',
})
export class ItemMapping {
  /** Where it stands in the form, from 0. */
  readonly place = input.required<number>();
  readonly item = input.required<ItemDto>();
  readonly facts = input.required<ScaleFactsDto>();
  /** What it stands for so far. */
  readonly fact = input.required<ScaleFactsItemDto | null>();
  readonly said = input.required<Said>();
  readonly error = input<string | null>(null);
  readonly standsFor = output<string>();
  readonly worth = output<{ option: string; points: string }>();
  /** All questions with the same options get these points. */
  readonly forAll = output();

  protected readonly label = computed(() => [this.item().prefix, this.item().text].filter(Boolean).join(' '));
  protected readonly targets = computed(() => {
    let place = 0;
    return this.facts().items.map(({ key, loinc, scored, reverse }) => {
      const name = scored ? $localize`Item ${++place}:place:` : $localize`The question that is not counted`;
      const turned = reverse ? $localize`, counted the other way round` : '';
      return { key, label: `${name}${loinc ? ` (${loinc})` : ''}${turned}` };
    });
  });
  protected readonly points = computed(() => {
    const { min, max } = this.fact() ?? { min: 0, max: -1 };
    return Array.from({ length: max - min + 1 }, (_, step) => String(min + step));
  });
  protected readonly ends = computed(() => {
    const fact = this.fact();
    return fact?.scored ? polarity(this.said(), this.item(), fact, this.facts().direction) : null;
  });

  protected worthOf(option: string): string {
    return this.said().points[this.item().key]?.[option] ?? '';
  }
}
