import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewScreening, ScreenerDto, ScreeningDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../../core/problems';
import { Dialog } from '../../../kit/dialog/dialog';
import { RadioGroup } from '../../../kit/radio-group/radio-group';
import { TextArea } from '../../../kit/text-area/text-area';
import { ACTIONS, ANSWERS, questionWords } from './screening-words';

/** A clinician enters what was answered face to face, and what she did. Questions appear as the answers lead to them. */
@Component({
  selector: 'kept-record-screening',
  imports: [Dialog, ProblemNotice, RadioGroup, TextArea],
  templateUrl: './record-screening.html',
})
export class RecordScreening {
  readonly clientId = input.required<string>();
  readonly recorded = output<ScreeningDto>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  private readonly asked = signal(false);
  protected readonly list = read<{ items: ScreenerDto[] }>(() => (this.asked() ? '/screeners' : undefined));
  protected readonly screeners = computed(() =>
    (this.list.value()?.items ?? []).map(({ code, title }) => ({ key: code, label: title })),
  );
  protected readonly chosen = signal<string | null>(null);
  protected readonly screener = computed(() => this.list.value()?.items.find(({ code }) => code === this.chosen()));
  private readonly given = signal<Readonly<Record<string, string>>>({});
  /** Those that the answers so far lead to. */
  protected readonly questions = computed(() => {
    const screener = this.screener();
    if (!screener) return [];
    const counts = ({ declinedCounts }: ScreenerDto, answer: string | undefined): boolean =>
      answer === 'yes' || (declinedCounts && answer === 'declined');
    return screener.items
      .filter(({ after }) => after.length === 0 || after.some((key) => counts(screener, this.given()[key])))
      .map((item) => ({ key: item.key, words: questionWords(item), answer: this.given()[item.key] ?? null }));
  });
  protected readonly action = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly tried = signal(false);
  protected readonly actionError = computed(() => {
    if (!this.tried()) return null;
    if (!this.action()) return $localize`Say what was done.`;
    const isCalm = this.questions().every(({ answer }) => answer === 'no');
    return this.action() === 'none_needed' && !isCalm ? $localize`Say what was done about it.` : null;
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly answers = ANSWERS;
  protected readonly actions = ACTIONS;

  open(): void {
    this.asked.set(true);
    this.choose(null);
    this.action.set(null);
    this.note.set('');
    this.problem.set(null);
    this.dialog().open();
  }

  protected choose(code: string | null): void {
    this.chosen.set(code);
    this.given.set({});
    this.tried.set(false);
  }

  protected answer(key: string, answer: string | null): void {
    this.given.update((given) => ({ ...given, ...(answer ? { [key]: answer } : {}) }));
  }

  protected errorOf(answer: string | null): string | null {
    return this.tried() && !answer ? $localize`Say yes, no, or that it was declined.` : null;
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async record(): Promise<void> {
    const screener = this.screener();
    if (!screener || this.sending()) return;
    this.tried.set(true);
    const asked = this.questions();
    if (asked.some(({ answer }) => answer === null) || this.actionError()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const body: NewScreening = {
        instrument: screener.code,
        answers: Object.fromEntries(asked.map(({ key, answer }) => [key, answer])),
        action: this.action() as NewScreening['action'],
        note: this.note().trim() || null,
      };
      const kept = await this.api.post<ScreeningDto>(`/clients/${this.clientId()}/screenings`, body);
      this.dialog().close('recorded');
      this.recorded.emit(kept);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
