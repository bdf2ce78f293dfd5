import { Component, computed, input, output } from '@angular/core';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { readerChoices, type Reader } from './readers.rules';

/** Who may read this answer: folded, since the usual needs no thought. */
@Component({
  selector: 'kept-who-may-read',
  imports: [RadioGroup],
  template: `
    <details class="disclosure">
      <summary i18n>Who may read this answer</summary>
      <div class="disclosure-body">
        <kept-radio-group
          label="Who may read this answer"
          i18n-label
          hint="This alone shows nothing to anyone. You see the words first, and share them yourself."
          i18n-hint
          [options]="choices()"
          [value]="chosen()"
          (valueChange)="pick($event)"
        />
      </div>
    </details>
  `,
})
export class WhoMayRead {
  readonly chosen = input.required<Reader>();
  readonly gated = input.required<boolean>();
  readonly therapist = input.required<string>();
  readonly choose = output<Reader>();
  protected readonly choices = computed(() => readerChoices(this.therapist(), this.gated()));

  protected pick(key: string | null): void {
    if (key !== null) this.choose.emit(key as Reader);
  }
}
