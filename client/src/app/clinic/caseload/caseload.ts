import { Component, computed, effect, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadRowDto, StandingDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { readPages } from '../../core/pages/pages';
import { ShowMore } from '../../core/pages/show-more';
import { figure } from '../../../../../server/src/charts/axes.rules';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { clock, shortDay, shortWeekday } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { Key } from '../../kit/key/key';
import { Popover } from '../../kit/popover/popover';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Sparkline } from '../../kit/sparkline/sparkline';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { SortHeader } from '../../kit/sort-header/sort-header';
import { Select } from '../../kit/select/select';
import { ActsAbout } from '../keys/row-acts';
import { STATUS_WORDS, type ClientStatus } from '../../people/client-words';
import {
  askedFor,
  BY_NEED,
  COLUMNS,
  columnsKept,
  keepColumns,
  lookedThrough,
  NEEDS_ME,
  toggled,
  type Column,
  type Look,
} from './caseload.rules';
import { type Chosen, SeveralDialog } from './several-dialog';
import { courseWords, homeworkWords, reasonOf, restWords } from './standing-words';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;
const PAGE = 50;
/** Of so many people the server says at once where they stand. */
const MOST_AT_ONCE = 100;

const standingsOf = (ids: readonly string[]): string => `/standings?clientIds=${ids.join(',')}`;
const withThese = (known: ReadonlyMap<string, StandingDto>, items: readonly StandingDto[]): Map<string, StandingDto> =>
  new Map([...known, ...items.map((one) => [one.id, one] as const)]);

const COLUMN_WORDS: Record<Column, string> = {
  seen: $localize`Last seen`,
  next: $localize`Next`,
  scale: $localize`Scale`,
  homework: $localize`Homework`,
};

/** Everybody the signed-in person may see, found by name and filtered by the server, each with the reason for their place. */
@Component({
  selector: 'kept-caseload',
  imports: [
    Checkbox,
    Key,
    LoadError,
    Popover,
    RouterLink,
    Row,
    RowNav,
    Select,
    SeveralDialog,
    ShowMore,
    Skeleton,
    SortHeader,
    Sparkline,
  ],
  templateUrl: './caseload.html',
})
export class Caseload {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly drafts = inject(Drafts);
  private readonly several = viewChild(SeveralDialog);
  protected readonly acts = inject(ActsAbout);
  protected readonly mayAdd = computed(() => this.login.can('clients:create'));
  protected readonly treats = computed(() => this.login.can('today:read'));
  /** Whoever gives homework chooses several people, and gives it to all of them in one act. */
  protected readonly mayGive = computed(() => this.login.can('assignments:assign'));
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly isSupervisor = computed(() => this.login.hasRole('supervisor'));

  protected readonly typed = signal('');
  private readonly asked = signal('');
  /** Who needs one, or a status of care. */
  protected readonly show = signal('');
  protected readonly couple = signal('');
  protected readonly whose = signal('');
  protected readonly sort = signal(this.treats() ? BY_NEED : '-updatedAt');

