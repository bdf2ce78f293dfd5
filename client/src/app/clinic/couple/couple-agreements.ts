import { booleanAttribute, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { AgreementDto, PartnerDto, TermsDto } from '../../../api/types.gen';
import { Api, type Read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { dated } from '../../kit/clock';
import { LetGo } from '../let-go/let-go';
import { agreementWords, isOverAgreement, openWords } from './agreement-words';
import { twoOf } from './commitment-words';

/** What the two are open about for a while. Staff start what both agreed to; they agree to nothing for anybody. */
@Component({
  selector: 'kept-couple-agreements',
  imports: [LetGo, ProblemNotice],
  templateUrl: './couple-agreements.html',
})
export class CoupleAgreements {
  readonly list = input.required<Read<{ items: AgreementDto[] }>>();
  readonly partners = input.required<readonly PartnerDto[]>();
  /** Turned round, it shows what both may read. */
  readonly sessionView = input(false, { transform: booleanAttribute });
  /** Their work has ended: it is read, and nothing is done any more. */
  readonly closed = input(false);
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly letGo = viewChild.required(LetGo);

  protected readonly mayMove = computed(
    () => this.login.can('agreements:move') && !this.sessionView() && !this.closed(),
  );
  protected readonly shown = computed(() => {
    const two = twoOf(this.partners());
    return (
      (this.list().value()?.items ?? [])
        .filter((it) => !isOverAgreement(it) && (!this.sessionView() || !it.held || it.terms !== null))
        // Turned round, terms that wait are not there; what is in force stays.
        .map((it) => (this.sessionView() && it.asked?.held ? { ...it, asked: null } : it))
        .map((it) => {
          const [main, beside] = it.terms ? [it.terms, it.asked] : [it.asked, null];
          return {
            ...{ it, main, beside, words: agreementWords(it) },
            open: (terms: TermsDto) => openWords(terms, it, this.partners(), two),
          };
        })
    );
  });
  protected readonly opening = signal<AgreementDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly dated = dated;

  protected askToOpen(it: AgreementDto): void {
    this.opening.set(it);
    this.letGo().ask(`/agreements/${it.id}`);
  }

  protected async take(it: AgreementDto, step: 'start' | 'revisit'): Promise<void> {
    if (this.sending()) return;
    const termsId = step === 'start' ? it.asked?.id : undefined;
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`/agreements/${it.id}/steps`, { step, termsId });
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
      this.list().reload();
    }
  }
}
