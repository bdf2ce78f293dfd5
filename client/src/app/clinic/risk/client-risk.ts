import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RiskAlertDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { dated } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { Toasts } from '../../kit/toast/toasts';
import { Unfold } from '../../kit/unfold/unfold';
import { RaiseRisk } from './raise-risk';
import { RiskNews } from './risk-news';
import { ACT_WORDS, SEVERITY_WORDS, standingWords } from './risk-words';

/** On a chart, above its parts: alerts that are not closed, and those that were. */
@Component({
  selector: 'kept-client-risk',
  imports: [LoadError, RaiseRisk, RouterLink, Unfold],
  templateUrl: './client-risk.html',
})
export class ClientRisk {
  readonly clientId = input.required<string>();
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  protected readonly mayRaise = this.login.can('risk-alerts:raise');
  protected readonly open = read<{ items: RiskAlertDto[] }>(() => `/risk-alerts?clientId=${this.clientId()}`);
  protected readonly showsOver = signal(false);
  protected readonly over = read<{ items: RiskAlertDto[] }>(
    () => `/risk-alerts?status=closed&clientId=${this.clientId()}`,
  );
  protected readonly severityWords = SEVERITY_WORDS;
  protected readonly actWords = ACT_WORDS;
  protected readonly standingWords = standingWords;
  protected readonly dated = dated;

  constructor() {
    const news = inject(RiskNews);
    effect(() => {
      if (news.count() > 0) untracked(() => this.open.reload());
    });
  }

  protected sayRaised(): void {
    this.toasts.say($localize`The alert is raised. It stays on top of Today until somebody closes it.`);
    this.open.reload();
  }
}
