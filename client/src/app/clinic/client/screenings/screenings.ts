import { Component, computed, inject, input } from '@angular/core';
import type { ScreeningDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { stamp } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { Toasts } from '../../../kit/toast/toasts';
import { RiskNews } from '../../risk/risk-news';
import { RecordScreening } from './record-screening';
import { ScreeningMistake } from './screening-mistake';
import { ACTION_WORDS, ANSWER_WORDS, levelWords, questionWords } from './screening-words';

/** Screeners that a clinician asked, one event after the other. No score, no line: each stands for its own moment. */
@Component({
  selector: 'kept-screenings',
  imports: [ProblemNotice, RecordScreening, ScreeningMistake, Skeleton],
  templateUrl: './screenings.html',
})
export class Screenings {
  readonly clientId = input.required<string>();
  private readonly toasts = inject(Toasts);
  private readonly news = inject(RiskNews);
  protected readonly mayRecord = inject(Login).can('screenings:record');
  protected readonly list = read<{ items: ScreeningDto[] }>(() => `/clients/${this.clientId()}/screenings`);
  protected readonly rows = computed(() =>
    this.list.value()?.items.map((one) => ({
      one,
      level: levelWords(one),
      answers: one.answers.map((each) => `${questionWords(each)}: ${ANSWER_WORDS[each.answer]}`).join(' · '),
    })),
  );
  protected readonly actionWords = ACTION_WORDS;
  protected readonly stamp = stamp;

  protected sayRecorded({ level }: ScreeningDto): void {
    this.toasts.say(
      level === 'none'
        ? $localize`Recorded.`
        : $localize`Recorded. A safety alert is raised; it stays on top of Today until somebody closes it.`,
    );
    this.list.reload();
    this.news.tell();
  }

  protected sayMarked({ level }: ScreeningDto): void {
    this.toasts.say(
      level === 'none'
        ? $localize`Marked as entered in error.`
        : $localize`Marked as entered in error. The safety alert it raised stands until somebody closes it.`,
    );
    this.list.reload();
    this.news.tell();
  }
}
