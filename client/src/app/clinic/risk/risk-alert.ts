import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Acknowledgement, CareTeamMemberDto, RiskAlertDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { dated, stamp } from '../../kit/clock';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Toasts } from '../../kit/toast/toasts';
import { Unfold } from '../../kit/unfold/unfold';
import { ACT_WORDS, CLOSING_CHOICES, LEVEL_WORDS, SEVERITY_WORDS, SOURCE_WORDS, standingWords } from './risk-words';

/** One alert: what raised it, what was done, and the one act it asks for. No later score closes it. */
@Component({
  selector: 'kept-risk-alert',
  imports: [ProblemNotice, RadioGroup, RouterLink, Select, Skeleton, TextArea, Unfold],
  templateUrl: './risk-alert.html',
})
export class RiskAlert {
  /** Id of the alert, from the address. */
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly alert = read<RiskAlertDto>(() => `/risk-alerts/${this.id()}`);
  private readonly team = read<{ items: CareTeamMemberDto[] }>(() => {
    const alert = this.alert.value();
    return alert?.may.includes('reassign') ? `/clients/${alert.clientId}/care-team` : undefined;
  });
  protected readonly outcomes = CLOSING_CHOICES;
  protected readonly colleagues = computed(() => {
    const owner = this.alert.value()?.ownerId;
    return (this.team.value()?.items ?? [])
      .filter(({ to, staffId }) => to === null && staffId !== owner)
      .map(({ staffId, displayName }) => ({ key: staffId, label: displayName }));
  });
  protected readonly outcome = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly colleague = signal('');
  protected readonly handing = signal(false);
  protected readonly outcomeError = signal<string | null>(null);
  protected readonly noteError = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly severityWords = SEVERITY_WORDS;
  protected readonly sourceWords = SOURCE_WORDS;
  protected readonly actWords = ACT_WORDS;
  protected readonly standingWords = standingWords;
  protected readonly levelWords = LEVEL_WORDS;
  protected readonly dated = dated;
  protected readonly stamp = stamp;

  protected async takeUp(): Promise<void> {
    await this.send(
      'acknowledge',
      { outcome: 'taken_up' },
      $localize`It is yours. It stays on top of Today until it is closed.`,
    );
  }

  protected async recordAction(): Promise<void> {
    const [outcome, note] = [this.outcome(), this.note().trim()];
    this.outcomeError.set(outcome ? null : $localize`Choose how it ended.`);
    this.noteError.set(outcome === 'no_action' && !note ? $localize`Say why nothing is to be done.` : null);
    if (!outcome || this.noteError()) return;
    const body = { outcome: outcome as Acknowledgement['outcome'], ...(note ? { note } : {}) };
    await this.send('acknowledge', body, $localize`Recorded.`);
  }

  protected async handOver(): Promise<void> {
    if (this.colleague()) await this.send('reassign', { ownerId: this.colleague() }, $localize`Handed over.`);
  }

  private async send(act: string, body: object, said: string): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.alert.set(await this.api.post<RiskAlertDto>(`/risk-alerts/${this.id()}/${act}`, body));
      this.outcome.set(null);
      this.note.set('');
      this.colleague.set('');
      this.handing.set(false);
      this.toasts.say(said);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
