import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AgreementDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { standingWords, type Act } from './agreement.words';
import { Terms } from './terms';

/** One agreement: its words, how it stands, and one's own next step. To look at it again is one tap. */
@Component({
  selector: 'kept-agreement-card',
  imports: [ProblemNotice, Terms],
  templateUrl: './agreement-card.html',
})
export class AgreementCard {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  /** Other words, or the same for longer, are to be written. */
  readonly offering = output();
  private readonly api = inject(Api);

  protected readonly heading = computed(() => (this.agreement().terms ?? this.agreement().asked)?.what ?? '');
  protected readonly standing = computed(() => standingWords(this.agreement()));
  /** What was put forward beside what is in force. */
  protected readonly beside = computed(() => (this.agreement().terms ? this.agreement().asked : null));
  protected readonly id = computed(() => `agreement-${this.agreement().id}`);
  /** The step that is being thought over, since it cannot be undone. */
  protected readonly asking = signal<'decline' | 'end' | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected can(act: Act): boolean {
    return this.agreement().acts.includes(act);
  }

  protected async take(step: Act): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    const termsId = step === 'agree' ? this.agreement().asked?.id : undefined;
    try {
      await this.api.post(`/agreements/${this.agreement().id}/steps`, { step, termsId });
      this.asking.set(null);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
      this.changed.emit();
    }
  }
}
