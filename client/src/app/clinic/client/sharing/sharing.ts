import { Component, computed, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { ClientDto, CoupleDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { Login } from '../../../core/login';
import { CareTeam } from '../../../people/care-team/care-team';
import { LinkPartner } from '../link-partner/link-partner';

/** Who may open this chart and since when; and the link to a partner, which opens nothing. */
@Component({
  selector: 'kept-client-sharing',
  imports: [CareTeam, LinkPartner],
  templateUrl: './sharing.html',
})
export class ClientSharing {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly linking = viewChild(LinkPartner);

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly mayLink = computed(
    () => this.login.can('couples:create') && this.client.value()?.coupleId === null,
  );

  protected leave(): void {
    void this.router.navigateByUrl('/caseload');
  }

  protected openLinking(): void {
    this.linking()?.open();
  }

  protected showCouple(couple: CoupleDto): void {
    void this.router.navigate(['/couples', couple.id]);
  }
}
