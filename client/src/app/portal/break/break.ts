import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { Location } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { IN, OUT, breathAt, crisisLinesFor, deviceZone } from './break.rules';

/** One calm page that cannot fail: it asks nothing of the server. */
@Component({
  selector: 'kept-break',
  imports: [RouterLink],
  templateUrl: './break.html',
})
export class Break {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly login = inject(Login);
  private readonly second = signal(0);
  private readonly cameFromInside = this.router.lastSuccessfulNavigation()?.previousNavigation != null;
  protected readonly talking = signal(false);
  protected readonly breath = computed(() => breathAt(this.second()));
  protected readonly counts = computed(() =>
    Array.from({ length: this.breath().phase === 'in' ? IN : OUT }, (_, index) => index + 1),
  );
  protected readonly clinicName = computed(() => this.login.me()?.clinic.name ?? '');
  protected readonly lines = computed(() => {
    const clinic = this.login.me()?.clinic;
    return crisisLinesFor(clinic?.locale ?? '', clinic?.timeZone ?? deviceZone());
  });

  constructor() {
    inject(Drafts).flushAll(false);
    const timer = setInterval(() => this.second.update((second) => second + 1), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected goOn(): void {
    if (this.cameFromInside) this.location.back();
    else void this.router.navigateByUrl('/me');
  }

  protected dial(number: string): string {
    return number.replaceAll(' ', '');
  }
}
