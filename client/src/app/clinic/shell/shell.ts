import { Component, DestroyRef, computed, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { tinykeys } from 'tinykeys';
import { Account } from '../../core/account/account';
import { Login } from '../../core/login';
import { Modal } from '../../core/modal/modal';
import { Offline } from '../../core/offline/offline';
import { SkipLink } from '../../core/skip-link';
import { Theme } from '../../core/theme';
import { ToastShelf } from '../../kit/toast/toast-shelf';
import { Finder } from '../finder/finder';
import { KeyList } from '../keys/key-list';

/** The desk of therapists and supervisors: places on the left, the page on the right, keys for everything. */
@Component({
  selector: 'kept-clinic-shell',
  imports: [Account, Finder, KeyList, Modal, Offline, RouterLink, RouterLinkActive, RouterOutlet, SkipLink, ToastShelf],
  templateUrl: './shell.html',
})
export class ClinicShell {
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  private readonly theme = inject(Theme);
  protected readonly clinicName = computed(() => this.login.me()?.clinic.name ?? '');
  protected readonly isAdmin = computed(() => this.login.hasRole('admin'));
  private readonly finder = viewChild.required(Finder);
  protected readonly listing = signal(false);
  /** Everything out of sight but the time of day. */
  protected readonly curtain = signal<string | null>(null);

  constructor() {
    this.theme.wear('clinic');
    const always = tinykeys(
      window,
      {
        '$mod+k': (event) => this.press(event, () => this.finder().open()),
        'Control+.': (event) => this.press(event, () => this.curtain.set(clockNow())),
      },
      { ignore: () => false },
    );
    const single = tinykeys(window, {
      '/': (event) => this.single(event, () => this.finder().open()),
      '[Shift]+?': (event) => this.single(event, () => this.listing.set(true)),
      'g t': (event) => this.go(event, '/'),
      'g s': (event) => this.go(event, '/calendar'),
      'g c': (event) => this.go(event, '/caseload'),
      'g p': (event) => this.go(event, '/couples'),
      'g n': (event) => this.go(event, '/sign-off'),
      'g l': (event) => this.go(event, '/library'),
      'g a': (event) => this.isAdmin() && this.go(event, '/admin'),
    });
    inject(DestroyRef).onDestroy(() => {
      always();
      single();
    });
  }

  private go(event: KeyboardEvent, to: string): void {
    this.single(event, () => void this.router.navigateByUrl(to));
  }

  private single(event: KeyboardEvent, act: () => void): void {
    if (this.theme.singleKeys()) this.press(event, act);
  }

  /** Keys belong to the page only while no dialog is over it. */
  private press(event: KeyboardEvent, act: () => void): void {
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    act();
  }
}

function clockNow(): string {
  return new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
