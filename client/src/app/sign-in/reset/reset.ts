import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ErrorSummary, type FieldError } from '../../kit/error-summary/error-summary';
import { linkToken } from '../link-token';
import { NewPassword } from '../new-password/new-password';
import { passwordError } from '../new-password/password.rules';
import { Threshold } from '../threshold/threshold';

/** The other end of the mailed link. Every sign-in of this account ends with it. */
@Component({
  selector: 'kept-reset',
  imports: [ErrorSummary, NewPassword, RouterLink, Threshold],
  templateUrl: './reset.html',
})
export class Reset {
  private readonly api = inject(Api);
  private readonly token = linkToken();
  protected readonly password = signal('');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly step = signal<'choose' | 'done' | 'old'>(this.token ? 'choose' : 'old');
  protected readonly busy = signal(false);

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const wrong = passwordError(this.password());
    if (wrong) return this.say(wrong);
    this.errors.set([]);
    this.busy.set(true);
    try {
      await this.api.post('/auth/password/reset', { token: this.token, password: this.password() });
      this.step.set('done');
    } catch (thrown) {
      this.explain(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private explain(problem: Problem): void {
    const aboutPassword = problem.errors.find((error) => error.path.endsWith('password'));
    if (aboutPassword) return this.say(aboutPassword.message);
    const dead =
      problem.kind === 'missing' || problem.kind === 'state' || problem.kind === 'invalid' || problem.status === 410;
    if (dead) return this.step.set('old');
    this.say(`${problem.words.failed} ${problem.words.next}`);
  }

  private say(message: string): void {
    this.errors.set([{ fieldId: 'new-password', message }]);
  }
}