  private readonly look = computed<Look>(() => ({
    words: this.offline() ? this.typed() : this.asked(),
    show: this.show(),
    couple: this.couple(),
    whose: this.whose(),
    sort: this.sort(),
  }));
  /** Without a connection the rows that were asked for last stay. */
  private readonly filters = linkedSignal<{ look: Look; offline: boolean }, Record<string, string>>({
    source: () => ({ look: this.look(), offline: this.offline() }),
    computation: ({ look, offline }, before) =>
      offline && before ? before.value : askedFor(look, this.login.me()?.id ?? ''),
    equal: (a, b) => query(a) === query(b),
  });
  protected readonly list = readPages<CaseloadRowDto>(() => '/clients' + query(this.filters()), PAGE);
  /** Whoever has moved down meanwhile is met again further on, and stays where they were. */
  protected readonly people = computed(() => {
    const read = this.list.items();
    return read && [...new Map(read.map((person) => [person.id, person])).values()];
  });
  private readonly standings = read<{ items: StandingDto[] }>(() => {
    const read = this.list.items() ?? [];
    const latest = read.slice(Math.floor((read.length - 1) / PAGE) * PAGE);
    return read.length > 0 && this.treats() ? standingsOf(latest.map(({ id }) => id)) : undefined;
  });
  private readonly known = linkedSignal<StandingDto[], Map<string, StandingDto>>({
    source: () => this.standings.value()?.items ?? [],
    computation: (items, before) => withThese(before?.value ?? new Map<string, StandingDto>(), items),
  });
  protected readonly rows = computed(() => {
    const now = Date.now();
    const rows = (this.people() ?? []).map((person) => {
      const standing = this.known().get(person.id);
      return { person, standing, need: standing?.need, reason: reasonOf(standing, now) };
    });
    return this.offline() ? lookedThrough(rows, this.look()) : rows;
  });
  protected readonly filtered = computed(() =>
    Boolean(this.typed().trim() || this.show() || this.couple() || this.whose()),
  );
  protected readonly counted = computed(() => {
    const [shown, read] = [this.rows().length, this.people()?.length ?? 0];
    if (this.offline()) return $localize`${shown}:shown: of the ${read}:count: loaded before you went offline`;
    if (this.list.hasMore()) return $localize`The first ${read}:count:`;
    return read === 1 ? $localize`1 person` : $localize`${read}:count: people`;
  });
  /** Which columns are on show. */
  protected readonly columns = signal<ReadonlySet<Column>>(columnsKept());
  protected readonly columnChoices = COLUMNS.map((key) => ({ key, label: COLUMN_WORDS[key] }));
  private readonly chosenIds = signal<ReadonlySet<string>>(new Set());
  /** Who is chosen and on show: nothing is given to anybody out of sight. */
  protected readonly chosen = computed<Chosen[]>(() =>
    this.rows()
      .map(({ person }) => person)
      .filter(({ id }) => this.chosenIds().has(id)),
  );
  protected readonly allChosen = computed(() => this.chosen().length === this.choosable().length);
  private readonly choosable = computed(() => this.rows().filter(({ person }) => person.status === 'active'));

  protected readonly shows = computed(() => [
    ...(this.treats() ? [{ key: NEEDS_ME, label: $localize`Needs me` }] : []),
    ...(Object.keys(STATUS_WORDS) as ClientStatus[]).map((key) => ({ key, label: STATUS_WORDS[key] })),
  ]);
  protected readonly couples = [
    { key: 'coupled', label: $localize`In a couple` },
    { key: 'alone', label: $localize`Alone` },
  ];
  protected readonly caseloads = [{ key: 'mine', label: $localize`My own` }];
  protected readonly courseWords = courseWords;
  protected readonly homeworkWords = homeworkWords;
  protected readonly restWords = restWords;
  protected readonly clock = clock;
  protected readonly figure = figure;
  protected readonly shortDay = shortDay;
  protected readonly shortWeekday = shortWeekday;

  constructor() {
    effect((cleanUp) => {
      const typed = this.typed().trim();
      // Without a connection nobody can be asked: what is loaded is looked through instead.
      if (this.offline()) return;
      const pause = setTimeout(() => this.asked.set(typed), PAUSE);
      cleanUp(() => clearTimeout(pause));
    });
  }

  protected showColumn(column: Column, on: boolean): void {
    this.columns.set(toggled(this.columns(), column, on));
    keepColumns(this.columns());
  }

  protected isChosen(id: string): boolean {
    return this.chosenIds().has(id);
  }

  protected choose(id: string, on: boolean): void {
    this.chosenIds.set(toggled(this.chosenIds(), id, on));
  }

  protected chooseAll(on: boolean): void {
    this.chosenIds.set(new Set(on ? this.choosable().map(({ person }) => person.id) : []));
  }

  protected give(what: 'homework' | 'scale'): void {
    if (!this.offline()) this.several()?.open(what);
  }

  /** Those who have it now are let go; whom it did not fit stays chosen. */
  protected async letGo(ids: readonly string[]): Promise<void> {
    this.chosenIds.set(new Set([...this.chosenIds()].filter((id) => !ids.includes(id))));
    const told = await this.api
      .get<{ items: StandingDto[] }>(standingsOf(ids.slice(0, MOST_AT_ONCE)))
      .catch(() => undefined);
    if (told) this.known.set(withThese(this.known(), told.items));
    else this.standings.reload();
  }

  protected clearFilters(): void {
    this.typed.set('');
    this.asked.set('');
    this.show.set('');
    this.couple.set('');
    this.whose.set('');
  }
}
