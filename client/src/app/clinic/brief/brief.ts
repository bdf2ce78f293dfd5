import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { BriefDto, BriefLineDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { clock, longDay } from '../../kit/clock';
import { Key } from '../../kit/key/key';
import { Person } from '../../kit/person/person';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { COUPLE_KEYS } from '../keys/key-words';
import { pageKeys } from '../keys/page-keys';
import { StartNote } from '../note/start-note';
import { briefOf } from './brief-link';
import { aboutWords, briefHeading, dayWords, lineWords, seenWords, sourceOf } from './brief-words';

/** A line as it stands on the page. */
interface Shown {
  line: BriefLineDto;
  day: string;
  words: string;
  source: string[];
  seen: string;
  order: 'a' | 'b' | null;
}

interface Column {
  side: BriefLineDto['side'];
  name: string;
  lines: Shown[];
}

/** Of the newest changes: what is read in a moment, and what one sheet of paper holds. */
const AT_ONCE = 5;
const ON_PAPER = 6;

/** What one wants to know before a session, on one screen: what was agreed, what is new, and what waits, for A, us and B. */
@Component({
  selector: 'kept-brief',
  imports: [Key, Person, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './brief.html',
})
export class Brief {
  /** Of a person or a couple, from the address. */
  readonly id = input.required<string>();
  readonly of = input.required<'clients' | 'couples'>();
  private readonly login = inject(Login);
  private readonly title = inject(Title);
  private readonly starting = inject(StartNote);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');

  protected readonly brief = read<BriefDto>(() => `/${this.of()}/${this.id()}/brief`);
  protected readonly mayWrite = computed(() => this.login.can('notes:write'));
  protected readonly failure = signal('');
  /** The screen is turned round: only what may be said aloud is left, and nobody else's name. */
  protected readonly sessionView = signal(false);
  protected readonly isCouple = computed(() => this.of() === 'couples');
  protected readonly heading = computed(() => {
    const brief = this.brief.value();
    return brief ? briefHeading(brief, this.zone(), new Date()) : '';
  });
  protected readonly about = computed(() => {
    const brief = this.brief.value();
    return brief ? aboutWords(brief) : '';
  });
  private readonly lines = computed(() =>
    (this.brief.value()?.lines ?? [])
      .filter(({ aloud }) => aloud || !this.sessionView())
      .map((line) => this.shown(line)),
  );
  protected readonly alerts = computed(() => this.lines().filter(({ line }) => line.kind === 'risk'));
  /** What was agreed with both; with somebody who comes alone, with her. */
  protected readonly agreed = computed(() =>
    this.lines().find(({ line }) => line.kind === 'agreed' && (line.side === 'us' || !this.isCouple())),
  );
  private readonly changes = computed(() => this.lines().filter(({ line }) => line.isNew && line.kind !== 'risk'));
  /** The older ones are wanted, too. */
  protected readonly wantsAll = signal(false);
  protected readonly news = computed(() => (this.wantsAll() ? this.changes() : this.changes().slice(0, ON_PAPER)));
  protected readonly older = computed(() => Math.max(0, this.changes().length - AT_ONCE));
  protected readonly leftOut = computed(() => this.changes().length - this.news().length);
  protected readonly atOnce = AT_ONCE;
  protected readonly since = computed(() => longDay(this.brief.value()?.since ?? ''));
  protected readonly columns = computed<Column[]>(() => {
    const [a, b] = this.brief.value()?.people ?? [];
    const rest = this.lines().filter((one) => !one.line.isNew && one.line.kind !== 'risk' && one !== this.agreed());
    const column = (side: Column['side'], name: string): Column => ({
      ...{ side, name },
      lines: rest.filter(({ line }) => line.side === side),
    });
    if (!this.isCouple()) return [column('a', $localize`To keep in mind`)];
    return [column('a', a?.callName ?? ''), column('us', $localize`Us`), column('b', b?.callName ?? '')];
  });
  protected readonly following = computed(() => {
    const next = this.brief.value()?.following;
    if (!next) return null;
    return { link: briefOf(next), words: `${next.displayName} ${clock(next.startsAt, this.zone())}` };
  });

  constructor() {
    pageKeys(
      {
        v: () => this.isCouple() && this.turn(),
        1: () => this.goToColumn('a'),
        2: () => this.goToColumn('us'),
        3: () => this.goToColumn('b'),
      },
      () => (this.isCouple() ? COUPLE_KEYS : null),
    );
    effect(() => {
      const brief = this.brief.value();
      if (brief) this.title.setTitle($localize`Brief, ${brief.displayName}:name:` + ' · Kept');
    });
  }

  private shown(line: BriefLineDto): Shown {
    const who = this.nameOf(line.clientId);
    return {
      line,
      day: dayWords(line.at),
      words: lineWords(line, who),
      source: sourceOf(line),
      seen: seenWords(line, who, this.isCouple()),
      order: this.isCouple() && line.side !== 'us' ? line.side : null,
    };
  }

  private nameOf(clientId: string | null): string {
    return this.brief.value()?.people.find((person) => person.clientId === clientId)?.callName ?? '';
  }

  protected turn(): void {
    this.sessionView.update((on) => !on);
  }

  protected showOlder(): void {
    this.wantsAll.update((all) => !all);
  }

  /** False where there is no such column. */
  private goToColumn(side: Column['side']): boolean {
    const column = document.getElementById(`brief-${side}`);
    column?.focus();
    return column !== null;
  }

  protected print(): void {
    globalThis.print();
  }

  protected async startNote(sessionId: string): Promise<void> {
    this.failure.set('');
    try {
      await this.starting.forSession(sessionId);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    }
  }
}
