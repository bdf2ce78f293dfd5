import { Component, computed, inject, input, signal } from '@angular/core';
import { Login } from '../login';
import { Modal } from '../modal/modal';
import { problemOf } from '../problems';
import { Theme, type Density } from '../theme';
import type { ModeChoice } from '../theme.rules';

/** The button with one's name; behind it light and dark, density, keys, and signing out. */
@Component({
  selector: 'kept-account',
  imports: [Modal],
  templateUrl: './account.html',
})
export class Account {
  /** `desk` offers density and keys as well. */
  readonly place = input.required<'desk' | 'portal'>();
  private readonly login = inject(Login);
  protected readonly theme = inject(Theme);
  protected readonly me = this.login.me;
  protected readonly open = signal(false);
  protected readonly leaving = signal(false);
  /** Asked only when words would be lost. */
  protected readonly losing = signal(false);
  protected readonly trouble = signal<string | null>(null);
  protected readonly button = computed(() =>
    this.place() === 'portal' ? $localize`Settings and sign out` : (this.me()?.displayName ?? ''),
  );

  protected readonly modes: { key: ModeChoice; text: string }[] = [
    { key: 'system', text: $localize`As this device` },
    { key: 'light', text: $localize`Light` },
    { key: 'dark', text: $localize`Dark` },
  ];
  protected readonly densities: { key: Density; text: string }[] = [
    { key: 'compact', text: $localize`Compact` },
    { key: 'standard', text: $localize`Standard` },
    { key: 'comfortable', text: $localize`Comfortable` },
  ];

  protected async signOut(lose: boolean): Promise<void> {
    this.leaving.set(true);
    this.trouble.set(null);
    try {
      this.losing.set(!(await this.login.signOut({ lose })));
    } catch (thrown) {
      this.trouble.set(problemOf(thrown).words.failed + ' ' + $localize`You are still signed in.`);
    } finally {
      this.leaving.set(false);
    }
  }

  protected close(): void {
    this.open.set(false);
    this.losing.set(false);
    this.trouble.set(null);
  }
}
