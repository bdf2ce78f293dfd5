import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SecretsPolicyDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { Login } from '../../../core/login';
import { policyWords } from './policy-words';

/** What is agreed with a couple about things told alone, in a line; `withText`: with its words, folded under it. */
@Component({
  selector: 'kept-policy-line',
  imports: [RouterLink],
  template: `
    @if (policy.value(); as told) {
      @if (withText()) {
        <details class="disclosure policy-line">
          <summary>
            <span i18n>What either tells you alone: {{ words() }}</span>
          </summary>
          <div class="disclosure-body stack-tight">
            @if (told.current; as current) {
              <p class="written-text">{{ current.text }}</p>
            } @else {
              <p i18n>Until something is agreed and signed, keep to yourself what one of them tells you alone.</p>
            }
            <p><a [routerLink]="['/couples', coupleId(), 'told-alone']" i18n>Versions and signatures</a></p>
          </div>
        </details>
      } @else {
        <ng-container i18n
          >What either tells you alone:
          <a [routerLink]="['/couples', coupleId(), 'told-alone']">{{ words() }}</a>.</ng-container
        >
      }
    }
  `,
})
export class PolicyLine {
  readonly coupleId = input.required<string>();
  readonly withText = input(false, { transform: booleanAttribute });
  private readonly login = inject(Login);
  protected readonly policy = read<SecretsPolicyDto>(() =>
    this.login.can('secrets-policies:read') ? `/couples/${this.coupleId()}/secrets-policy` : undefined,
  );
  protected readonly words = computed(() => {
    const policy = this.policy.value();
    return policy ? policyWords(policy) : '';
  });
}
