import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type {
  ClientDto,
  NewRecordAuthorisation,
  NewRecordRelease,
  RecordAuthorisationDto,
  RecordPreviewDto,
  RecordReleaseDto,
  ReleasePartDto,
  ReleaseSignerDto,
} from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { problemOf } from '../../../core/problems';
import { shortDay, stamp } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { SignedOnPaper } from '../../signed-on-paper/signed-on-paper';
import {
  blockedWords,
  countWords,
  itemWords,
  linkOf,
  missingNames,
  paperOf,
  signedWords,
  STATE_WORDS,
  WITHHELD_WORDS,
} from './record-words';

/** "If Maya asks for her records": exactly what would go, who has to sign, what stays and why. */
@Component({
  selector: 'kept-client-records',
  imports: [ProblemNotice, RouterLink, SignedOnPaper, Skeleton],
  templateUrl: './records.html',
})
export class ClientRecords {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly signing = viewChild(SignedOnPaper);
  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly preview = read<RecordPreviewDto>(() => `/clients/${this.id()}/record-preview`);
  protected readonly name = computed(() => {
    const client = this.client.value();
    return client ? (client.preferredName ?? client.givenName) : '…';
  });
  protected readonly mayAct = this.login.can('record-releases:draw-up');
  protected readonly mayKeep = this.login.can('record-releases:print');
  protected readonly failure = signal('');
  protected readonly said = signal('');
  protected readonly acting = signal(false);
  protected readonly withheldWords = WITHHELD_WORDS;
  protected readonly stateWords = STATE_WORDS;
  protected readonly itemWords = itemWords;
  protected readonly linkOf = linkOf;
  protected readonly paperOf = paperOf;
  protected readonly blockedWords = blockedWords;
  protected readonly countWords = countWords;
  protected readonly missingNames = missingNames;
  protected readonly signedWords = signedWords;
  protected readonly shortDay = shortDay;
  protected readonly stamp = stamp;

  protected headingOf({ scope, coupleName }: ReleasePartDto): string {
    return scope === 'own'
      ? $localize`${this.name()}:name:’s own record`
      : $localize`The joint record of ${coupleName ?? ''}:names:`;
  }

  protected askSignature({ scope, coupleId }: ReleasePartDto, { clientId, name }: ReleaseSignerDto): void {
    this.said.set('');
    this.signing()?.open({
      ...{ name, expires: true },
      about:
        scope === 'joint'
          ? $localize`For the joint record, to go to whoever asked for it. Only with the signed sheet in your hands.`
          : $localize`For the own record alone. Only with the signed sheet in your hands.`,
      record: (days) => {
        const body: NewRecordAuthorisation = { scope, coupleId, clientId, ...days };
        return this.api.post<RecordAuthorisationDto>(`/clients/${this.id()}/record-authorisations`, body);
      },
    });
  }

  protected wasSigned(name: string): void {
    this.said.set($localize`Recorded: ${name}:name: has signed.`);
    this.preview.reload();
  }

  protected takeBack({ id, clientName }: RecordAuthorisationDto): Promise<void> {
    return this.doing(async () => {
      await this.api.post<RecordAuthorisationDto>(`/record-authorisations/${id}/revoke`);
      this.said.set($localize`${clientName}:name:’s signature is taken back. Nothing more is drawn up with it.`);
      this.preview.reload();
    });
  }

  protected drawUp({ scope, coupleId, allowed }: ReleasePartDto): Promise<void> {
    if (!allowed) return Promise.resolve();
    return this.doing(async () => {
      const body: NewRecordRelease = { scope, coupleId };
      const made = await this.api.post<RecordReleaseDto>(`/clients/${this.id()}/record-releases`, body, {
        idempotencyKey: crypto.randomUUID(),
      });
      await this.router.navigateByUrl(`/record-releases/${made.id}`);
    });
  }

  private async doing(act: () => Promise<unknown>): Promise<void> {
    if (this.acting()) return;
    this.acting.set(true);
    this.failure.set('');
    this.said.set('');
    try {
      await act();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
      this.preview.reload();
    } finally {
      this.acting.set(false);
    }
  }
}
