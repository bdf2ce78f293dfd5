import { Location } from '@angular/common';
import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import type { InstrumentDto, ItemDto, NewScaleResponse, ScaleResponseDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Arrival } from '../../core/arrival';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { QuestionPage } from '../../kit/question-page/question-page';
import { ScaleField } from '../../kit/scale-field/scale-field';
import { Visibility } from '../../kit/visibility/visibility';
import { crisisLinesFor, deviceZone } from '../break/break.rules';
import { Crisis } from '../plan/crisis';
import { after, answersOf, type Given, resumeAt, type Step } from './check-in.rules';
import { KeptAnswers } from './kept-answers';

/**
 * One instrument, one question a page. Every page has the same address; the browser's own Back works all the same, since
 * each step is an entry in the history that says nothing. No earlier score is shown, and nothing moves on by itself.
 */
@Component({
  selector: 'kept-check-in-run',
  imports: [Crisis, ProblemNotice, QuestionPage, ScaleField, Visibility],
  templateUrl: './check-in-run.html',
})
export class CheckInRun implements OnInit {
  readonly instrument = input.required<InstrumentDto>();
  /** Back before the first question, or on from the thank-you. */
  readonly left = output();
  readonly notToday = output();

  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  private readonly kept = inject(KeptAnswers);
  private readonly location = inject(Location);
  private readonly login = inject(Login);
  /** One key for one check-in: a second tap, or a second try after a lost answer, sends nothing twice. */
  private readonly sendKey = crypto.randomUUID();

  protected readonly given = signal<Given>({});
  protected readonly step = signal<Step | null>(null);
  protected readonly changing = signal(false);
  protected readonly sending = signal(false);
  protected readonly sent = signal(false);
  /** An answer may speak of danger: then the page after it is the honest one. */
  protected readonly danger = signal(false);
  protected readonly clinic = computed(() => this.login.me()?.clinic);
  protected readonly lines = computed(() =>
    crisisLinesFor(this.clinic()?.locale ?? '', this.clinic()?.timeZone ?? deviceZone()),
  );
  protected readonly goOnWords = $localize`Go on`;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly seenBy = $localize`you and your care team. Not your partner.`;

  protected readonly items = computed(() => this.instrument().items);
  protected readonly item = computed<ItemDto | null>(() => {
    const step = this.step();
    return typeof step === 'number' ? (this.items()[step] ?? null) : null;
  });
  protected readonly caption = computed(() => {
    const step = this.step();
    const place = typeof step === 'number' ? step + 1 : 0;
    return $localize`Check-in · Question ${place}:place: of ${this.items().length}:count:`;
  });
  protected readonly answered = computed(() => this.items().filter(({ key }) => key in this.given()).length);
  /** The point chosen on this page; Continue keeps it, going back does not. */
  protected readonly chosen = linkedSignal(() => {
    const item = this.item();
    return item ? (this.given()[item.key] ?? null) : null;
  });

  constructor() {
    const stop = this.location.subscribe(({ state }) => this.turnTo(state));
    inject(DestroyRef).onDestroy(() => stop.unsubscribe());
  }

  ngOnInit(): void {
    void this.begin();
  }

  protected back(): void {
    this.location.back();
  }

  protected goOn(item: ItemDto): void {
    const chosen = this.chosen();
    if (chosen !== null) this.give(item, chosen);
    this.turnPage();
  }

  protected doesNotApply(item: ItemDto): void {
    this.give(item, null);
    this.turnPage();
  }

  protected change(index: number): void {
    this.changing.set(true);
    this.go(index);
  }

  protected wordsOf(item: ItemDto): string {
    if (!(item.key in this.given())) return $localize`Not answered`;
    const value = this.given()[item.key] ?? null;
    if (value === null) return $localize`Does not apply this week`;
    return item.options.find((option) => option.value === value)?.text ?? String(value);
  }

  protected async send(): Promise<void> {
    const clientId = this.login.me()?.clientId;
    if (this.sending() || !clientId) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const keys = this.items().map(({ key }) => key);
      const instrumentId = this.instrument().id;
      const body: NewScaleResponse = { instrumentId, clientId, answers: answersOf(keys, this.given()) };
      const { danger } = await this.api.post<ScaleResponseDto>('/scale-responses', body, {
        idempotencyKey: this.sendKey,
      });
      await this.kept.forget(instrumentId);
      this.danger.set(danger);
      this.sent.set(true);
      this.arrival.land();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  private async begin(): Promise<void> {
    const given = await this.kept.of(this.instrument().id, Date.now());
    this.given.set(given);
    const keys = this.items().map(({ key }) => key);
    this.go(resumeAt(keys, given));
  }

  private give(item: ItemDto, value: number | null): void {
    this.given.update((given) => ({ ...given, [item.key]: value }));
    void this.kept.keep(this.instrument().id, this.given(), Date.now());
  }

  private turnPage(): void {
    const step = this.step();
    if (typeof step !== 'number') return;
    const next = after(step, this.items().length, this.changing());
    if (next === 'check') this.changing.set(false);
    this.go(next);
  }

  private go(step: Step): void {
    this.location.go(this.location.path(), '', { checkIn: step });
    this.show(step);
  }

  /** The browser's own Back and Forward. */
  private turnTo(state: unknown): void {
    const step = (state as { checkIn?: Step } | null)?.checkIn;
    if (step === undefined) this.left.emit();
    else this.show(step);
  }

  private show(step: Step): void {
    this.step.set(step);
    if (step === 'check') this.arrival.land();
  }
}
