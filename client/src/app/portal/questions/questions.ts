import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedDto, OwnQuestionsDto, QuestionDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Unfold } from '../../kit/unfold/unfold';
import { ownCouple } from '../own-couple';
import { statePages } from '../state-pages';
import { AnswerWrite } from './answer-write';
import { QuestionAsk } from './question-ask';
import { QuestionCard } from './question-card';
import { askedStanding, dayWords } from './question.words';
import { Ready } from './ready';

/** Which of its pages is open. */
interface Place {
  at: 'list' | 'ask' | 'answer' | 'ready';
  id: string | null;
}

const LIST: Place = { at: 'list', id: null };

/** What somebody wants to know, and what somebody is asked: each in the hands of the therapist. */
@Component({
  selector: 'kept-questions',
  imports: [AnswerWrite, ProblemNotice, QuestionAsk, QuestionCard, Ready, RouterLink, Skeleton, Unfold],
  templateUrl: './questions.html',
})
export class Questions {
  protected readonly pages = statePages('questions', LIST);
  protected readonly couple = ownCouple();
  protected readonly own = read<OwnQuestionsDto>(() => this.couple.path('own-questions'));
  private readonly questions = read<{ items: QuestionDto[] }>(() => this.couple.path('questions?limit=100'));
  private readonly asks = read<{ items: AskedDto[] }>(() => this.couple.path('asked?limit=100'));
  protected readonly showsOver = signal(false);
  protected readonly open = computed(() => this.mine().filter((it) => !isOver(it)));
  protected readonly over = computed(() => this.mine().filter(isOver));
  protected readonly asked = computed(() => this.asks.value()?.items ?? []);
  protected readonly ready = computed(
    () => this.own.value() !== undefined && this.questions.value() !== undefined && this.asks.value() !== undefined,
  );
  protected readonly problem = computed(
    () => this.couple.home.problem() ?? this.own.problem() ?? this.questions.problem() ?? this.asks.problem(),
  );
  private readonly mine = computed(() => this.questions.value()?.items ?? []);
  protected readonly dayWords = dayWords;
  protected readonly askedStanding = askedStanding;

  protected backToList(): void {
    this.retry();
    this.pages.goTo(LIST);
  }

  protected retry(): void {
    for (const list of [this.couple.home, this.own, this.questions, this.asks]) list.reload();
  }
}

const isOver = ({ state }: QuestionDto): boolean => state === 'answered' || state === 'withdrawn';
