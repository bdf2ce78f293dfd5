import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeDto, OwnAccessDto, OwnLoginDto, ReminderChoiceDto, WhoSeesDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { stamp } from '../../kit/clock';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { teamWords } from '../home/home.words';
import { deviceWords, KIND_WORDS, openedWords, OPENED_WORDS, SIGHT_WORDS } from './privacy.words';

interface Page {
  items: OwnAccessDto[];
  next: string | null;
}

/** Who can see what, who looked, where this account is signed in, and what "Leave this page" can and cannot do. */
@Component({
  selector: 'kept-privacy',
  imports: [Checkbox, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './privacy.html',
})
export class Privacy {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  protected readonly home = read<HomeDto>(() => '/home');
  protected readonly whoSees = read<{ items: WhoSeesDto[] }>(() => '/who-sees');
  protected readonly hasPartner = computed(() => this.whoSees.value()?.items.some(({ partner }) => partner !== null));
  protected readonly reminders = read<ReminderChoiceDto>(() => '/reminders');
  /** Said once a choice was made: kept, or why not. */
  protected readonly chosen = signal('');
  protected readonly logins = read<{ items: OwnLoginDto[] }>(() => '/auth/logins');
  private readonly cursor = signal<string | null>(null);
  private readonly before = signal<OwnAccessDto[]>([]);
  protected readonly opened = read<Page>(() => '/access-report' + query({ limit: 10, cursor: this.cursor() }));
  protected readonly looks = computed(() => [...this.before(), ...(this.opened.value()?.items ?? [])]);
  protected readonly more = computed(() => this.opened.value()?.next ?? null);
  protected readonly team = computed(() => teamWords(this.home.value()?.team ?? []) || $localize`your therapist`);
  protected readonly failure = signal('');
  /** Said once a login was ended. */
  protected readonly done = signal('');

  protected readonly kinds = KIND_WORDS;
  protected readonly sights = SIGHT_WORDS;
  protected readonly openedOf = openedWords;
  protected readonly openedKinds = OPENED_WORDS;
  protected readonly deviceOf = deviceWords;

  constructor() {
    effect(() => {
      this.login.me();
      untracked(() => this.before.set([]));
    });
  }

  protected since(at: string): string {
    return stamp(at);
  }

  protected async remind(wanted: boolean): Promise<void> {
    const before = this.reminders.value();
    if (!before) return;
    this.chosen.set('');
    try {
      this.reminders.set(await this.api.put<ReminderChoiceDto>('/reminders', { wanted }, { ifMatch: before.version }));
      this.chosen.set(wanted ? $localize`Reminders will come by e-mail.` : $localize`No more reminders by e-mail.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.chosen.set(`${failed} ${next}`);
      this.reminders.reload();
    }
  }

  protected showEarlier(): void {
    this.before.set(this.looks());
    this.cursor.set(this.more());
  }

  protected async endLogin(login: OwnLoginDto): Promise<void> {
    this.failure.set('');
    try {
      await this.api.delete(`/auth/logins/${login.id}`);
      this.done.set($localize`Signed out there: ${deviceWords(login.device)}:device:.`);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
    this.logins.reload();
  }
}
