import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnPartDto, PromiseDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { wallDay } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextField } from '../../kit/text-field/text-field';
import { Unfold } from '../../kit/unfold/unfold';
import { Visibility } from '../../kit/visibility/visibility';
import { ownCouple } from '../own-couple';
import { Refusal } from '../refusal';
import { PromiseCard } from './promise-card';

/** Small things said beforehand, and what became of them. Nothing is added up, and nothing said is an answer too. */
@Component({
  selector: 'kept-promises',
  imports: [
    DateField,
    ErrorSummary,
    ProblemNotice,
    PromiseCard,
    Refusal,
    RouterLink,
    Skeleton,
    TextField,
    Unfold,
    Visibility,
  ],
  templateUrl: './promises.html',
})
export class Promises {
  private readonly api = inject(Api);
  protected readonly couple = ownCouple();
  protected readonly part = read<OwnPartDto>(() => this.couple.path('own-part'));
  protected readonly list = read<{ items: PromiseDto[] }>(() => {
    const id = this.couple.id();
    return id === null ? undefined : `/promises?coupleId=${id}&limit=50`;
  });
  protected readonly mayMake = computed(() => this.part.value()?.promises ?? false);
  protected readonly coming = computed(() =>
    this.items()
      .filter(({ isPast }) => !isPast)
      .toReversed(),
  );
  protected readonly open = computed(() =>
    this.items()
      .filter((one) => one.isPast && one.myMark === null)
      .slice(0, 5),
  );
  protected readonly earlier = computed(() =>
    this.items()
      .filter((one) => one.isPast && one.myMark !== null)
      .slice(0, 20),
  );
  protected readonly showsEarlier = signal(false);
  private readonly items = computed(() => this.list.value()?.items ?? []);
  protected readonly problem = computed(() => this.couple.home.problem() ?? this.list.problem());

  protected readonly making = signal(false);
  protected readonly text = signal('');
  protected readonly on = signal<string | null>(null);
  protected readonly at = signal('');
  protected readonly sending = signal(false);
  protected readonly sendProblem = signal<Problem | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly done = signal('');
  /** A device that travels shows what was typed into it. */
  protected readonly zone = computed(() => this.part.value()?.zone);
  protected readonly today = computed(() => wallDay(new Date(), this.zone() ?? 'UTC'));
  protected readonly words = new FieldWords(
    {
      text: $localize`Say in a few words what you will do.`,
      on: $localize`Choose the day.`,
      at: $localize`Choose the time.`,
      dueAt: $localize`Choose a time that is still to come.`,
    },
    'promise',
  );
  protected readonly seenBy = $localize`you, your partner and your care team. It cannot be changed afterwards.`;

  protected async make(): Promise<void> {
    const missing = [this.text().trim() === '' && 'text', this.on() === null && 'on', this.at() === '' && 'at'].filter(
      (path) => path !== false,
    );
    this.refusal.set(null);
    this.sendProblem.set(null);
    if (!this.words.mark(missing) || this.sending()) return;
    this.sending.set(true);
    try {
      const due = { on: this.on(), at: this.at() };
      await this.api.post('/promises', { coupleId: this.couple.id(), text: this.text().trim(), due });
      this.making.set(false);
      this.text.set('');
      this.done.set($localize`Your promise is made. Your partner can read it.`);
      this.list.reload();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'unsafe_text') this.refusal.set(problem.detail);
      else if (!this.words.take(problem)) this.sendProblem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  protected retry(): void {
    this.couple.home.reload();
    this.list.reload();
  }
}
