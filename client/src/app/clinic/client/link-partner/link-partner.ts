import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { CaseloadRowDto, ClientDto, CoupleDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { Dialog } from '../../../kit/dialog/dialog';
import { Select } from '../../../kit/select/select';
import { ROLE_CHOICES, type PartnerRole } from '../../couple-words';
import type { About } from '../../note/whose';
import { ClientPicker } from '../../pick/client-picker';

/** Links this person with another one in one's care as a couple, each with a role of their own. */
@Component({
  selector: 'kept-link-partner',
  imports: [ClientPicker, Dialog, Select],
  templateUrl: './link-partner.html',
})
export class LinkPartner {
  readonly client = input.required<ClientDto>();
  readonly linked = output<CoupleDto>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly cannotBeLinked = ({ id, coupleId }: CaseloadRowDto): boolean =>
    id === this.client().id || coupleId !== null;
  protected readonly partner = signal<About | null>(null);
  protected readonly ownRole = signal('unspecified');
  protected readonly partnersRole = signal('unspecified');
  protected readonly wrong = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly roles = ROLE_CHOICES;
  protected readonly roleOf = computed(() => $localize`Role of ${this.client().displayName}:name:`);

  open(): void {
    this.wrong.set(null);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async link(): Promise<void> {
    const partner = this.partner()?.clientId;
    if (this.sending()) return;
    if (!partner) {
      this.wrong.set($localize`Choose the partner from the list.`);
      return;
    }
    this.sending.set(true);
    try {
      const couple = await this.api.post<CoupleDto>('/couples', {
        partners: [
          { clientId: this.client().id, role: this.ownRole() as PartnerRole },
          { clientId: partner, role: this.partnersRole() as PartnerRole },
        ],
        stage: 'stabilise',
      });
      this.dialog().close('linked');
      this.linked.emit(couple);
    } catch (thrown) {
      this.wrong.set(problemOf(thrown).words.failed);
    } finally {
      this.sending.set(false);
    }
  }
}
