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
import { type Given, KeptAnswers } from '../../core/kept-answers';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { QuestionPage } from '../../kit/question-page/question-page';
import { type Chosen, linesOf, ScaleQuestion, wordsOf } from '../../kit/scale-question/scale-question';
import { Visibility } from '../../kit/visibility/visibility';
import { crisisLinesFor, deviceZone } from '../break/break.rules';
import { Crisis } from '../plan/crisis';
import { after, answersOf, isAsked, resumeAt, standing, type Step } from './check-in.rules';

/**
 * One instrument, one question a page: a tracker of this house, or a form in its own words, which asks first whether it is this
 * person who holds the phone. Every page has the same address; the browser's own Back works all the same, since
 * each step is an entry in the history that says nothing. No earlier score is shown, and nothing moves on by itself.
 */
@Component({
  selector: 'kept-check-in-run',
  imports: [Crisis, ProblemNotice, QuestionPage, ScaleQuestion, Visibility],
  templateUrl: './check-in-run.html',
})
export class CheckInRun implements OnInit {
  readonly instrument = input.required<InstrumentDto>();
  /** Back before the first question, or on from the thank-you. */
  readonly left = output();
  readonly notToday = output();
  /** Somebody else holds the phone. */
  readonly notMe = output();

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
  protected readonly sent = signal<ScaleResponseDto | null>(null);
  protected readonly name = computed(() => this.login.me()?.displayName ?? '');
  protected readonly clinic = computed(() => this.login.me()?.clinic);
  protected readonly lines = computed(() =>
    crisisLinesFor(this.clinic()?.locale ?? '', this.clinic()?.timeZone ?? deviceZone()),
  );
  protected readonly goOnWords = $localize`Go on`;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly seenBy = $localize`you and your care team. Not your partner.`;

  protected readonly isForm = computed(() => this.instrument().origin === 'imported');
  private readonly items = computed(() => this.instrument().items);
  /** What the answers so far leave to be asked. */
  protected readonly asked = computed(() =>
    this.items().flatMap((item, place) => (isAsked(this.items(), item, this.given()) ? [{ item, place }] : [])),
  );
  protected readonly item = computed<ItemDto | null>(() => {
    const step = this.step();
    return typeof step === 'number' ? (this.items()[step] ?? null) : null;
  });
  protected readonly caption = computed(() => {
    const place = this.asked().findIndex((each) => each.place === this.step()) + 1;
    return $localize`Check-in · Question ${place}:place: of ${this.asked().length}:count:`;
  });
  /** A form's question counts as answered once an option is chosen; a tracker's also where it does not apply. */
  protected readonly answered = computed(() => {
    const given = this.given();
    return this.asked().filter(({ item: { key } }) => key in given && (!this.isForm() || given[key] !== null)).length;
  });
  /** What the form says after its last question. */
  protected readonly closing = computed(() => linesOf(this.instrument().closing));
  protected readonly standing = computed(() => standing(this.instrument(), this.given()));
  /** What is chosen on this page; Continue keeps it, going back does not. */
  protected readonly chosen = linkedSignal<Chosen>(() => {
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

  /** Yes, it is this person. */
  protected start(): void {
    this.go(resumeAt(this.items(), this.given()));
  }

  protected passOver(item: ItemDto): void {
    this.give(item, null);
    this.turnPage();
  }

  protected change(index: number): void {
    this.changing.set(true);
    this.go(index);
  }

  protected wordsOf(item: ItemDto): string {
    const value = this.given()[item.key] ?? null;
    if (!(item.key in this.given()) || (value === null && this.isForm())) return $localize`Not answered`;
    return value === null ? $localize`Does not apply this week` : (wordsOf(item, value) ?? String(value));
  }

  protected async send(): Promise<void> {
    const clientId = this.login.me()?.clientId;
    if (this.sending() || !clientId) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const { id: instrumentId, version: instrumentVersion } = this.instrument();
      const answers = answersOf(this.items(), this.given());
      const body: NewScaleResponse = { instrumentId, instrumentVersion, clientId, answers };
      const sent = await this.api.post<ScaleResponseDto>('/scale-responses', body, {
        idempotencyKey: this.sendKey,
      });
      await this.kept.forget(instrumentId);
      this.sent.set(sent);
      this.arrival.land();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  private async begin(): Promise<void> {
    const given = await this.kept.of(this.instrument(), Date.now());
    this.given.set(given);
    this.go(this.isForm() ? 'who' : resumeAt(this.items(), given));
  }

  private give(item: ItemDto, value: Chosen): void {
    this.given.update((given) => ({ ...given, [item.key]: value }));
    void this.kept.keep(this.instrument(), this.given(), Date.now());
  }

  private turnPage(): void {
    const step = this.step();
    if (typeof step !== 'number') return;
    const next = after(step, this.items(), this.given(), this.changing());
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
    if (typeof step !== 'number') this.arrival.land();
  }
}
