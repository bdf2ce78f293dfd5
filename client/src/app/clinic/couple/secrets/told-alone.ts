import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  CoupleDto,
  PaperSignature,
  PartnerDto,
  PolicySignatureDto,
  PolicyVersionDto,
  SecretsPolicyDto,
} from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { stamp } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { SignedOnPaper } from '../../signed-on-paper/signed-on-paper';
import { SECRETS_WORDS } from '../../../people/secrets-words';
import { signatureWords } from './policy-words';
import { NewPolicy } from './new-policy';

interface Hand {
  partner: PartnerDto;
  name: string;
  signature: PolicySignatureDto | null;
}

/** What is agreed with a couple about things told alone: the words that count, who signed them, and what was before. */
@Component({
  selector: 'kept-told-alone',
  imports: [NewPolicy, ProblemNotice, RouterLink, SignedOnPaper, Skeleton],
  templateUrl: './told-alone.html',
})
export class ToldAlone {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly making = viewChild(NewPolicy);
  private readonly recording = viewChild(SignedOnPaper);
  protected readonly couple = read<CoupleDto>(() => `/couples/${this.id()}`);
  protected readonly policy = read<SecretsPolicyDto>(() => `/couples/${this.id()}/secrets-policy`);
  private readonly isActive = computed(() => this.couple.value()?.status === 'active');
  protected readonly maySet = computed(() => this.isActive() && this.login.can('secrets-policies:set'));
  protected readonly mayRecord = computed(() => this.isActive() && this.login.can('secrets-policies:record'));
  protected readonly hands = computed(() => this.handsOf(this.policy.value()?.current ?? null));
  protected readonly said = signal('');
  protected readonly stamp = stamp;
  protected readonly choiceWords = SECRETS_WORDS;
  protected readonly signatureWords = signatureWords;

  protected handsOf(version: PolicyVersionDto | null): Hand[] {
    return (this.couple.value()?.partners ?? []).map((partner) => ({
      partner,
      name: partner.callName ?? $localize`Partner`,
      signature: version?.signatures.find(({ clientId }) => clientId === partner.clientId) ?? null,
    }));
  }

  protected writeNew(): void {
    this.said.set('');
    this.making()?.open();
  }

  protected recordPaper({ partner: { clientId }, name }: Hand, { id }: PolicyVersionDto): void {
    this.said.set('');
    this.recording()?.open({
      ...{ name, expires: false },
      about: $localize`Only with the signed sheet in your hands. It is told with your name.`,
      record: ({ signedOn }) => {
        const body: PaperSignature = { clientId, signedOn };
        return this.api.post<PolicySignatureDto>(`/secrets-policies/${id}/paper-signatures`, body);
      },
    });
  }

  protected wasSet(): void {
    this.said.set($localize`Set. Each of them signs it anew.`);
    this.policy.reload();
  }

  protected wasRecorded(name: string): void {
    this.said.set($localize`Recorded: ${name}:name: signed on paper.`);
    this.policy.reload();
  }
}
