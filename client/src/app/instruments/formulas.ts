import { Component, input } from '@angular/core';
import type { FormulaDto } from '../../api/types.gen';

/** Sums a form would work out itself: where each stands in the file, and how it stands to what Kept scores. */
@Component({
  selector: 'kept-formulas',
  template: `
    <ul class="prompts">
      @for (formula of formulas(); track formula.path) {
        <li>
          <code class="json-path">{{ formula.path }}</code>
          @if (formula.verdict === 'differs') {
            <strong i18n>Differs.</strong>
          }
          {{ formula.words }}
        </li>
      }
    </ul>
  `,
})
export class Formulas {
  readonly formulas = input.required<readonly Pick<FormulaDto, 'path' | 'verdict' | 'words'>[]>();
}
