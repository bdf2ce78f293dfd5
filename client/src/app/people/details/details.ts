import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CareTeamMemberDto, ClientDto, NewClient } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { FieldWords } from '../../core/field-words';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { DateField } from '../../kit/date-field/date-field';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextField } from '../../kit/text-field/text-field';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { Toasts } from '../../kit/toast/toasts';
import { STATUS_MOVES, STATUS_WORDS, type ClientStatus } from '../client-words';

/** Enters a new person, or changes what is known of one: the same page with and without an id in its address. */
@Component({
  selector: 'kept-client-details',
  imports: [Checkbox, DateField, ErrorSummary, ProblemNotice, RouterLink, Select, Skeleton, TextField],
  templateUrl: './details.html',
})
export class ClientDetails {
  readonly id = input<string>();
  /** Where the addresses of the face begin that this page is part of: from the route, `/admin` or nothing. */
  readonly base = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  /** Whoever treats people treats from now on whom she enters; whom the front desk enters waits. */
  protected readonly treats = inject(Login).hasRole('therapist');

  protected readonly client = read<ClientDto>(() => (this.id() ? `/clients/${this.id()}` : undefined));
  private readonly team = read<{ items: CareTeamMemberDto[] }>(() =>
    this.id() ? `/clients/${this.id()}/care-team` : undefined,
  );
  /** The person as she was when this page was opened: what it is later compared and sent against. */
  private readonly known = signal<ClientDto | null>(null);

  protected readonly givenName = linkedSignal(() => this.known()?.givenName ?? '');
  protected readonly familyName = linkedSignal(() => this.known()?.familyName ?? '');
  protected readonly preferredName = linkedSignal(() => this.known()?.preferredName ?? '');
  protected readonly pronouns = linkedSignal(() => this.known()?.pronouns ?? '');
  protected readonly birthDate = linkedSignal<string | null>(() => this.known()?.birthDate ?? null);
  protected readonly email = linkedSignal(() => this.known()?.email ?? '');
  protected readonly phone = linkedSignal(() => this.known()?.phone ?? '');
  protected readonly channel = linkedSignal(() => this.known()?.safeContact?.channel ?? '');
  protected readonly from = linkedSignal(() => this.known()?.safeContact?.from ?? '');
  protected readonly to = linkedSignal(() => this.known()?.safeContact?.to ?? '');
  protected readonly voicemail = linkedSignal(() => this.known()?.safeContact?.voicemail ?? false);
  protected readonly status = linkedSignal<string>(() => this.known()?.status ?? 'active');
  protected readonly primary = linkedSignal(() => this.known()?.primaryTherapistId ?? '');

  protected readonly saving = signal(false);
  protected readonly wrong = signal<string | null>(null);
  protected readonly fields = new FieldWords(
    {
      givenName: $localize`Enter the given name, up to 120 characters.`,
      familyName: $localize`Enter the family name, up to 120 characters.`,
      preferredName: $localize`The preferred name can have up to 120 characters.`,
      pronouns: $localize`Pronouns can have up to 40 characters.`,
      birthDate: $localize`Enter a day between 1900 and today.`,
      email: $localize`Enter an e-mail address, such as name@mail.com, or leave it empty.`,
      phone: $localize`Enter a number of digits, such as +1 555 010 0199, or leave it empty.`,
      'safeContact.channel': $localize`Choose how to make contact.`,
      'safeContact.from': $localize`Enter a time, such as 09:00, or leave it empty.`,
      'safeContact.to': $localize`Enter a time, such as 17:00, or leave it empty.`,
    },
    'client',
  );

  protected readonly chartWord = $localize`Chart`;
  protected readonly today = new Date().toISOString().slice(0, 10);
  protected readonly channels = [
    { key: 'sms', label: $localize`Text` },
    { key: 'phone', label: $localize`Call` },
    { key: 'email', label: $localize`E-mail` },
    { key: 'none', label: $localize`Do not contact` },
  ];
  protected readonly statuses = computed(() =>
    STATUS_MOVES[this.known()?.status ?? 'active'].map((key) => ({ key, label: STATUS_WORDS[key] })),
  );
  protected readonly therapists = computed(() =>
    (this.team.value()?.items ?? [])
      .filter((member) => member.to === null)
      .map((member) => ({ key: member.staffId, label: member.displayName })),
  );
  protected readonly back = computed(() => {
    if (this.id()) return `${this.base() ?? ''}/clients/${this.id()}`;
    return this.base() ? `${this.base()}/clients` : '/caseload';
  });

  constructor() {
    // A newer answer does not overwrite what is being typed.
    effect(() => {
      const client = this.client.value();
      if (client && untracked(this.known)?.id !== client.id) this.known.set(client);
    });
  }

  protected async save(): Promise<void> {
    if (this.saving()) return;
    this.wrong.set(null);
    const missing = [this.givenName().trim() ? '' : 'givenName', this.familyName().trim() ? '' : 'familyName'];
    if (!this.fields.mark(missing)) return;
    this.saving.set(true);
    try {
      const saved = await this.send();
      this.toasts.say($localize`Saved.`);
      await this.router.navigateByUrl(`${this.base() ?? ''}/clients/${saved.id}`);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!this.fields.take(problem)) this.wrong.set(`${problem.words.failed} ${problem.words.safe}`);
    } finally {
      this.saving.set(false);
    }
  }

  private send(): Promise<ClientDto> {
    const known = this.known();
    if (!known) return this.api.post<ClientDto>('/clients', this.details(), { idempotencyKey: this.key });
    const change = {
      ...this.details(),
      status: this.status() as ClientStatus,
      primaryTherapistId: this.primary() || null,
    };
    return this.api.patch<ClientDto>(`/clients/${known.id}`, change, { ifMatch: known.version });
  }

  /** A second tap on Save enters nobody twice. */
  private readonly key = crypto.randomUUID();

  private details(): NewClient {
    const orNull = (text: string): string | null => text.trim() || null;
    return {
      givenName: this.givenName().trim(),
      familyName: this.familyName().trim(),
      preferredName: orNull(this.preferredName()),
      pronouns: orNull(this.pronouns()),
      birthDate: this.birthDate(),
      email: orNull(this.email()),
      phone: orNull(this.phone()),
      safeContact: this.channel()
        ? { channel: this.channel(), from: orNull(this.from()), to: orNull(this.to()), voicemail: this.voicemail() }
        : null,
    };
  }
}
