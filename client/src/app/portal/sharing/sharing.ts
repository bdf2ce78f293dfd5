import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { FieldDto, ReleaseDto, SharingDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { weekday } from '../../kit/clock';
import { SharedAnswers } from '../../kit/shared-answers/shared-answers';
import { labelOf, quoted, standingOf, type Offer } from './sharing.rules';

/**
 * What of one sent sheet the partner may read, what could be shared, and the way back. Taking back works at once;
 * sharing goes through a page that shows the very words. Nothing here tells what the partner did or has.
 */
@Component({
  selector: 'kept-sharing',
  imports: [CheckboxGroup, ProblemNotice, SharedAnswers],
  templateUrl: './sharing.html',
})
export class Sharing {
  /** Id of the assignment: a sheet of one's own within the couple's work. */
  readonly id = input.required<string>();
  readonly therapist = input.required<string>();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  protected readonly sharing = read<SharingDto>(() => `/assignments/${this.id()}/sharing`);
  protected readonly standing = computed(() => {
    const sharing = this.sharing.value();
    return sharing && standingOf(sharing);
  });
  protected readonly isProposed = computed(() => this.sharing.value()?.proposal?.answer === 'open');
  protected readonly proposedLabels = computed(() => {
    const { asked = [], proposal } = this.sharing.value() ?? {};
    return quoted((proposal?.fieldKeys ?? []).map((key) => labelOf(asked, key)));
  });
  protected readonly choices = computed(() =>
    (this.standing()?.ready ?? []).map(({ key, label, moment }) => ({
      key,
      label,
      ...(moment === 'both_done' ? { note: $localize`Shown when you both have chosen to share` } : {}),
    })),
  );
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly choosing = signal(false);
  protected readonly missing = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** The honest word after something was taken back. */
  protected readonly takenBack = signal('');
  protected readonly weekday = weekday;

  protected questions(asked: readonly FieldDto[]): string {
    return asked.map(({ label }) => label).join(' · ');
  }

  protected labels(offers: readonly Offer[]): string {
    return quoted(offers.map(({ label }) => label));
  }

  protected lookAtChosen(): void {
    const chosen = (this.standing()?.ready ?? []).filter(({ key }) => this.chosen().includes(key));
    this.missing.set(chosen.length ? null : $localize`Tick what you want to look at.`);
    if (chosen.length) this.lookAt(chosen);
  }

  /** On to the page with the very words. Only ids travel: the words are fetched there. */
  protected lookAt(offers: readonly Offer[]): void {
    const share = { id: this.id(), keys: offers.map(({ key }) => key) };
    void this.router.navigateByUrl('/me/share', { state: { share } });
  }

  protected async takeBack(id: string): Promise<void> {
    await this.act(async () => {
      const waited = this.standing()?.live.find((release) => release.id === id)?.state === 'waiting';
      await this.api.post<ReleaseDto>(`/releases/${id}/withdraw`);
      // Whether it was read is told to nobody who shares: of what a clinician held back it could not be told truly.
      this.takenBack.set(
        waited
          ? $localize`From now on it is not shared.`
          : $localize`From now on it is gone from their page. They may have read it; taking it back cannot change that.`,
      );
      this.host.querySelector('h2')?.focus();
    });
  }

  protected async decline(): Promise<void> {
    const proposal = this.sharing.value()?.proposal;
    if (!proposal) return;
    await this.act(async () => {
      await this.api.post(`/share-proposals/${proposal.id}/decline`);
      this.host.querySelector('h2')?.focus();
    });
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.takenBack.set('');
    try {
      await act();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
      this.sharing.reload();
    }
  }
}
