import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadRowDto, StaffDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { SortHeader } from '../../kit/sort-header/sort-header';
import { STATUS_WORDS, type ClientStatus } from '../../people/client-words';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;
const PAGE = 50;

interface Page<T> {
  items: T[];
  next: string | null;
}

/** Everybody in the practice's care, for the front desk: who they are and who treats them, nothing of why. */
@Component({
  selector: 'kept-clients',
  imports: [ProblemNotice, RouterLink, Select, Skeleton, SortHeader],
  templateUrl: './clients.html',
})
export class Clients {
  protected readonly mayAdd = inject(Login).can('clients:create');
  protected readonly typed = signal('');
  private readonly asked = signal('');
  protected readonly status = signal('');
  protected readonly therapistId = signal('');
  protected readonly sort = signal('name');
  private readonly cursor = signal<string | null>(null);
  /** What was loaded before the page that is being read now. */
  private readonly before = signal<CaseloadRowDto[]>([]);

  private readonly filters = computed(() => ({
    q: this.asked(),
    status: this.status(),
    therapistId: this.therapistId(),
    sort: this.sort(),
  }));
  protected readonly page = read<Page<CaseloadRowDto>>(
    () => '/clients' + query({ ...this.filters(), limit: PAGE, cursor: this.cursor() }),
  );
  private readonly staff = read<Page<StaffDto>>(() => '/staff?limit=100');
  protected readonly therapists = computed(() =>
    (this.staff.value()?.items ?? [])
      .filter((one) => one.roles.includes('therapist'))
      .map((one) => ({ key: one.id, label: one.displayName })),
  );
  private readonly names = computed(
    () => new Map((this.staff.value()?.items ?? []).map((one) => [one.id, one.displayName])),
  );
  protected readonly people = computed(() => [...this.before(), ...(this.page.value()?.items ?? [])]);
  protected readonly more = computed(() => this.page.value()?.next ?? null);
  protected readonly filtered = computed(() => Boolean(this.asked() || this.status() || this.therapistId()));
  protected readonly counted = computed(() => {
    const count = this.people().length;
    if (this.more()) return $localize`The first ${count}:count:`;
    return count === 1 ? $localize`1 person` : $localize`${count}:count: people`;
  });
  protected readonly statusWords = STATUS_WORDS;
  protected readonly statuses = (Object.keys(STATUS_WORDS) as ClientStatus[]).map((key) => ({
    key,
    label: STATUS_WORDS[key],
  }));

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

  protected therapistOf({ primaryTherapistId }: CaseloadRowDto): string | null {
    return primaryTherapistId ? (this.names().get(primaryTherapistId) ?? null) : null;
  }

  protected showMore(): void {
    this.before.set(this.people());
    this.cursor.set(this.more());
  }

  protected clearFilters(): void {
    this.typed.set('');
    this.asked.set('');
    this.status.set('');
    this.therapistId.set('');
  }
}
