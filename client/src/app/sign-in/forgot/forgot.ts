import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import { ErrorSummary, type FieldError } from '../../kit/error-summary/error-summary';
import { TextField } from '../../kit/text-field/text-field';
import { Threshold } from '../threshold/threshold';

/** Asks for a link to choose a new password. The answer is the same whether the address is known or not. */
@Component({
  selector: 'kept-forgot',
  imports: [ErrorSummary, RouterLink, TextField, Threshold],
  templateUrl: './forgot.html',
})
export class Forgot {
  private readonly api = inject(Api);
  protected readonly email = signal('');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly sent = signal(false);
  protected readonly busy = signal(false);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const email = this.email().trim();
    if (!email.includes('@')) return this.say($localize`Type your email address, such as name@example.com.`);
    this.errors.set([]);
    this.busy.set(true);
    try {
      await this.api.post('/auth/password/forgot', { email });
      this.sent.set(true);
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.say(
        problem.status === 400
          ? $localize`That doesn't look like an email address. Look at it again.`
          : `${problem.words.failed} ${problem.words.next}`,
      );
    } finally {
      this.busy.set(false);
    }
  }

  private say(message: string): void {
    this.errors.set([{ fieldId: 'email', message }]);
  }
}
