import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { CoupleDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { Toasts } from '../../kit/toast/toasts';
import { BETRAYAL_CHOICES, ROLE_CHOICES, STAGE_WORDS, type Stage } from '../couple-words';

/** Where the couple stands, what happened, and each partner's role. */
@Component({
  selector: 'kept-couple-edit',
  imports: [CheckboxGroup, DateField, Dialog, Select, TextArea, TextField],
  templateUrl: './couple-edit.html',
})
export class CoupleEdit {
  readonly couple = input.required<CoupleDto>();
  readonly changed = output<CoupleDto>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly stage = linkedSignal<string>(() => this.couple().stage ?? '');
  protected readonly stageReason = signal('');
  protected readonly discoveredOn = linkedSignal<string | null>(() => this.couple().discoveredOn ?? null);
  protected readonly types = linkedSignal<readonly string[]>(() => this.couple().betrayalTypes ?? []);
  protected readonly firstRole = linkedSignal<string>(() => this.couple().partners[0]?.role ?? 'unspecified');
  protected readonly secondRole = linkedSignal<string>(() => this.couple().partners[1]?.role ?? 'unspecified');
  protected readonly reason = signal('');
  protected readonly turnsRoles = computed(() =>
    this.couple().partners.some(({ role }, index) => role !== [this.firstRole(), this.secondRole()][index]),
  );
  protected readonly wrong = signal<string | null>(null);
  protected readonly saving = signal(false);

  protected readonly today = new Date().toISOString().slice(0, 10);
  protected readonly roles = ROLE_CHOICES;
  protected readonly stages = (Object.keys(STAGE_WORDS) as Stage[]).map((key) => ({ key, label: STAGE_WORDS[key] }));
  protected readonly betrayals = BETRAYAL_CHOICES;
  protected readonly names = computed(() =>
    this.couple().partners.map((partner) => $localize`Role of ${partner.callName ?? $localize`the partner`}:name:`),
  );

  open(): void {
    this.wrong.set(null);
    this.stageReason.set('');
    this.reason.set('');
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async save(): Promise<void> {
    if (this.saving()) return;
    const reason = this.reason().trim();
    if (this.turnsRoles() && !reason) return this.wrong.set($localize`Say why the roles change.`);
    this.saving.set(true);
    const couple = this.couple();
    const roles = [this.firstRole(), this.secondRole()];
    try {
      const saved = await this.api.patch<CoupleDto>(
        `/couples/${couple.id}`,
        {
          stage: this.stage() || null,
          ...(this.stageReason().trim() ? { stageReason: this.stageReason().trim() } : {}),
          discoveredOn: this.discoveredOn(),
          betrayalTypes: this.types(),
          ...(this.turnsRoles() ? { reason } : {}),
          partners: couple.partners.map(({ clientId }, index) => ({ clientId, role: roles[index] })),
        },
        { ifMatch: couple.version },
      );
      this.dialog().close('saved');
      this.toasts.say($localize`Saved.`);
      this.changed.emit(saved);
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.wrong.set(`${problem.words.failed} ${problem.words.safe}`);
    } finally {
      this.saving.set(false);
    }
  }
}
