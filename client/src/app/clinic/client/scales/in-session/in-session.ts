import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientDto, InstrumentDto, NewScaleResponse, ScaleResponseDto } from '../../../../../api/types.gen';
import { Api, read } from '../../../../core/api';
import { ProblemNotice } from '../../../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../../../core/problems';
import type { Chosen } from '../../../../kit/scale-question/scale-question';
import { Select } from '../../../../kit/select/select';
import { Skeleton } from '../../../../kit/skeleton/skeleton';
import { RiskNews } from '../../../risk/risk-news';
import { blocksOf } from './answer-blocks';
import { resultWords } from './result-words';

/** A scale gone through together in a session: the therapist ticks what the person says, all questions on one sheet. */
@Component({
  selector: 'kept-in-session',
  imports: [ProblemNotice, RouterLink, Select, Skeleton],
  templateUrl: './in-session.html',
})
export class InSession {
  /** Client id, from the address; and the scale to begin with, if one was named. */
  readonly id = input.required<string>();
  readonly scale = input<string>();

  private readonly api = inject(Api);
  private readonly news = inject(RiskNews);
  private key = crypto.randomUUID();

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly list = read<{ items: InstrumentDto[] }>(() => '/instruments?limit=100');
  private readonly ready = computed(() => this.list.value()?.items.filter((each) => !each.needsMapping) ?? []);
  protected readonly scales = computed(() => this.ready().map(({ id, title }) => ({ key: id, label: title })));
  protected readonly chosenId = linkedSignal(() => this.scale() ?? '');
  protected readonly instrument = computed(() => this.ready().find(({ id }) => id === this.chosenId()));
  protected readonly blocks = computed(() => blocksOf(this.instrument()?.items ?? []));
  /** Of another scale, or of another wording of it, nothing is kept. */
  protected readonly given = linkedSignal<InstrumentDto | undefined, Readonly<Record<string, Chosen>>>({
    source: this.instrument,
    computation: () => ({}),
  });
  protected readonly answered = computed(() => Object.values(this.given()).filter((each) => each !== null).length);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly nothing = signal(false);
  protected readonly sent = signal<ScaleResponseDto | null>(null);
  protected readonly result = computed(() => {
    const [answer, instrument] = [this.sent(), this.instrument()];
    return answer && instrument ? resultWords(answer, instrument) : '';
  });

  protected choose(id: string): void {
    this.chosenId.set(id);
    this.sent.set(null);
  }

  protected give(item: string, option: string | null): void {
    this.nothing.set(false);
    this.given.update((given) => ({ ...given, [item]: option }));
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
      this.given.set({});
      this.sent.set(answer);
      if (answer.danger) this.news.tell();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
