import { Component, computed, debounced, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadRowDto, StaffDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { readPages, type Page } from '../../core/pages/pages';
import { ShowMore } from '../../core/pages/show-more';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { SortHeader } from '../../kit/sort-header/sort-header';
import { STATUS_WORDS, type ClientStatus } from '../../people/client-words';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 200;

/** Everybody in the practice's care, for the front desk: who they are and who treats them, nothing of why. */
@Component({
  selector: 'kept-clients',
  imports: [ProblemNotice, RouterLink, Select, ShowMore, Skeleton, SortHeader],
  templateUrl: './clients.html',
})
export class Clients {
  protected readonly mayAdd = inject(Login).can('clients:create');
  protected readonly typed = signal('');
  private readonly asked = debounced(() => this.typed().trim(), PAUSE);
  protected readonly status = signal('');
  protected readonly therapistId = signal('');
  protected readonly sort = signal('name');

  private readonly filters = computed(() => ({
    q: this.asked.value(),
    status: this.status(),
    therapistId: this.therapistId(),
    sort: this.sort(),
  }));
  protected readonly list = readPages<CaseloadRowDto>(() => '/clients' + query(this.filters()));
  private readonly staff = read<Page<StaffDto>>(() => '/staff?limit=100');
  protected readonly therapists = computed(() =>
    (this.staff.value()?.items ?? [])
      .filter((one) => one.roles.includes('therapist'))
      .map((one) => ({ key: one.id, label: one.displayName })),
  );
  private readonly names = computed(
    () => new Map((this.staff.value()?.items ?? []).map((one) => [one.id, one.displayName])),
  );
  protected readonly people = computed(() => this.list.items() ?? []);
  protected readonly filtered = computed(() => Boolean(this.asked.value() || this.status() || this.therapistId()));
  protected readonly counted = computed(() => {
    const count = this.people().length;
    if (this.list.hasMore()) return $localize`The first ${count}:count:`;
    return count === 1 ? $localize`1 person` : $localize`${count}:count: people`;
  });
  protected readonly statusWords = STATUS_WORDS;
  protected readonly statuses = (Object.keys(STATUS_WORDS) as ClientStatus[]).map((key) => ({
    key,
    label: STATUS_WORDS[key],
  }));

  protected therapistOf({ primaryTherapistId }: CaseloadRowDto): string | null {
    return primaryTherapistId ? (this.names().get(primaryTherapistId) ?? null) : null;
  }

  protected clearFilters(): void {
    this.typed.set('');
    this.status.set('');
    this.therapistId.set('');
  }
}
