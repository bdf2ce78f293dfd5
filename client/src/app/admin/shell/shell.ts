import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Account } from '../../core/account/account';
import { Login } from '../../core/login';
import { Offline } from '../../core/offline/offline';
import { SkipLink } from '../../core/skip-link';
import { Theme } from '../../core/theme';
import { ToastShelf } from '../../kit/toast/toast-shelf';

/** The desk of the practice's administrators. Nothing clinical is ever shown here. */
@Component({
  selector: 'kept-admin-shell',
  imports: [Account, Offline, RouterLink, RouterLinkActive, RouterOutlet, SkipLink, ToastShelf],
  templateUrl: './shell.html',
})
export class AdminShell {
  private readonly login = inject(Login);
  protected readonly clinicName = computed(() => this.login.me()?.clinic.name ?? '');
  protected readonly hasClients = computed(() => this.login.hasRole('therapist', 'supervisor'));

  constructor() {
    inject(Theme).wear('admin');
  }
}
