import { Component, computed, inject, input, signal } from '@angular/core';
import type { OutcomeDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { problemOf } from '../../../core/problems';
import { dated } from '../../../kit/clock';
import { RadioGroup } from '../../../kit/radio-group/radio-group';
import { TextArea } from '../../../kit/text-area/text-area';
import { OUTCOME_WORDS } from '../../../people/outcome-words';

/** How this person's care came to a close. The last word stands; none of the four is the better one. */
@Component({
  selector: 'kept-outcomes',
  imports: [RadioGroup, TextArea],
  templateUrl: './outcomes.html',
})
export class Outcomes {
  readonly clientId = input.required<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  protected readonly list = read<{ items: OutcomeDto[] }>(() => `/clients/${this.clientId()}/outcomes`);
  protected readonly mayRecord = computed(() => this.login.can('outcomes:record'));
  protected readonly writing = signal(false);
  protected readonly chosen = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly wrong = signal('');
  protected readonly busy = signal(false);
  protected readonly choices = Object.entries(OUTCOME_WORDS).map(([key, label]) => ({ key, label }));
  protected readonly words = OUTCOME_WORDS;
  protected readonly dated = dated;

  protected async record(): Promise<void> {
    const outcome = this.chosen();
    if (this.busy()) return;
    if (outcome === null) return this.wrong.set($localize`Choose one of the four.`);
    this.busy.set(true);
    this.wrong.set('');
    try {
      await this.api.post(`/clients/${this.clientId()}/outcomes`, { outcome, note: this.note().trim() || null });
      this.writing.set(false);
      this.note.set('');
      this.list.reload();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.busy.set(false);
    }
  }
}
