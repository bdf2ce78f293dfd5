import { Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadRowDto, StandingDto, WaitingSetbackDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { figure } from '../../../../../server/src/charts/axes.rules';
import { clock, shortDay, shortWeekday } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Sparkline } from '../../kit/sparkline/sparkline';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { SortHeader } from '../../kit/sort-header/sort-header';
import { Select } from '../../kit/select/select';
import { STATUS_WORDS, type ClientStatus } from '../../people/client-words';
import { courseWords, firstReason, homeworkWords, reasonOf, restWords } from './standing-words';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;
const PAGE = 50;

interface Page {
  items: CaseloadRowDto[];
  next: string | null;
}

/** The order that is made here, of the people on show: who needs something first. */
const BY_NEED = 'need';

/** Everybody the signed-in person may see, found by name and filtered by the server, each with the reason for their place. */
@Component({
  selector: 'kept-caseload',
  imports: [LoadError, RouterLink, Row, RowNav, Select, Skeleton, SortHeader, Sparkline],
  templateUrl: './caseload.html',
})
export class Caseload {
  private readonly login = inject(Login);
  protected readonly mayAdd = computed(() => this.login.can('clients:create'));
  protected readonly treats = computed(() => this.login.can('today:read'));
  protected readonly isSupervisor = computed(() => this.login.hasRole('supervisor'));

  protected readonly typed = signal('');
  private readonly asked = signal('');
  protected readonly status = signal('');
  protected readonly whose = signal('');
  protected readonly sort = signal(BY_NEED);
  private readonly cursor = signal<string | null>(null);
  /** What was loaded before the page that is being read now. */
  private readonly before = signal<CaseloadRowDto[]>([]);

  private readonly filters = computed(() => ({
    q: this.asked(),
    status: this.status(),
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
  protected readonly rows = computed(() => {
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
  protected readonly more = computed(() => this.page.value()?.next ?? null);
  protected readonly filtered = computed(() => Boolean(this.asked() || this.status() || this.whose()));
  protected readonly counted = computed(() => {
    const count = this.people().length;
    if (this.more()) return $localize`The first ${count}:count:`;
    return count === 1 ? $localize`1 person` : $localize`${count}:count: people`;
  });

  protected readonly statuses = (Object.keys(STATUS_WORDS) as ClientStatus[]).map((key) => ({
    key,
    label: STATUS_WORDS[key],
  }));
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

  protected showMore(): void {
    this.before.set(this.people());
    this.cursor.set(this.more());
  }

  protected clearFilters(): void {
    this.typed.set('');
    this.asked.set('');
    this.status.set('');
    this.whose.set('');
  }
}
