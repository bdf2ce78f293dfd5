import { Component, computed, input, output } from '@angular/core';
import { questionsOf, type Sheet } from './sheet.rules';

/** Parts and questions in their order; the one in hand is marked. Each line knows its key, for what is pressed on it. */
@Component({
  selector: 'kept-outline',
  templateUrl: './outline.html',
})
export class Outline {
  readonly sheet = input.required<Sheet>();
  /** "sheet", or the key of the part or question in hand. */
  readonly chosen = input.required<string>();
  readonly picked = output<string>();

  protected readonly unwritten = $localize`Not written yet`;
  private readonly numbers = computed(
    () => new Map(questionsOf(this.sheet()).map(({ field, number }) => [field.key, number])),
  );

  protected numberOf(key: string): number {
    return this.numbers().get(key) ?? 0;
  }

  protected partName(index: number): string {
    return $localize`Part ${index + 1}:number:`;
  }
}
