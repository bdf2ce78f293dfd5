import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PolicySignatureDto, PolicyVersionDto, SecretsPolicyDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { dated } from '../../kit/clock';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { ownCouple } from '../own-couple';

/** What happens with things told alone: the words, and one's own signature. Nothing here tells of the partner's. */
@Component({
  selector: 'kept-own-told-alone',
  imports: [ProblemNotice, RouterLink, Skeleton],
  templateUrl: './told-alone.html',
})
export class ToldAlone {
  private readonly api = inject(Api);
  protected readonly couple = ownCouple();
  protected readonly policy = read<SecretsPolicyDto>(() => this.couple.path('secrets-policy'));
  protected readonly signature = computed(() => this.policy.value()?.current?.signatures[0] ?? null);
  /** Earlier words that one signed oneself. */
  protected readonly before = computed(() =>
    (this.policy.value()?.earlier ?? []).filter(({ signatures }) => signatures.length > 0),
  );
  protected readonly problem = computed(() => this.couple.home.problem() ?? this.policy.problem());
  protected readonly trouble = signal<Problem | null>(null);
  protected readonly saving = signal(false);
  protected readonly said = signal('');
  protected readonly dated = dated;

  protected async sign({ id }: PolicyVersionDto): Promise<void> {
    if (this.saving()) return;
    this.saving.set(true);
    this.trouble.set(null);
    try {
      await this.api.post<PolicySignatureDto>(`/secrets-policies/${id}/signatures`);
      this.said.set($localize`Signed. You find it here again at any time.`);
    } catch (thrown) {
      const problem = problemOf(thrown);
      // Signed in another tab, or other words are asked for by now: the page says which.
      if (problem.kind !== 'state') this.trouble.set(problem);
    } finally {
      this.saving.set(false);
      this.policy.reload();
    }
  }

  protected retry(): void {
    this.couple.home.reload();
    this.policy.reload();
  }
}
