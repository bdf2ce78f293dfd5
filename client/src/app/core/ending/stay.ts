import { Component, computed, inject } from '@angular/core';
import { Login } from '../login';
import { Modal } from '../modal/modal';

/** Two minutes before the sign-in ends. Whatever is chosen, the words are safe. */
@Component({
  selector: 'kept-stay',
  imports: [Modal],
  templateUrl: './stay.html',
})
export class Stay {
  protected readonly login = inject(Login);
  protected readonly open = computed(() => this.login.endsSoon() !== null);
  protected readonly time = computed(() =>
    new Date(this.login.endsSoon()?.at ?? 0).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
  );

  protected stay(): void {
    // Without an answer the end comes by itself, and with it the question for the password.
    this.login.stay().catch(() => undefined);
  }
}
