import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { CareTeamMemberDto, StaffDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { dated } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { LoadError } from '../../kit/load-error/load-error';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';

/** Who treats this person and since when; colleagues join and leave here. */
@Component({
  selector: 'kept-care-team',
  imports: [Dialog, LoadError, Select, Skeleton],
  templateUrl: './care-team.html',
})
export class CareTeam {
  readonly clientId = input.required<string>();
  readonly changed = output();
  /** The signed-in person has ended her own care: this page is no longer hers to see. */
  readonly left = output();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly adding = viewChild.required<Dialog>('adding');
  private readonly ending = viewChild.required<Dialog>('ending');

  protected readonly team = read<{ items: CareTeamMemberDto[] }>(() => `/clients/${this.clientId()}/care-team`);
  private readonly staff = read<{ items: StaffDto[] }>(() => '/staff?limit=100&role=therapist');

  protected readonly mayChange = computed(() => this.login.can('care-team:change'));
  protected readonly now = computed(() => this.team.value()?.items.filter((member) => !isOver(member)) ?? []);
  protected readonly before = computed(() => this.team.value()?.items.filter(isOver) ?? []);
  /** Nobody puts herself on a team: the signed-in person is not offered. */
  protected readonly candidates = computed(() => {
    const here = new Set([...this.now().map((member) => member.staffId), this.login.me()?.id]);
    return (this.staff.value()?.items ?? [])
      .filter((one) => one.status !== 'disabled' && !here.has(one.id))
      .map((one) => ({ key: one.id, label: one.displayName }));
  });
  protected readonly chosen = signal('');
  protected readonly leaving = signal<CareTeamMemberDto | null>(null);
  protected readonly isMe = computed(() => this.leaving()?.staffId === this.login.me()?.id);
  protected readonly wrong = signal<string | null>(null);
  protected readonly dated = dated;

  reload(): void {
    this.team.reload();
  }

  protected openAdding(): void {
    this.chosen.set('');
    this.wrong.set(null);
    this.adding().open();
  }

  protected openEnding(member: CareTeamMemberDto): void {
    this.leaving.set(member);
    this.wrong.set(null);
    this.ending().open();
  }

  protected async add(): Promise<void> {
    if (!this.chosen()) {
      this.wrong.set($localize`Choose who joins.`);
      return;
    }
    const body = { staffId: this.chosen() };
    await this.act(this.adding(), () => this.api.post(`/clients/${this.clientId()}/care-team`, body));
  }

  protected async end(): Promise<void> {
    const member = this.leaving();
    if (!member) return;
    const mine = this.isMe();
    const done = await this.act(this.ending(), () =>
      this.api.delete(`/clients/${this.clientId()}/care-team/${member.id}`),
    );
    if (done && mine) this.left.emit();
  }

  protected closeDialogs(): void {
    this.adding().close();
    this.ending().close();
  }

  private async act(dialog: Dialog, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      dialog.close('done');
      this.toasts.say($localize`The care team was changed.`);
      this.team.reload();
      this.changed.emit();
      return true;
    } catch (thrown) {
      this.wrong.set(problemOf(thrown).words.failed);
      return false;
    }
  }
}

const isOver = (member: CareTeamMemberDto): boolean => member.to !== null && Date.parse(member.to) <= Date.now();
