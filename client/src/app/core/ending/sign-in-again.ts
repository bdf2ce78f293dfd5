import { Component, computed, inject, signal } from '@angular/core';
import { Login } from '../login';
import { Modal } from '../modal/modal';
import { problemOf } from '../problems';

/** The sign-in ended under an open page: the password brings the same person back to the same place. */
@Component({
  selector: 'kept-sign-in-again',
  imports: [Modal],
  templateUrl: './sign-in-again.html',
})
export class SignInAgain {
  protected readonly login = inject(Login);
  protected readonly open = computed(() => this.login.state() === 'expired');
  protected readonly wrong = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected async signIn(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.wrong.set(null);
    try {
      const answer = await this.login.signInAgain(field.value);
      // A second step has its own page; the words wait, sealed, until it is done.
      if (answer.status === 'second_factor_required') location.assign('/sign-in');
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.wrong.set(problem.status === 401 ? $localize`That didn't work. Try again.` : problem.words.failed);
      field.focus();
    } finally {
      field.value = '';
      this.busy.set(false);
    }
  }
}
