import { Component, input, model, signal } from '@angular/core';
import { TextField } from '../../kit/text-field/text-field';

/** A new password, typed or pasted once, with a look at it instead of a second field. */
@Component({
  selector: 'kept-new-password',
  imports: [TextField],
  template: `
    <div class="field">
      <kept-text-field
        label="New password"
        i18n-label
        hint="At least 15 characters. A few unrelated words in a row work well."
        i18n-hint
        fieldId="new-password"
        autocomplete="new-password"
        [type]="shown() ? 'text' : 'password'"
        [spellcheck]="false"
        [maxlength]="128"
        [error]="error()"
        [(value)]="value"
      />
      <button class="link-button" type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())" i18n>
        Show the password
      </button>
    </div>
  `,
})
export class NewPassword {
  readonly value = model('');
  readonly error = input<string | null>();
  protected readonly shown = signal(false);
}
