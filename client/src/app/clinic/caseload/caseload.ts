import { Component, computed, effect, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadRowDto, StandingDto, WaitingSetbackDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { figure } from '../../../../../server/src/charts/axes.rules';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { clock, shortDay, shortWeekday } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { Popover } from '../../kit/popover/popover';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Sparkline } from '../../kit/sparkline/sparkline';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { SortHeader } from '../../kit/sort-header/sort-header';
import { Select } from '../../kit/select/select';
import { STATUS_WORDS, type ClientStatus } from '../../people/client-words';
import { COLUMNS, columnsKept, isShown, keepColumns, NEEDS_ME, toggled, type Column } from './caseload.rules';
import { type Chosen, SeveralDialog } from './several-dialog';
import { courseWords, firstReason, homeworkWords, reasonOf, restWords } from './standing-words';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;
const PAGE = 50;

interface Page {
  items: CaseloadRowDto[];
  next: string | null;
}

const COLUMN_WORDS: Record<Column, string> = {
  seen: $localize`Last seen`,
  next: $localize`Next`,
  scale: $localize`Scale`,
  homework: $localize`Homework`,
};

/** The order that is made here, of the people on show: who needs something first. */
const BY_NEED = 'need';

/** Everybody the signed-in person may see, found by name and filtered by the server, each with the reason for their place. */
@Component({
  selector: 'kept-caseload',
  imports: [
    Checkbox,
    LoadError,
    Popover,
    RouterLink,
    Row,
    RowNav,
    Select,
    SeveralDialog,
    Skeleton,
    SortHeader,
    Sparkline,
  ],
  templateUrl: './caseload.html',
})
export class Caseload {
  private readonly login = inject(Login);
  private readonly drafts = inject(Drafts);
  private readonly several = viewChild(SeveralDialog);
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
  protected readonly sort = signal(BY_NEED);
  private readonly cursor = signal<string | null>(null);
  /** What was loaded before the page that is being read now. */
  private readonly before = signal<CaseloadRowDto[]>([]);

  private readonly filters = computed(() => ({
    q: this.asked(),
    status: this.show() === NEEDS_ME ? '' : this.show(),
    therapistId: this.whose() === 'mine' ? this.login.me()?.id : '',
    sort: this.sort().endsWith(BY_NEED) ? '-updatedAt' : this.sort(),
  }));
  protected readonly page = read<Page>(
    () => '/clients' + query({ ...this.filters(), limit: PAGE, cursor: this.cursor() }),
  );
  protected readonly people = computed(() => [...this.before(), ...(this.page.value()?.items ?? [])]);
  private readonly standings = read<{ items: StandingDto[] }>(() => {
    const ids = this.page.value()?.items.map(({ id }) => id) ?? [];
    return ids.length > 0 && this.treats() ? `/standings?clientIds=${ids.join(',')}` : undefined;
  });
  private readonly known = linkedSignal<StandingDto[], Map<string, StandingDto>>({
    source: () => this.standings.value()?.items ?? [],
    computation: (items, before) => new Map([...(before?.value ?? []), ...items.map((one) => [one.id, one] as const)]),
  });
  private readonly told = read<{ items: WaitingSetbackDto[] }>(() =>
    this.login.can('setbacks:take-note') ? '/setbacks' : undefined,
  );
  private readonly all = computed(() => {
    const now = Date.now();
    const told = new Set(this.told.value()?.items.map(({ clientId }) => clientId));
    const rows = this.people().map((person) => {
      const standing = this.known().get(person.id);
      const reason = firstReason(standing, told.has(person.id)) ?? reasonOf(person, standing, now);
      return { person, standing, reason };
    });
    if (this.sort() === BY_NEED) return rows.toSorted((a, b) => a.reason.rank - b.reason.rank);
    return this.sort() === `-${BY_NEED}` ? rows.toSorted((a, b) => b.reason.rank - a.reason.rank) : rows;
  });
  protected readonly rows = computed(() => {
    const look = { show: this.show(), couple: this.couple(), words: this.offline() ? this.typed() : '' };
    return this.all().filter(({ person, reason }) => isShown(person, reason, look));
  });
  protected readonly more = computed(() => this.page.value()?.next ?? null);
  protected readonly filtered = computed(() =>
    Boolean(this.typed().trim() || this.show() || this.couple() || this.whose()),
  );
  protected readonly counted = computed(() => {
    const [shown, read] = [this.rows().length, this.people().length];
    if (this.offline()) return $localize`${shown}:shown: of the ${read}:count: loaded before you went offline`;
    if (this.more()) return $localize`${shown}:shown: of the first ${read}:count:`;
    if (shown < read) return $localize`${shown}:shown: of ${read}:count:`;
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
    // Another question starts a list of its own.
    effect(() => {
      this.filters();
      untracked(() => {
        this.cursor.set(null);
        this.before.set([]);
      });
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
  protected letGo(ids: readonly string[]): void {
    this.chosenIds.set(new Set([...this.chosenIds()].filter((id) => !ids.includes(id))));
    this.standings.reload();
  }

  protected showMore(): void {
    this.before.set(this.people());
    this.cursor.set(this.more());
  }

  protected clearFilters(): void {
    this.typed.set('');
    this.asked.set('');
    this.show.set('');
    this.couple.set('');
    this.whose.set('');
  }
}
