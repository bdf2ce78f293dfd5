import { Component, computed, effect, inject, input, output, signal, viewChild } from '@angular/core';
import type { CaseloadRowDto, ClientDto, CoupleDto } from '../../../../api/types.gen';
import { Api, query, read } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { Dialog } from '../../../kit/dialog/dialog';
import { PeoplePicker, type PickablePerson } from '../../../kit/people-picker/people-picker';
import { Select } from '../../../kit/select/select';
import { STATUS_WORDS } from '../../../people/client-words';
import { ROLE_CHOICES, type PartnerRole } from '../../couple-words';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;

/** Links this person with another one in one's care as a couple, each with a role of their own. */
@Component({
  selector: 'kept-link-partner',
  imports: [Dialog, PeoplePicker, Select],
  templateUrl: './link-partner.html',
})
export class LinkPartner {
  readonly client = input.required<ClientDto>();
  readonly linked = output<CoupleDto>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly typed = signal('');
  private readonly asked = signal('');
  private readonly found = read<{ items: CaseloadRowDto[] }>(() =>
    this.asked() ? '/clients' + query({ q: this.asked(), limit: 10 }) : undefined,
  );
  protected readonly people = computed<PickablePerson[]>(() =>
    (this.asked() ? (this.found.value()?.items ?? []) : [])
      .filter((row) => row.id !== this.client().id && row.coupleId === null)
      .map((row) => ({
        id: row.id,
        name: `${row.preferredName ?? row.givenName} ${row.familyName}`,
        note: STATUS_WORDS[row.status],
      })),
  );
  protected readonly partner = signal<string | null>(null);
  protected readonly ownRole = signal('unspecified');
  protected readonly partnersRole = signal('unspecified');
  protected readonly wrong = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly roles = ROLE_CHOICES;
  protected readonly roleOf = computed(() => $localize`Role of ${this.client().displayName}:name:`);

  constructor() {
    effect((cleanUp) => {
      const typed = this.typed().trim();
      const pause = setTimeout(() => this.asked.set(typed), PAUSE);
      cleanUp(() => clearTimeout(pause));
    });
  }

  open(): void {
    this.wrong.set(null);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async link(): Promise<void> {
    const partner = this.partner();
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
