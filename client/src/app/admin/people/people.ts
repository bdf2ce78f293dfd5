import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { StaffDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { LoadError } from '../../kit/load-error/load-error';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { ChangeRoles } from './change-roles';
import { InviteStaff } from './invite-staff';
import { rolesInWords, STAFF_STATUS_WORDS } from './staff-words';
import { Supervise } from './supervise';

/** Who works here, in which roles, under whose supervision. */
@Component({
  selector: 'kept-people',
  imports: [ChangeRoles, Dialog, InviteStaff, LoadError, Skeleton, Supervise],
  templateUrl: './people.html',
})
export class People {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly invitation = viewChild.required(InviteStaff);
  private readonly supervision = viewChild.required(Supervise);
  private readonly rolesOf = viewChild.required(ChangeRoles);
  private readonly question = viewChild.required<Dialog>('question');

  protected readonly staff = read<{ items: StaffDto[] }>(() => '/staff?limit=100');
  protected readonly rows = computed(() => this.staff.value()?.items ?? []);
  protected readonly counted = computed(() => {
    const active = this.rows().filter((one) => one.status === 'active').length;
    const invited = this.rows().filter((one) => one.status === 'invited').length;
    return $localize`${active}:active: active, ${invited}:invited: invited`;
  });
  protected readonly chosen = signal<StaffDto | null>(null);
  protected readonly wrong = signal<string | null>(null);
  protected readonly statusWords = STAFF_STATUS_WORDS;
  protected readonly rolesInWords = rolesInWords;

  protected isMe(one: StaffDto): boolean {
    return one.id === this.login.me()?.id;
  }

  protected openInvitation(): void {
    this.invitation().open();
  }

  protected openSupervision(one: StaffDto): void {
    this.chosen.set(one);
    this.supervision().open();
  }

  protected openRoles(one: StaffDto): void {
    this.rolesOf().open(one);
  }

  protected askToDisable(one: StaffDto): void {
    this.chosen.set(one);
    this.wrong.set(null);
    this.question().open();
  }

  protected keep(): void {
    this.question().close();
  }

  protected async disable(): Promise<void> {
    const one = this.chosen();
    if (!one) return;
    const done = await this.setStatus(one, 'disabled');
    if (done) this.question().close('disabled');
  }

  protected async enable(one: StaffDto): Promise<void> {
    await this.setStatus(one, 'active');
  }

  private async setStatus(one: StaffDto, status: 'active' | 'disabled'): Promise<boolean> {
    try {
      await this.api.patch(`/staff/${one.id}`, { status }, { ifMatch: one.version });
      this.toasts.say(
        status === 'disabled'
          ? $localize`${one.displayName}:name: was signed out and can no longer sign in.`
          : $localize`${one.displayName}:name: can sign in again.`,
      );
      this.staff.reload();
      return true;
    } catch (thrown) {
      this.wrong.set(problemOf(thrown).words.failed);
      if (status === 'active') this.toasts.fail(problemOf(thrown).words.failed);
      return false;
    }
  }
}
