import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import type { BetrayalDto, CoupleChangeDto, CoupleDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { dated, stamp } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { BETRAYAL_CHOICES, changeWords, ROLE_CHOICES, ROLE_WORDS, type PartnerRole } from '../couple-words';

/** What happened, each thing with its own roles, and who changed what of it and why. Staff alone; not in session view. */
@Component({
  selector: 'kept-couple-betrayals',
  imports: [CheckboxGroup, DateField, Dialog, Select, TextArea],
  templateUrl: './couple-betrayals.html',
})
export class CoupleBetrayals {
  readonly couple = input.required<CoupleDto>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly editor = viewChild.required<Dialog>('editing');
  private readonly closer = viewChild.required<Dialog>('closing');

  protected readonly events = read<{ items: BetrayalDto[] }>(() => `/couples/${this.couple().id}/betrayals`);
  protected readonly changes = read<{ items: CoupleChangeDto[] }>(() => `/couples/${this.couple().id}/changes`);
  protected readonly mayChange = computed(
    () => this.login.can('betrayals:change') && this.couple().status === 'active',
  );
  protected readonly chosen = signal<BetrayalDto | null>(null);
  protected readonly types = signal<readonly string[]>([]);
  protected readonly known = signal('');
  protected readonly discoveredOn = signal<string | null>(null);
  protected readonly firstRole = signal('');
  protected readonly secondRole = signal('');
  protected readonly reason = signal('');
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);
  protected readonly today = new Date().toISOString().slice(0, 10);
  protected readonly kinds = BETRAYAL_CHOICES;
  protected readonly roles = ROLE_CHOICES;
  protected readonly names = computed(() => this.couple().partners.map(({ clientId }) => this.nameOf(clientId)));
  protected readonly roleLabels = computed(() => this.names().map((name) => $localize`Role of ${name}:name:`));
  protected readonly dated = dated;
  protected readonly stamp = stamp;

  constructor() {
    let known: number | null = null;
    // A change of roles makes a new version of the couple.
    effect(() => {
      const { version } = this.couple();
      if (known !== null && known !== version) untracked(() => this.changes.reload());
      known = version;
    });
  }

  protected kindsOf({ types }: BetrayalDto): string {
    return types.map((type) => BETRAYAL_CHOICES.find(({ key }) => key === type)?.label ?? type).join(', ');
  }

  protected rolesOf({ roles }: BetrayalDto): string {
    return roles.map(({ clientId, role }) => `${this.nameOf(clientId)}: ${ROLE_WORDS[role]}`).join(', ');
  }

  protected wordsOf(change: CoupleChangeDto): string {
    return changeWords(change, change.clientId ? this.nameOf(change.clientId) : '');
  }

  protected open(event: BetrayalDto | null): void {
    this.choose(event);
    this.editor().open();
  }

  protected openClosing(event: BetrayalDto): void {
    this.choose(event);
    this.closer().open();
  }

  protected cancel(): void {
    this.editor().close();
    this.closer().close();
  }

  protected async save(): Promise<void> {
    const event = this.chosen();
    if (this.types().length === 0) return this.wrong.set($localize`Choose at least one kind.`);
    if (event && !this.reason().trim()) return this.wrong.set($localize`Say why it changes.`);
    const [first, second] = this.couple().partners;
    const body = {
      types: this.types(),
      known: this.known().trim() || null,
      discoveredOn: this.discoveredOn(),
      roles: [
        { clientId: first?.clientId, role: this.firstRole() },
        { clientId: second?.clientId, role: this.secondRole() },
      ],
    };
    await this.send(() =>
      event
        ? this.api.patch(`/betrayals/${event.id}`, { ...body, reason: this.reason() }, { ifMatch: event.version })
        : this.api.post(`/couples/${this.couple().id}/betrayals`, body),
    );
  }

  protected async close(): Promise<void> {
    const event = this.chosen();
    if (!event) return;
    if (!this.reason().trim()) return this.wrong.set($localize`Say why it is closed.`);
    await this.send(() =>
      this.api.post(`/betrayals/${event.id}/close`, { reason: this.reason() }, { ifMatch: event.version }),
    );
  }

  private async send(act: () => Promise<unknown>): Promise<void> {
    if (this.saving()) return;
    this.saving.set(true);
    try {
      await act();
      this.cancel();
      this.events.reload();
      this.changes.reload();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }

  private choose(event: BetrayalDto | null): void {
    this.chosen.set(event);
    // What was typed and cancelled is gone.
    this.types.set(event?.types ?? []);
    this.known.set(event?.known ?? '');
    this.discoveredOn.set(event?.discoveredOn ?? null);
    this.firstRole.set(this.roleAt(0));
    this.secondRole.set(this.roleAt(1));
    this.reason.set('');
    this.wrong.set('');
  }

  private roleAt(index: number): PartnerRole {
    return this.chosen()?.roles[index]?.role ?? this.couple().partners[index]?.role ?? 'unspecified';
  }

  private nameOf(clientId: string): string {
    return this.couple().partners.find((partner) => partner.clientId === clientId)?.callName ?? $localize`the partner`;
  }
}
