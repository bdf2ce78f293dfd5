import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { BetrayalDto, CoupleDto, DeskDto, DeskQuestionDto, DeskSessionDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import type { Choice } from '../../kit/choice';
import { clock, shortDay, shortWeekday } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Toasts } from '../../kit/toast/toasts';
import { eventChoice } from '../couple-words';
import { readyWords } from './desk-words';
import { QuestionLine } from './question-line';
import { ReadyRecord } from './ready-record';

/**
 * All questions of a couple, in the therapist's order: what is missing before each can be answered, and the answer in the
 * session. Not a page to turn round.
 */
@Component({
  selector: 'kept-question-desk',
  imports: [Dialog, ProblemNotice, QuestionLine, ReadyRecord, RouterLink, Skeleton, TextArea],
  templateUrl: './question-desk.html',
})
export class QuestionDesk {
  /** Id of the couple, from the address. */
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(Title);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly couple = read<CoupleDto>(() => `/couples/${this.id()}`);
  protected readonly desk = read<DeskDto>(() => `/couples/${this.id()}/question-desk`);
  protected readonly mayLead = computed(
    () => this.login.can('questions:lead') && this.couple.value()?.status === 'active',
  );
  protected readonly isOver = computed(() => this.couple.value()?.status === 'ended');
  private readonly happened = read<{ items: BetrayalDto[] }>(() =>
    this.login.can('betrayals:read') ? `/couples/${this.id()}/betrayals` : undefined,
  );
  protected readonly events = computed<Choice[]>(() => (this.happened.value()?.items ?? []).map(eventChoice));
  protected readonly open = computed(() => this.of('open', 'passed_on'));
  protected readonly aside = computed(() => this.of('set_aside'));
  protected readonly over = computed(() => this.of('answered', 'withdrawn'));
  protected readonly sessions = computed<Choice[]>(() =>
    (this.desk.value()?.sessions ?? []).map((each) => ({ key: each.id, label: sessionWords(each) })),
  );
  /** The ones something is planned for, and the next. */
  protected readonly prepared = computed(() => {
    const planned = new Set(this.open().map(({ sessionId }) => sessionId));
    return (this.desk.value()?.sessions ?? []).filter(({ id }, index) => index === 0 || planned.has(id));
  });
  protected readonly settingAside = signal<DeskQuestionDto | null>(null);
  protected readonly reason = signal('');
  protected readonly reasonError = signal<string | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly readyWords = readyWords;
  protected readonly sessionWords = sessionWords;
  protected readonly shortDay = shortDay;

  constructor() {
    effect(() => {
      const couple = this.couple.value();
      if (couple) this.title.setTitle($localize`Questions of ${couple.displayName}:couple:` + ' · Kept');
    });
  }

  protected nameOf(clientId: string): string {
    const found = this.couple.value()?.partners.find((each) => each.clientId === clientId);
    return found?.callName ?? $localize`the partner`;
  }

  protected passOn(it: DeskQuestionDto): Promise<void> {
    return this.attempt(`${it.id}/pass-on`, {}, $localize`Passed on. A line without words was sent.`);
  }

  protected say(it: DeskQuestionDto, betrayalId: string): Promise<void> {
    return this.attempt(`${it.id}/about`, { betrayalId }, $localize`It is about that now. Neither is told.`);
  }

  protected plan(it: DeskQuestionDto, sessionId: string | null): Promise<void> {
    return this.attempt(`${it.id}/plan`, { sessionId }, $localize`Planned. Both can read when.`);
  }

  protected takeUp(it: DeskQuestionDto): Promise<void> {
    return this.attempt(`${it.id}/take-up`, {}, $localize`Taken up again.`);
  }

  protected give(it: DeskQuestionDto, level: string): Promise<void> {
    const body = { level, answerVersion: it.answer?.version ?? 0 };
    return this.attempt(`${it.id}/answer`, body, $localize`Answered. Both can read it from now on.`);
  }

  protected askToSetAside(it: DeskQuestionDto): void {
    this.settingAside.set(it);
    this.reason.set('');
    this.reasonError.set(null);
    this.dialog().open();
  }

  protected async setAside(): Promise<void> {
    const it = this.settingAside();
    const reason = this.reason().trim();
    if (reason.length < 10) return this.reasonError.set($localize`Say why in a few words. Staff alone read it.`);
    if (!it) return;
    await this.attempt(`${it.id}/set-aside`, { reason }, $localize`Set aside.`);
    this.dialog().close();
  }

  protected async move(it: DeskQuestionDto, by: -1 | 1): Promise<void> {
    const ids = this.open().map(({ id }) => id);
    const from = ids.indexOf(it.id);
    const [moved] = ids.splice(from, 1);
    if (moved === undefined || from + by < 0 || from + by > ids.length) return;
    ids.splice(from + by, 0, moved);
    await this.settle(
      () => this.api.put<DeskDto>(`/couples/${this.id()}/question-order`, { ids }),
      $localize`Now number ${from + by + 1}:place:.`,
    );
  }

  private attempt(path: string, body: object, said: string): Promise<void> {
    return this.settle(() => this.api.post<DeskDto>(`/questions/${path}`, body), said);
  }

  private async settle(act: () => Promise<DeskDto>, said: string): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.desk.set(await act());
      this.toasts.say(said);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
      this.desk.reload();
    } finally {
      this.sending.set(false);
    }
  }

  private of(...states: DeskQuestionDto['state'][]): DeskQuestionDto[] {
    return (this.desk.value()?.questions ?? []).filter(({ state }) => states.includes(state));
  }
}

/** "Thu 26 Nov, 10:00" */
const sessionWords = ({ startsAt }: DeskSessionDto): string => `${shortWeekday(startsAt)}, ${clock(startsAt)}`;
