import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { CareTeamMemberDto, ClientDto, CoupleDto, StaffDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { problemOf } from '../../../core/problems';
import { dated } from '../../../kit/clock';
import { Dialog } from '../../../kit/dialog/dialog';
import { LoadError } from '../../../kit/load-error/load-error';
import { Select } from '../../../kit/select/select';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Toasts } from '../../../kit/toast/toasts';
import { LinkPartner } from '../link-partner/link-partner';

/** Who may open this chart and since when; and the link to a partner, which opens nothing. */
@Component({
  selector: 'kept-client-sharing',
  imports: [Dialog, LinkPartner, LoadError, Select, Skeleton],
  templateUrl: './sharing.html',
})
export class ClientSharing {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly adding = viewChild.required<Dialog>('adding');
  private readonly ending = viewChild.required<Dialog>('ending');
  private readonly linking = viewChild(LinkPartner);

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly team = read<{ items: CareTeamMemberDto[] }>(() => `/clients/${this.id()}/care-team`);
  private readonly staff = read<{ items: StaffDto[] }>(() => '/staff?limit=100&role=therapist');

  protected readonly mayChange = computed(() => this.login.can('care-team:change'));
  protected readonly mayLink = computed(
    () => this.login.can('couples:create') && this.client.value()?.coupleId === null,
  );
  protected readonly now = computed(() => this.team.value()?.items.filter((member) => !isOver(member)) ?? []);
  protected readonly before = computed(() => this.team.value()?.items.filter(isOver) ?? []);
  /** Nobody puts herself on a team: the signed-in person is not offered. */
  protected readonly candidates = computed(() => {
    const here = new Set([...this.now().map((member) => member.staffId), this.login.me()?.id]);
    return (this.staff.value()?.items ?? [])
      .filter((one) => one.status !== 'disabled' && !here.has(one.id))
      .map((one) => ({ key: one.id, label: one.displayName }));
  });
  protected readonly dated = dated;
  protected readonly chosen = signal('');
  protected readonly leaving = signal<CareTeamMemberDto | null>(null);
  protected readonly isMe = computed(() => this.leaving()?.staffId === this.login.me()?.id);
  protected readonly wrong = signal<string | null>(null);

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

  protected openLinking(): void {
    this.linking()?.open();
  }

  protected async add(): Promise<void> {
    if (!this.chosen()) {
      this.wrong.set($localize`Choose who joins.`);
      return;
    }
    await this.act(this.adding(), () => this.api.post(`/clients/${this.id()}/care-team`, { staffId: this.chosen() }));
  }

  protected async end(): Promise<void> {
    const member = this.leaving();
    if (!member) return;
    const mine = this.isMe();
    const done = await this.act(this.ending(), () => this.api.delete(`/clients/${this.id()}/care-team/${member.id}`));
    if (done && mine) await this.router.navigateByUrl('/caseload');
  }

  protected showCouple(couple: CoupleDto): void {
    void this.router.navigate(['/couples', couple.id]);
  }

  private async act(dialog: Dialog, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      dialog.close('done');
      this.toasts.say($localize`The care team was changed.`);
      this.team.reload();
      return true;
    } catch (thrown) {
      this.wrong.set(problemOf(thrown).words.failed);
      return false;
    }
  }

  protected closeDialogs(): void {
    this.adding().close();
    this.ending().close();
  }
}

const isOver = (member: CareTeamMemberDto): boolean => member.to !== null && Date.parse(member.to) <= Date.now();
