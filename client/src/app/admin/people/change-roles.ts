import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { StaffDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { Dialog } from '../../kit/dialog/dialog';
import { NumberField } from '../../kit/number-field/number-field';
import { Toasts } from '../../kit/toast/toasts';
import { rolesInWords, STAFF_ROLE_CHOICES } from './staff-words';

/** What one colleague may do from the next click on, on screens that are already open, too. */
@Component({
  selector: 'kept-change-roles',
  imports: [CheckboxGroup, Dialog, NumberField],
  templateUrl: './change-roles.html',
})
export class ChangeRoles {
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);

  private readonly of = signal<StaffDto | null>(null);
  protected readonly heading = computed(() => $localize`Roles of ${this.of()?.displayName ?? ''}:name:`);
  protected readonly roles = signal<readonly string[]>([]);
  protected readonly weeklySessions = signal<number | null>(null);
  protected readonly wrongNumber = signal<string | null>(null);
  protected readonly wrong = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly choices = STAFF_ROLE_CHOICES;
  protected readonly treats = computed(() => this.roles().includes('therapist'));
  /** The role whose loss leaves something behind that somebody has to see to. */
  protected readonly stopsTreating = computed(
    () => (this.of()?.roles.includes('therapist') ?? false) && !this.treats(),
  );

  open(staff: StaffDto): void {
    this.of.set(staff);
    this.roles.set(staff.roles);
    this.weeklySessions.set(staff.weeklySessions);
    this.wrong.set(null);
    this.wrongNumber.set(null);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async save(): Promise<void> {
    const staff = this.of();
    if (!staff || this.sending()) return;
    this.wrong.set(this.roles().length === 0 ? $localize`Choose at least one role.` : null);
    this.wrongNumber.set(
      isCapacity(this.weeklySessions()) ? null : $localize`Enter a whole number from 1 to 80, or leave it empty.`,
    );
    if (this.wrong() || this.wrongNumber()) return;
    this.sending.set(true);
    try {
      const body = { roles: this.roles(), weeklySessions: this.treats() ? this.weeklySessions() : null };
      const saved = await this.api.patch<StaffDto>(`/staff/${staff.id}`, body, { ifMatch: staff.version });
      this.dialog().close('saved');
      this.toasts.say($localize`${saved.displayName}:name: is now: ${rolesInWords(saved.roles)}:roles:.`);
      this.changed.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.wrong.set(problem.words.failed);
      if (problem.kind === 'stale') this.changed.emit();
    } finally {
      this.sending.set(false);
    }
  }
}

const isCapacity = (sessions: number | null): boolean =>
  sessions === null || (Number.isInteger(sessions) && sessions >= 1 && sessions <= 80);
