import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { ClientDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { CareTeam } from '../../people/care-team/care-team';
import { aboutWords } from '../../people/client-words';
import { Glance } from '../../people/glance/glance';

/** One person as the front desk knows them: names, contact, portal, and who treats them. */
@Component({
  selector: 'kept-admin-client',
  imports: [CareTeam, Glance, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './client.html',
})
export class Client {
  readonly id = input.required<string>();
  private readonly title = inject(Title);

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly about = computed(() => {
    const client = this.client.value();
    if (!client) return '';
    const name = `${client.givenName} ${client.familyName}`;
    return [name, aboutWords(client)].filter(Boolean).join(', ');
  });
  protected readonly glance = $localize` at a glance`;

  constructor() {
    effect(() => {
      const client = this.client.value();
      if (client) this.title.setTitle(`${client.displayName} · Kept`);
    });
  }
}
