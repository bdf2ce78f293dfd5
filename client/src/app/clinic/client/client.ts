import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { ClientDto, SessionDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { Tabs, type Tab } from '../../kit/tabs/tabs';
import { ageOn, contactWords, PORTAL_WORDS, STATUS_WORDS } from '../people-words';
import { PlanSession } from '../session/plan-session';
import { plannedWords } from '../session/planned-words';
import { PortalInvite } from './portal-invite/portal-invite';

/** The frame of one person's chart: who it is, and a tab for each part, each with an address of its own. */
@Component({
  selector: 'kept-client-chart',
  imports: [PlanSession, PortalInvite, ProblemNotice, RouterLink, RouterOutlet, Skeleton, Tabs],
  templateUrl: './client.html',
})
export class ClientChart {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(Title);
  private readonly invite = viewChild(PortalInvite);

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly mayChange = computed(() => this.login.can('clients:change'));
  protected readonly mayInvite = computed(() => this.login.can('clients:invite'));
  /** Whoever has no part in the care sees the person, not the chart. */
  protected readonly treats = computed(() => this.login.can('timeline:read'));
  protected readonly tabs = computed<Tab[]>(() => {
    const at = `/clients/${this.id()}`;
    const chart = [
      { link: `${at}/timeline`, label: $localize`Timeline` },
      { link: `${at}/notes`, label: $localize`Notes` },
      { link: `${at}/homework`, label: $localize`Homework` },
      { link: `${at}/scales`, label: $localize`Scales` },
    ];
    return [...(this.treats() ? chart : []), { link: `${at}/sharing`, label: $localize`Sharing and access` }];
  });
  protected readonly about = computed(() => {
    const client = this.client.value();
    if (!client) return '';
    const today = new Date().toISOString().slice(0, 10);
    const parts = [
      client.pronouns,
      client.birthDate && String(ageOn(today, client.birthDate)),
      client.status === 'active' ? null : STATUS_WORDS[client.status].toLocaleLowerCase(),
    ];
    return parts.filter(Boolean).join(', ');
  });
  protected readonly contact = computed(() => contactWords(this.client.value()?.safeContact ?? null));
  protected readonly status = computed(() => STATUS_WORDS[this.client.value()?.status ?? 'active']);
  protected readonly glance = $localize` at a glance`;
  protected readonly portalWords = PORTAL_WORDS;

  constructor() {
    effect(() => {
      const client = this.client.value();
      if (client) this.title.setTitle(`${client.displayName} · Kept`);
    });
  }

  protected openInvitation(): void {
    this.invite()?.open();
  }

  protected sayPlanned(session: SessionDto): void {
    this.toasts.say(plannedWords(session, this.login.me()?.clinic.timeZone));
  }
}
