import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientDto, InstrumentDto, NewScaleResponse, ScaleResponseDto } from '../../../../../api/types.gen';
import { Api, read } from '../../../../core/api';
import { type Given, KeptAnswers } from '../../../../core/kept-answers';
import { ProblemNotice } from '../../../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../../../core/problems';
import { linesOf } from '../../../../kit/scale-question/scale-question';
import { Select } from '../../../../kit/select/select';
import { Skeleton } from '../../../../kit/skeleton/skeleton';
import { RiskNews } from '../../../risk/risk-news';
import { cameFrom } from './came-from';
import { blocksOf } from './answer-blocks';
import { resultWords } from './result-words';

/**
 * A scale gone through together in a session: the therapist ticks what the person says, all questions on one sheet. What is
 * ticked lies sealed in this browser until it is sent: a closed tab loses none of it, and nobody else can open it.
 */
@Component({
  selector: 'kept-in-session',
  imports: [ProblemNotice, RouterLink, Select, Skeleton],
  templateUrl: './in-session.html',
})
export class InSession {
  /** Client id, from the address; and the scale to begin with, if one was named. */
  readonly id = input.required<string>();
  readonly scale = input<string>();
  /** The page it was opened from: a note, or the week's sessions. */
  readonly from = input<string>();

  private readonly api = inject(Api);
  private readonly kept = inject(KeptAnswers);
  private readonly news = inject(RiskNews);
  private key = crypto.randomUUID();

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly list = read<{ items: InstrumentDto[] }>(() => '/instruments?asked=true&limit=100');
  private readonly ready = computed(() => this.list.value()?.items ?? []);
  protected readonly scales = computed(() => this.ready().map(({ id, title }) => ({ key: id, label: title })));
  protected readonly chosenId = linkedSignal(() => this.scale() ?? '');
  protected readonly instrument = computed(() => this.ready().find(({ id }) => id === this.chosenId()));
  protected readonly blocks = computed(() => blocksOf(this.instrument()?.items ?? []));
  /** Of another scale, or of another wording of it, nothing is kept. */
  protected readonly given = linkedSignal<InstrumentDto | undefined, Given>({
    source: this.instrument,
    computation: () => ({}),
  });
  /** Ticked before this page was opened, and brought back. */
  protected readonly broughtBack = linkedSignal({ source: this.instrument, computation: () => false });
  protected readonly back = computed(() => cameFrom(this.from(), this.id()));
  protected readonly closing = computed(() => linesOf(this.instrument()?.closing ?? ''));
  protected readonly answered = computed(() => Object.values(this.given()).filter((each) => each !== null).length);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly nothing = signal(false);
  protected readonly sent = signal<ScaleResponseDto | null>(null);
  protected readonly result = computed(() => {
    const [answer, instrument] = [this.sent(), this.instrument()];
    return answer && instrument ? resultWords(answer, instrument) : '';
  });

  constructor() {
    effect(() => {
      const instrument = this.instrument();
      if (instrument) untracked(() => void this.bringBack(instrument));
    });
  }

  protected choose(id: string): void {
    this.chosenId.set(id);
    this.sent.set(null);
  }

  protected give(item: string, option: string | null): void {
    this.nothing.set(false);
    this.given.update((given) => ({ ...given, [item]: option }));
    const instrument = this.instrument();
    if (instrument) void this.kept.keep(instrument, this.given(), Date.now(), this.id());
  }

  /** Throws away what was ticked. */
  protected startOver(): void {
    this.given.set({});
    this.broughtBack.set(false);
    void this.kept.forget(this.chosenId(), this.id());
  }

  private async bringBack(instrument: InstrumentDto): Promise<void> {
    const given = await this.kept.of(instrument, Date.now(), this.id());
    const isUntouched = this.instrument() === instrument && Object.keys(this.given()).length === 0;
    if (!isUntouched || this.sent() || Object.keys(given).length === 0) return;
    this.given.set(given);
    this.broughtBack.set(true);
  }

  protected async send(): Promise<void> {
    const instrument = this.instrument();
    if (!instrument || this.sending()) return;
    if (this.answered() === 0) return this.nothing.set(true);
    this.sending.set(true);
    this.problem.set(null);
    const body: NewScaleResponse = {
      ...{ instrumentId: instrument.id, instrumentVersion: instrument.version, clientId: this.id() },
      answers: this.given(),
    };
    try {
      const answer = await this.api.post<ScaleResponseDto>('/scale-responses', body, { idempotencyKey: this.key });
      this.key = crypto.randomUUID();
      this.sent.set(answer);
      await this.kept.forget(instrument.id, this.id());
      this.given.set({});
      this.broughtBack.set(false);
      if (answer.danger) this.news.tell();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
