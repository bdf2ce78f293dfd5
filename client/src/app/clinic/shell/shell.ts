import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Account } from '../../core/account/account';
import { Login } from '../../core/login';
import { Modal } from '../../core/modal/modal';
import { Offline } from '../../core/offline/offline';
import { SkipLink } from '../../core/skip-link';
import { Theme } from '../../core/theme';
import { ToastShelf } from '../../kit/toast/toast-shelf';
import { Finder } from '../finder/finder';
import { KeyList } from '../keys/key-list';
import { Walk } from '../keys/walk';
import { controlKeys, isPageCovered, markedKeys, pageKeys } from '../keys/page-keys';

/** The desk of therapists and supervisors: places on the left, the page on the right, keys for everything. */
@Component({
  selector: 'kept-clinic-shell',
  imports: [Account, Finder, KeyList, Modal, Offline, RouterLink, RouterLinkActive, RouterOutlet, SkipLink, ToastShelf],
  templateUrl: './shell.html',
})
export class ClinicShell {
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  protected readonly clinicName = computed(() => this.login.me()?.clinic.name ?? '');
  protected readonly isAdmin = computed(() => this.login.hasRole('admin'));
  private readonly finder = viewChild.required(Finder);
  protected readonly listing = signal(false);
  /** Everything out of sight but the time of day. */
  protected readonly curtain = signal<string | null>(null);

  constructor() {
    inject(Theme).wear('clinic');
    inject(Walk).follow();
    controlKeys({
      '$mod+k': (event) => this.press(event, () => this.finder().open()),
      'Control+.': (event) => this.press(event, () => this.cover()),
    });
    pageKeys({
      '/': () => this.finder().open(),
      '[Shift]+?': () => this.listing.set(true),
      'g t': () => this.go('/'),
      'g s': () => this.go('/calendar'),
      'g c': () => this.go('/caseload'),
      'g p': () => this.go('/couples'),
      'g n': () => this.go('/sign-off'),
      'g l': () => this.go('/library'),
      'g f': () => this.login.can('notes:search') && this.go('/search'),
      'g a': () => this.isAdmin() && this.go('/admin'),
    });
    markedKeys();
  }

  /** Everything goes out of sight. */
  protected cover(): void {
    this.curtain.set(clockNow());
  }

  private go(to: string): void {
    void this.router.navigateByUrl(to);
  }

  private press(event: KeyboardEvent, act: () => void): void {
    if (isPageCovered()) return;
    event.preventDefault();
    act();
  }
}

function clockNow(): string {
  return new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
