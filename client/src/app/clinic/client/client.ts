import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { ClientDto, SessionDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { printedAs } from '../../core/on-paper';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Key, SINGLE_KEYS } from '../../kit/key/key';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { Tabs, type Tab } from '../../kit/tabs/tabs';
import { aboutWords } from '../../people/client-words';
import { Glance } from '../../people/glance/glance';
import { WorkingOn } from '../plan/working-on';
import { Recent } from '../finder/recent';
import { ClientRisk } from '../risk/client-risk';
import { PolicyLine } from '../couple/secrets/policy-line';
import { wallDay } from '../../core/wall-clock';
import { dated } from '../../kit/clock';
import { RecordPaper } from './record-paper/record-paper';
import { PlanSession } from '../session/plan-session';
import { plannedWords } from '../session/planned-words';
import { Neighbours } from './neighbours';

/** The frame of one person's chart: who it is, and a tab for each part, each with an address of its own. */
@Component({
  selector: 'kept-client-chart',
  imports: [
    ...[ClientRisk, Glance, Key, Neighbours, PlanSession, PolicyLine, ProblemNotice, RecordPaper, RouterLink],
    ...[RouterOutlet, Skeleton, Tabs, WorkingOn],
  ],
  templateUrl: './client.html',
})
export class ClientChart {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  /** Single keys are named only while they work. */
  protected readonly letters = inject(SINGLE_KEYS);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(Title);
  private readonly recent = inject(Recent);

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly mayRelease = this.login.can('record-releases:read');
  protected readonly callName = computed(() => {
    const client = this.client.value();
    return client ? (client.preferredName ?? client.givenName) : '';
  });
  protected readonly isAdmin = computed(() => this.login.hasRole('admin'));
  /** Whoever has no part in the care sees the person, not the chart. */
  protected readonly treats = computed(() => this.login.can('timeline:read'));
  protected readonly mayPrint = computed(() => this.login.can('records:print'));
  protected readonly tabs = computed<Tab[]>(() => {
    const at = `/clients/${this.id()}`;
    const chart = [
      { link: `${at}/timeline`, label: $localize`Timeline` },
      { link: `${at}/notes`, label: $localize`Notes` },
      { link: `${at}/homework`, label: $localize`Homework` },
      { link: `${at}/scales`, label: $localize`Scales` },
      { link: `${at}/plan`, label: $localize`Plan` },
      { link: `${at}/journal`, label: $localize`Journal` },
    ];
    return [...(this.treats() ? chart : []), { link: `${at}/sharing`, label: $localize`Sharing and access` }];
  });
  protected readonly about = computed(() => {
    const client = this.client.value();
    return client ? aboutWords(client) : '';
  });
  protected readonly glance = $localize` at a glance`;

  constructor() {
    effect(() => {
      const client = this.client.value();
      if (!client) return;
      this.title.setTitle(`${client.displayName} · Kept`);
      untracked(() => this.recent.add(client));
    });
    printedAs(() => {
      const client = this.client.value();
      if (!client) return null;
      const today = dated(wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'), 'long');
      return { whose: client.displayName, what: $localize`Chart, printed ${today}:day:` };
    });
  }

  protected sayPlanned(session: SessionDto): void {
    this.toasts.say(plannedWords(session, this.login.me()?.clinic.timeZone));
  }
}
