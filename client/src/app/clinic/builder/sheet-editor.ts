import { Component, computed, input, output } from '@angular/core';
import type { WorksheetDto } from '../../../api/types.gen';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { NumberField } from '../../kit/number-field/number-field';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { STAGE_WORDS, type Stage } from '../couple-words';
import { AUDIENCE_CHOICES } from './builder-words';
import type { Sheet } from './sheet.rules';

/** The worksheet as a whole: what it is called and for whom, and what its reader looks for. */
@Component({
  selector: 'kept-sheet-editor',
  imports: [Checkbox, CheckboxGroup, NumberField, Select, TextArea, TextField],
  templateUrl: './sheet-editor.html',
  host: { class: 'stack' },
})
export class SheetEditor {
  readonly sheet = input.required<Sheet>();
  readonly changed = output<Partial<Sheet>>();

  protected readonly audiences = AUDIENCE_CHOICES;
  protected readonly stages = (Object.keys(STAGE_WORDS) as Stage[]).map((key) => ({ key, label: STAGE_WORDS[key] }));
  protected readonly prompts = computed(() => this.sheet().reviewPrompts.join('\n'));

  protected setAudience(audience: string): void {
    this.changed.emit({ audience: audience as WorksheetDto['audience'] });
  }

  protected setStages(stages: readonly string[]): void {
    this.changed.emit({ stages: stages as WorksheetDto['stages'] });
  }

  protected setMinutes(minutes: number | null): void {
    if (minutes !== null && minutes >= 1 && minutes <= 240) this.changed.emit({ minutes: Math.round(minutes) });
  }

  protected setPrompts(lines: string): void {
    this.changed.emit({ reviewPrompts: lines.split('\n').slice(0, 12) });
  }
}
