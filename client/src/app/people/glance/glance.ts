import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientDto } from '../../../api/types.gen';
import { Login } from '../../core/login';
import { contactWords, PORTAL_WORDS, STATUS_WORDS } from '../client-words';
import { PortalInvite } from '../portal-invite/portal-invite';

/** What is true of a person whatever page is open: where care stands, how to reach them, their portal. */
@Component({
  selector: 'kept-glance',
  imports: [PortalInvite, RouterLink],
  templateUrl: './glance.html',
})
export class Glance {
  readonly client = input.required<ClientDto>();
  /** Where the addresses of the face begin that this stands in: `/admin` or nothing. */
  readonly base = input('');
  readonly changed = output();
  private readonly login = inject(Login);
  private readonly invite = viewChild.required(PortalInvite);

  protected readonly mayChange = computed(() => this.login.can('clients:change'));
  protected readonly mayInvite = computed(() => {
    const { portal, status } = this.client();
    return this.login.can('clients:invite') && (portal === 'none' || portal === 'invited') && status !== 'ended';
  });
  protected readonly contact = computed(() => contactWords(this.client().safeContact));
  protected readonly status = computed(() => STATUS_WORDS[this.client().status]);
  protected readonly portal = computed(() => PORTAL_WORDS[this.client().portal]);

  protected openInvitation(): void {
    this.invite().open();
  }
}
