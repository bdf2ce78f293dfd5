import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AgreementDto, NewTerms, TermsDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { Login } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { dayAfter, wallDay } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { keptWords } from '../kept-words';
import { pageTurn } from '../page-turn';
import { Refusal } from '../refusal';
import { SHARERS, WAYS } from './agreement.words';
import { Terms } from './terms';

type Words = { [K in keyof NewTerms]: string | null };
const BLANK: Words = { who: null, what: '', why: '', way: null, stepDown: '', untilOn: null };

/** Writing terms; then the exact words as both will read them; then putting them forward. */
@Component({
  selector: 'kept-agreement-write',
  imports: [DateField, ErrorSummary, ProblemNotice, RadioGroup, Refusal, Terms, TextArea, Visibility],
  templateUrl: './agreement-write.html',
})
export class AgreementWrite {
  readonly coupleId = input.required<string>();
  /** Null: a new one. */
  readonly beside = input.required<AgreementDto | null>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly turned = pageTurn();

  protected readonly sharers = SHARERS;
  protected readonly ways = WAYS;
  private readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly firstDay = computed(() => dayAfter(this.today(), 1));
  protected readonly lastDay = computed(() => dayAfter(this.today(), 90));
  private readonly kept = keptWords<Words>(
    () => `agreement ${this.beside()?.id ?? this.coupleId()}`,
    () => {
      const from = this.beside()?.terms ?? this.beside()?.asked;
      return { ...BLANK, ...(from ? termsOf(from) : {}), untilOn: dayAfter(this.today(), 28) };
    },
  );
  protected readonly words = this.kept.words;
  protected readonly previewing = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** What the server would not store, said beside the form: the words stay where they are. */
  protected readonly refusal = signal<string | null>(null);
  protected readonly errors = new FieldWords(
    {
      who: $localize`Say who is open about it.`,
      what: $localize`Write in a few words what it is about.`,
      why: $localize`Say what it is for.`,
      way: $localize`Say how.`,
      stepDown: $localize`Say what becomes less, and when.`,
      untilOn: $localize`Choose a day within the next ninety days.`,
    },
    'agreement',
  );
  protected readonly seenBy = $localize`only you, on this device, until you put it forward.`;
  protected readonly preview = computed<TermsDto>(() => ({
    ...(this.words() as NewTerms),
    ...{
      id: '',
      from: '',
      mine: true,
      writtenAt: '',
      iAgree: true,
      partnerAgrees: false,
      bothAgree: false,
      held: null,
    },
  }));

  protected write<K extends keyof Words>(key: K, value: Words[K]): void {
    this.words.update((words) => ({ ...words, [key]: value }));
  }

  protected look(): void {
    if (this.isWhole()) this.turn(true);
  }

  protected turn(toPreview: boolean): void {
    this.previewing.set(toPreview);
    this.turned();
  }

  protected async putForward(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    const it = this.beside();
    const path = it ? `/agreements/${it.id}/terms` : `/couples/${this.coupleId()}/agreements`;
    try {
      await this.api.post(path, this.words());
      await this.kept.forget();
      this.left.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.turn(false);
      if (problem.code === 'unsafe_text') this.refusal.set(problem.detail);
      else if (!this.errors.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  private isWhole(): boolean {
    this.refusal.set(null);
    this.problem.set(null);
    const words = this.words();
    const missing = (Object.keys(BLANK) as (keyof Words)[]).filter((key) => (words[key] ?? '').trim() === '');
    return this.errors.mark(missing);
  }
}

/** In the words of whoever writes: who is open stays who it was. */
const termsOf = ({ who, what, why, way, stepDown }: TermsDto): Partial<Words> => ({ who, what, why, way, stepDown });
