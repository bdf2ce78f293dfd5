import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Login, homeOf, type LoginAnswer } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ErrorSummary, type FieldError } from '../../kit/error-summary/error-summary';
import { TextField } from '../../kit/text-field/text-field';
import { Threshold } from '../threshold/threshold';

/** Email and password. Whatever is wrong, the words are the same: they must not tell which accounts exist. */
@Component({
  selector: 'kept-door',
  imports: [ErrorSummary, RouterLink, TextField, Threshold],
  templateUrl: './door.html',
})
export class Door {
  /** Where the person wanted to go before being asked in. */
  readonly to = input<string>();
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly offline = signal(false);
  protected readonly busy = signal(false);

  protected errorOf(fieldId: string): string | null {
    return this.errors().find((error) => error.fieldId === fieldId)?.message ?? null;
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.offline.set(false);
    this.errors.set(this.missing());
    if (this.errors().length) return;
    this.busy.set(true);
    try {
      this.goOn(await this.login.signIn(this.email().trim(), this.password()));
    } catch (thrown) {
      this.explain(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private goOn(answer: LoginAnswer): void {
    switch (answer.status) {
      case 'signed_in': {
        const to = this.to();
        const home = homeOf(this.login.face());
        void this.router.navigateByUrl(to?.startsWith('/') ? to : home, { replaceUrl: true });
        break;
      }
      case 'second_factor_required':
        this.errors.set([
          { fieldId: 'email', message: $localize`This account needs a second step. Call the practice to sign in.` },
        ]);
    }
  }

  private missing(): FieldError[] {
    const errors: FieldError[] = [];
    if (!this.email().trim()) errors.push({ fieldId: 'email', message: $localize`Type your email address.` });
    if (!this.password()) errors.push({ fieldId: 'password', message: $localize`Type your password.` });
    return errors;
  }

  private explain(problem: Problem): void {
    this.password.set('');
    if (problem.kind === 'offline') return this.offline.set(true);
    const message =
      problem.status === 401 || problem.status === 400
        ? $localize`That email and password didn't work together. Try again.`
        : problem.status === 429
          ? $localize`There were too many tries. Wait a few minutes, then try again.`
          : `${problem.words.failed} ${problem.words.next}`;
    this.errors.set([{ fieldId: 'email', message }]);
  }
}
