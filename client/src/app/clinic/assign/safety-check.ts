import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { CoupleDto, NewSafetyCheck, SafetyCheckDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import type { Choice } from '../../kit/choice';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { dayIn } from './assign.rules';

type Result = NewSafetyCheck['result'];

/** What each partner answered about safety, asked alone. Shown to clinicians only, kept from every portal. */
@Component({
  selector: 'kept-safety-check',
  imports: [RadioGroup],
  templateUrl: './safety-check.html',
})
export class SafetyCheck {
  readonly couple = input.required<CoupleDto>();
  readonly recorded = output();

  private readonly api = inject(Api);
  protected readonly results = signal<Readonly<Record<string, Result>>>({});
  protected readonly saving = signal(false);
  protected readonly wrong = signal('');
  protected readonly partners = computed(() =>
    this.couple().partners.map(({ clientId, callName }) => ({ clientId, name: callName ?? $localize`Partner` })),
  );
  protected readonly options: Choice[] = [
    { key: 'clear', label: $localize`Asked alone: clear` },
    { key: 'concern', label: $localize`Asked alone: a concern` },
    { key: 'not_done', label: $localize`Not asked yet` },
  ];

  protected choose(clientId: string, result: string | null): void {
    this.results.update((results) => ({ ...results, [clientId]: (result ?? 'not_done') as Result }));
  }

  protected async record(): Promise<void> {
    const results = this.results();
    if (this.saving()) return;
    if (this.partners().some(({ clientId }) => !results[clientId]))
      return this.wrong.set($localize`Say for each partner how it stands.`);
    this.saving.set(true);
    this.wrong.set('');
    try {
      for (const { clientId } of this.partners()) {
        const result = results[clientId];
        if (!result || result === 'not_done') continue;
        const body: NewSafetyCheck = {
          clientId,
          result,
          screenedAlone: true,
          screenedOn: dayIn(0, new Date()),
        };
        await this.api.post<SafetyCheckDto>(`/couples/${this.couple().id}/safety-checks`, body);
      }
      if (this.partners().every(({ clientId }) => results[clientId] === 'clear')) this.recorded.emit();
      else
        this.wrong.set(
          $localize`It is noted. This worksheet waits until both are clear. Each can still get a sheet of their own.`,
        );
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
